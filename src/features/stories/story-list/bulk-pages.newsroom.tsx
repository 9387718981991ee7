import { z } from 'zod'
import { BadInput, Conflict, Forbidden } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { may } from '../../../platform/permissions.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { type BulkAct, bulkAct } from './bulk-act.ts'
import { headlinesOf } from './bulk-queries.ts'
import { WithdrawView } from './bulk-view.newsroom.tsx'
import { changeStories } from './change-stories.ts'
import { filterQuery, listAddress } from './story-filter.ts'
import { type StoryListTexts, storyListMessages } from './story-list-messages.newsroom.ts'
import { filterSentFrom, storyListPage } from './story-list-page.newsroom.tsx'
import { topicIdsOf } from './story-list-queries.ts'
import { undoBulkAct } from './undo-bulk-act.ts'

/** More than a page of the list holds; nobody ticks more by hand. */
const mostStories = 200

/** POST /newsroom/stories/bulk: does one thing to the ticked stories, and shows the list with what came of it. */
export async function changeStoriesForm(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const texts = storyListMessages(by.language)
  const filter = filterSentFrom(ask)
  try {
    const storyIds = readStories(ask, texts)
    const name = fieldOf(ask.form, 'act')
    if (name === 'withdraw' && fieldOf(ask.form, 'confirmed') === '')
      return await askFirst(ask, house, storyIds)
    const act = await readAct(ask, house, texts)
    const id = await changeStories(house, { by, act, storyIds, faultSentence: texts.goneFault })
    return seeOther(listAddress(filter, { done: String(id) }))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    if (error.field === 'note') return await askFirst(ask, house, readStories(ask, texts), error.message)
    return await listWith(ask, house, { sentence: error.message, status: 422 })
  }
}

/** POST /newsroom/stories/acts/:id/undo */
export async function undoActForm(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const texts = storyListMessages(by.language)
  const id = /^[1-9]\d{0,14}$/.test(ask.params.id ?? '') ? Number(ask.params.id) : 0
  try {
    await undoBulkAct(house, { id, by, texts })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return await listWith(ask, house, { sentence: error.message, status: 409 })
  }
  return seeOther(listAddress(filterSentFrom(ask), { done: String(id) }))
}

/** The list as it was, with what is wrong above it. */
function listWith(ask: Ask, house: House, problem: { sentence: string; status: number }): Promise<Answer> {
  const query = Object.fromEntries(new URLSearchParams(filterQuery(filterSentFrom(ask))))
  return storyListPage({ ...ask, query }, house, problem)
}

/** The page that asks before stories leave the paper. */
async function askFirst(
  ask: Ask,
  house: House,
  storyIds: readonly number[],
  error?: string,
): Promise<Answer> {
  if (!may(ask.staff!, 'publish-stories')) throw new Forbidden('Only an editor withdraws stories.')
  const texts = storyListMessages(ask.staff!.language)
  const titles = await headlinesOf(house.db, storyIds, ask.staff!)
  return newsroomPage(ask, house, {
    desk: 'stories',
    title: texts.withdrawTitle(storyIds.length),
    status: error ? 422 : 200,
    body: (
      <WithdrawView
        ask={ask}
        stories={storyIds.map(id => ({ id, headline: titles.get(id) ?? '' }))}
        back={fieldOf(ask.form, 'back')}
        note={fieldOf(ask.form, 'note')}
        error={error}
        filter={filterSentFrom(ask)}
        texts={texts}
      />
    ),
  })
}

function readStories(ask: Ask, texts: StoryListTexts): number[] {
  const ids = z
    .array(
      z
        .string()
        .regex(/^[1-9]\d{0,14}$/)
        .transform(Number),
      texts.noneSelected,
    )
    .min(1, texts.noneSelected)
    .max(mostStories, texts.noneSelected)
  return readForm(ask, z.object({ 'story[]': ids }))['story[]']
}

async function readAct(ask: Ask, house: House, texts: StoryListTexts): Promise<BulkAct> {
  const value = (name: string) => fieldOf(ask.form, name).trim()
  const wrong = (field: string, sentence: string) => new BadInput({ field, sentence })
  switch (fieldOf(ask.form, 'act')) {
    case 'assign': {
      if (value('assignee') === 'nobody') return { act: 'assign', assigneeId: null }
      const id = Number(value('assignee'))
      if (!Number.isSafeInteger(id) || id < 1) throw wrong('assignee', texts.choosePerson)
      return { act: 'assign', assigneeId: id }
    }
    case 'move': {
      const act = bulkAct.safeParse({ act: 'move', to: value('to') })
      if (!act.success) throw wrong('to', texts.chooseState)
      return act.data
    }
    case 'add-topic': {
      const [topicId] = value('topic') === '' ? [] : await topicIdsOf(house.db, value('topic'))
      if (topicId === undefined) throw wrong('topic', texts.chooseTopic)
      return { act: 'add-topic', topicId }
    }
    case 'withdraw': {
      if (value('note') === '') throw wrong('note', texts.noteNeeded)
      return { act: 'withdraw', note: value('note').slice(0, 500) }
    }
    default:
      throw wrong('act', texts.chooseAct)
  }
}
