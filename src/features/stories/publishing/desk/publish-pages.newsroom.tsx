import { z } from 'zod'
import { formatTime } from '../../../../design/dates.ts'
import { readMoment } from '../../../../design/newsroom/read-moment.ts'
import { BadInput, Conflict, type ExpectedError } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { fieldOf, readForm } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { newsroomPage } from '../../../newsroom/newsroom.ts'
import { readPublication } from '../../../publication/publication.ts'
import { storyToWrite } from '../../editor/pages/story-id.ts'
import { findPlannedChange } from '../changes/planned-change-queries.ts'
import { scheduleChange } from '../changes/schedule-change.ts'
import { Overtaken, readSeen, type Seen } from '../overtaken.ts'
import { type Change, publishAtDesk } from '../publish-at-desk.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import { findDeskStory } from '../publishing-queries.ts'
import { scheduleAtDesk, unscheduleAtDesk } from '../schedule-at-desk.ts'
import { momentWords } from './moment-words.ts'
import { readPublishDesk } from './publish-desk.ts'
import { PublishView } from './publish-view.newsroom.tsx'
import { type FormName, type Typed, untouched } from './typed.ts'

/** GET /newsroom/stories/:id/publish: what will happen, what the checks say, and everything that can be done. */
export async function publishPage(ask: Ask, house: House): Promise<Answer> {
  return showPublishing(ask, house, { notice: ask.query.done })
}

/** POST /newsroom/stories/:id/publish: at once or at a time; of what is out, an update, a correction or a silent fix. */
export function publishForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'publish', async ({ storyId, staff, timeZone }) => {
    const story = await findDeskStory(house.db, storyId)
    const isOut = story?.state === 'published' || story?.state === 'withdrawn'
    const seen = readSeenFrom(ask)
    const reason = fieldOf(ask.form, 'reason').trim().slice(0, 1000)
    const at = story?.state === 'withdrawn' ? null : readWhen(ask, timeZone)
    // A page from before it was out did not ask; that somebody else was faster is found out below.
    const asked = Object.hasOwn(ask.form, 'change') || Object.hasOwn(ask.form, 'kind')
    const change = isOut && asked ? readChange(ask) : ({ kind: 'update' } as const)
    if (at && isOut) {
      await scheduleChange(house, { storyId, at, by: staff, seen, change, reason, timeZone })
      return 'change-scheduled'
    }
    if (at) {
      await scheduleAtDesk(house, { storyId, at, by: staff, seen, reason, timeZone })
      return 'scheduled'
    }
    const planned = await findPlannedChange(house.db, storyId)
    await publishAtDesk(house, { storyId, by: staff, seen, change, reason, timeZone })
    if (story?.state === 'withdrawn') return 'restored'
    if (story?.state !== 'published') return 'published'
    if (planned && !(await findPlannedChange(house.db, storyId))) return 'updated-instead'
    return change.kind === 'correction' ? 'corrected' : 'updated'
  })
}

/** POST /newsroom/stories/:id/unschedule */
export function unscheduleForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'publish', async ({ storyId, staff }) => {
    await unscheduleAtDesk(house, { storyId, by: staff })
    return 'unscheduled'
  })
}

interface Asked {
  storyId: number
  staff: NonNullable<Ask['staff']>
  timeZone: string
}

/**
 * Does what a form on the page asks for and leads back to the page, which says that it is done (`act` returns how). What
 * cannot be done is said on the page itself, with everything as it was typed.
 */
export async function answering(
  ask: Ask,
  house: House,
  form: FormName,
  act: (asked: Asked) => Promise<string>,
): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { timeZone } = await readPublication(house)
  try {
    const done = await act({ storyId, staff, timeZone })
    return seeOther(`/newsroom/stories/${storyId}/publish?done=${done}`)
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof Conflict)) throw error
    return showPublishing(ask, house, { form, error })
  }
}

