import { BadInput, Conflict, NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { fieldOf } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { may } from '../../../../platform/permissions.ts'
import { newsroomPage } from '../../../newsroom/newsroom.ts'
import { readPublication } from '../../../publication/publication.ts'
import { readPlan } from '../desk/other-pages.newsroom.ts'
import { listWriters } from '../desk/publish-desk.ts'
import { planStory } from '../plan-story.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import { firstDayOfWeek } from './first-day.ts'
import { countPublished, listPlanned, listUnplanned } from './planning-queries.ts'
import { type PlanningProps, PlanningView } from './planning-view.newsroom.tsx'
import { readDay, weekOf } from './week.ts'

const mostPublished = 60
/** Among which somebody’s own are looked for. */
const mostLookedAt = 1000
const mostUnplanned = 50

/** GET /newsroom/planning?week=2026-11-23: the week that holds the day. Editors see all stories, others their own. */
export function planningPage(ask: Ask, house: House): Promise<Answer> {
  return showPlanning(ask, house, { week: ask.query.week, done: ask.query.done, refused: null })
}

/** POST /newsroom/planning/:id: due time and assignee of one story; leads back to the week. */
export async function changePlanForm(ask: Ask, house: House): Promise<Answer> {
  const staff = ask.staff!
  const { id = '' } = ask.params
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new NotFound('There is no such story.')
  const storyId = Number(id)
  const { timeZone } = await readPublication(house)
  const week = readDay(fieldOf(ask.form, 'week'), { now: house.clock.now(), timeZone })
  try {
    await planStory(house, { storyId, plan: readPlan(ask, timeZone), by: staff })
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof Conflict)) throw error
    const refused = { storyId, due: fieldOf(ask.form, 'due'), sentence: error.message }
    return showPlanning(ask, house, { week, refused })
  }
  return seeOther(`/newsroom/planning?week=${week}&done=planned`)
}

async function showPlanning(
  ask: Ask,
  house: House,
  asked: { week?: string; done?: string; refused: PlanningProps['refused'] },
): Promise<Answer> {
  const staff = ask.staff!
  const { db } = house
  const texts = publishingMessages(staff.language)
  const { timeZone } = await readPublication(house)
  const now = house.clock.now()
  const firstDay = firstDayOfWeek(staff.language, timeZone)
  const week = weekOf(readDay(asked.week, { now, timeZone }), { timeZone, firstDay })
  const editsAll = may(staff, 'edit-all-stories')
  const ownOf = editsAll ? null : staff.id
  const { from, until } = week
  const [things, published, unplanned, writers] = await Promise.all([
    listPlanned(db, { from, until, ownOf, mostPublished: editsAll ? mostPublished : mostLookedAt }),
    editsAll ? countPublished(db, { from, until }) : 0,
    listUnplanned(db, { ownOf, limit: mostUnplanned }),
    editsAll ? listWriters(db) : [],
  ])
  const done = asked.done === undefined ? undefined : texts.done[asked.done]
  return newsroomPage(ask, house, {
    desk: 'planning',
    title: texts.planning.title,
    status: asked.refused ? 422 : undefined,
    notice: asked.refused?.sentence ?? done,
    body: (
      <PlanningView
        week={week}
        things={things}
        unshown={Math.max(0, published - mostPublished)}
        unplanned={unplanned}
        staff={writers}
        onlyOwn={!editsAll}
        now={now}
        timeZone={timeZone}
        csrf={ask.csrf}
        language={staff.language}
        refused={asked.refused}
      />
    ),
  })
}