/** The page, after a form was refused or a link was made as well. */
export async function showPublishing(
  ask: Ask,
  house: House,
  shown: { notice?: string; form?: FormName; error?: ExpectedError; newPreview?: string },
): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { timeZone } = await readPublication(house)
  const texts = publishingMessages(staff.language)
  const desk = await readPublishDesk(house, { storyId, by: staff, timeZone })
  const { error, form, newPreview } = shown
  // The second time the newest text goes out, whatever is typed meanwhile: who writes on must not hold it up for ever.
  if (error instanceof Overtaken && error.what === 'changed') desk.seen = { ...desk.seen, draft: null }
  const typed: Typed = error
    ? {
        form: form ?? null,
        values: ask.form,
        field: error instanceof BadInput ? error.field : null,
        sentence: error instanceof Overtaken ? '' : error.message,
      }
    : untouched
  const title = texts.title(desk.content.headline.trim() || texts.untitled)
  return newsroomPage(ask, house, {
    desk: 'stories',
    title,
    status: error ? (error instanceof BadInput ? 422 : error.status) : undefined,
    notice: noticeFor(),
    body: <PublishView desk={desk} by={staff} csrf={ask.csrf} typed={typed} newPreview={newPreview} />,
  })

  function noticeFor() {
    const slug = desk.story.published?.slug
    if (error instanceof Overtaken) {
      const { what, publishing, schedule } = error
      const sentence =
        what === 'published' && publishing
          ? texts.overtaken.published(
              publishing.by,
              texts.kinds[publishing.kind].toLowerCase(),
              formatTime(publishing.at, { language: texts.tag, timeZone }),
            )
          : what === 'corrected'
            ? texts.overtaken.corrected
            : what === 'scheduled'
              ? schedule.what === 'scheduled'
                ? texts.overtaken.scheduled(
                    schedule.by,
                    momentWords(schedule.at, { language: texts.tag, timeZone }),
                  )
                : texts.overtaken[schedule.what]
              : texts.overtaken.changed
      return (
        <>
          <strong>{sentence}</strong>
          {slug && what !== 'changed' && <a href={`/${slug}`}>{texts.lookAtPaper}</a>}
          <a href={`/newsroom/stories/${storyId}`}>{texts.lookAtText}</a>
        </>
      )
    }
    if (error) return error.message
    const done = shown.notice === undefined ? undefined : texts.done[shown.notice]
    if (!done) return undefined
    return slug && desk.story.state === 'published' ? (
      <>
        {done} <a href={`/${slug}`}>{texts.seeIt}</a>
      </>
    ) : (
      done
    )
  }
}

/** Throws BadInput for a page that was put together by hand. */
function readSeenFrom(ask: Ask): Seen {
  const seen = readSeen(fieldOf(ask.form, 'seen'))
  if (seen) return seen
  throw new BadInput({
    field: 'seen',
    sentence: 'The page did not say what it had shown. Look at it as it is now, and press the button again.',
  })
}

/** Null for "now". */
function readWhen(ask: Ask, timeZone: string): Date | null {
  const texts = publishingMessages(ask.staff!.language)
  const when = fieldOf(ask.form, 'when')
  const hasTime = fieldOf(ask.form, 'time').trim() !== ''
  if ((when === 'now' || !Object.hasOwn(ask.form, 'when')) && !hasTime) return null
  if (when === 'now') {
    const proposed = fieldOf(ask.form, 'proposed')
    if (proposed !== '' && proposed === fieldOf(ask.form, 'time')) return null
    throw new BadInput({ field: 'time', sentence: texts.bothTimes })
  }
  const at = readMoment(ask.form, 'time', { language: ask.staff!.language, timeZone })
  if (at) return at
  throw new BadInput({ field: 'time', sentence: texts.noTime })
}

const correctionForm = z.object({
  text: z
    .string('Say what was wrong, and what is right.')
    .trim()
    .min(1, 'Say what was wrong, and what is right.')
    .max(4000, 'A correction has 4,000 letters at most.'),
  severity: z.enum(['minor', 'major'], 'Say whether it is minor or major.').default('minor'),
  placement: z.enum(['top', 'bottom'], 'Say whether it stands at the top or the bottom.').default('bottom'),
  refersTo: z
    .union([z.literal(''), z.string().regex(/^\d{1,15}$/, 'Choose one of the earlier corrections.')])
    .optional()
    .transform(text => (text ? Number(text) : null)),
})

function readChange(ask: Ask): Change {
  const kind = fieldOf(ask.form, 'kind')
  if (kind === 'update' || kind === 'silent') return { kind }
  if (kind === 'correction') return { kind, correction: readForm(ask, correctionForm) }
  throw new BadInput({
    field: 'kind',
    sentence: publishingMessages(ask.staff!.language).whatChangeMissing,
  })
}
