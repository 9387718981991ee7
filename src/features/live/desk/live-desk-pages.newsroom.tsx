import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { z } from 'zod'
import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { readMoment } from '../../../design/newsroom/read-moment.ts'
import { readZoned, writeZoned } from '../../../design/zoned-moment.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { type Publication, readPublication } from '../../publication/publication.ts'
import { linkInHeadline, readBriefText, readOverBrief, writeBriefText } from '../brief-markdown.ts'
import { editBrief } from '../edit-brief.ts'
import { movePinned } from '../move-pinned.ts'
import { postBrief, queueBrief } from '../post-brief.ts'
import { postQueuedNow } from '../post-queued.ts'
import { newestEventId } from '../stream-queries.ts'
import { turnIntoStory } from '../turn-into-story.ts'
import { putBackMinutes, putBriefBack, withdrawBrief } from '../withdraw-brief.ts'
import {
  findDeskBrief,
  listDeskBriefs,
  listDeskPinned,
  listQueued,
  listWithdrawnSince,
} from './desk-queries.ts'
import { type LiveDeskTexts, liveDeskMessages } from './live-desk-messages.newsroom.ts'
import { type Composing, type Editing, LiveDeskView, Preview } from './live-desk-view.newsroom.tsx'

const onePage = 40

/** What a form of this desk held that could not be used, and why. */
interface Problem {
  status: number
  composing?: Composing
  editing?: Editing
}

/** GET /newsroom/live: the field, how it looks, and what is queued, pinned, posted and withdrawn of late. */
export async function liveDeskPage(ask: Ask, house: House, problem?: Problem): Promise<Answer> {
  const staff = ask.staff!
  const texts = liveDeskMessages(staff.language)
  const publication = await readPublication(house)
  const mine = ask.query.mine === '1'
  const before = numberIn(ask.query.before) ?? undefined
  const since = new Date(house.clock.now().getTime() - putBackMinutes * 60_000)
  // Asked first: what happens in between is then both in the list and in the stream, never in neither.
  const after = await newestEventId(house.db)
  const own = { createdBy: mine ? staff.id : undefined }
  const [queued, pinned, briefs, withdrawn] = await Promise.all([
    listQueued(house.db),
    listDeskPinned(house.db),
    listDeskBriefs(house.db, { ...own, before, limit: onePage + 1 }),
    listWithdrawnSince(house.db, since),
  ])
  const isShown = (brief: { createdBy: number | null }) => !mine || brief.createdBy === staff.id
  return newsroomPage(ask, house, {
    desk: 'live',
    title: texts.live,
    wide: true,
    status: problem?.status,
    notice: problem ? undefined : await noticeFor(ask, house, { texts, publication }),
    body: (
      <LiveDeskView
        ask={ask}
        texts={texts}
        publication={publication}
        now={house.clock.now()}
        after={after}
        mine={mine}
        before={before}
        composing={
          problem?.composing ?? { text: '', breaking: false, pinned: false, at: '', key: randomUUID() }
        }
        editing={problem?.editing ?? (await editingFrom(ask, house, publication))}
        queued={queued.filter(isShown)}
        pinned={before === undefined ? pinned.filter(isShown) : []}
        briefs={briefs.slice(0, onePage)}
        earlier={briefs.length > onePage ? (briefs[onePage - 1]?.id ?? null) : null}
        withdrawn={before === undefined ? withdrawn.filter(isShown) : []}
      />
    ),
  })
}

const composeForm = z.object({
  text: z.string('Write the brief first.').max(120_000, 'The brief is too long.').default(''),
  breaking: z.string().optional(),
  pinned: z.string().optional(),
  at: z.string().max(30).default(''),
  key: z.uuid().optional().catch(undefined),
})

/** POST /newsroom/live: posts what was typed, or queues it where a time is given. Without scripts it also previews. */
export async function postBriefForm(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const texts = liveDeskMessages(by.language)
  const form = readForm(ask, composeForm)
  const { text, at: typedAt, key } = form
  const marks = { breaking: form.breaking !== undefined, pinned: form.pinned !== undefined }
  const composing = { text, ...marks, at: typedAt, key: key ?? randomUUID() }
  if (fieldOf(ask.form, 'do') === 'preview')
    return liveDeskPage(ask, house, { status: 200, composing: { ...composing, preview: true } })
  try {
    const publication = await readPublication(house)
    const input = { ...wordsIn(readBriefText(text), texts), ...marks }
    const at = readMoment(ask.form, 'at', { language: by.language, timeZone: publication.timeZone })
    if (at === null) {
      const brief = await postBrief(house, input, { by, key })
      return seeOther(backTo(ask, 'posted', brief.id))
    }
    const brief = await queueBrief(house, input, { by, key, at })
    return seeOther(backTo(ask, 'queued', brief.id))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return liveDeskPage(ask, house, { status: 422, composing: { ...composing, error: error.message } })
  }
}

/** POST /newsroom/live/preview: what is being typed as readers will see it; a part of the desk's page alone. */
export async function previewBrief(ask: Ask, house: House): Promise<Answer> {
  const { text, breaking, pinned, at } = readForm(ask, composeForm)
  const publication = await readPublication(house)
  const zoned = readZoned(at, publication.timeZone)
  const html = render(
    <Preview
      composing={{ text, breaking: breaking !== undefined, pinned: pinned !== undefined, at, key: '' }}
      at={zoned?.kind === 'once' ? zoned.moment : house.clock.now()}
      publication={publication}
      texts={liveDeskMessages(ask.staff!.language)}
    />,
  )
  return { body: html, headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } }
}

/** POST /newsroom/live/:id: does what the pressed button says with one brief. */
export async function changeBriefForm(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const texts = liveDeskMessages(by.language)
  const id = numberIn(ask.params.id) ?? 0
  const act = fieldOf(ask.form, 'do')
  try {
    switch (act) {
      case 'edit':
        await saveEdit(ask, house, id)
        break
      case 'pin':
      case 'unpin':
        await editBrief(house, id, { pinned: act === 'pin' }, by)
        break
      case 'break':
      case 'unbreak':
        await editBrief(house, id, { breaking: act === 'break' }, by)
        break
      case 'up':
      case 'down':
        await movePinned(house, { id, by, to: act })
        break
      case 'withdraw':
        await withdrawBrief(house, id, by)
        break
      case 'put-back':
        await putBriefBack(house, id, by)
        break
      case 'post-now':
        await postQueuedNow(house, id, by)
        break
      case 'story': {
        const { language } = await readPublication(house)
        return seeOther(`/newsroom/stories/${await turnIntoStory(house, { id, by, language })}`)
      }
      default:
        throw new BadInput({ field: 'do', sentence: texts.wrongAct })
    }
  } catch (error) {
    if (!(error instanceof BadInput) || act !== 'edit') throw error
    return liveDeskPage({ ...ask, query: queryOf(ask) }, house, {
      status: 422,
      editing: { id, ...typedIn(ask), error: error.message },
    })
  }
  return seeOther(backTo(ask, act, id))
}

async function saveEdit(ask: Ask, house: House, id: number): Promise<void> {
  const by = ask.staff!
  const texts = liveDeskMessages(by.language)
  const before = await findDeskBrief(house.db, id)
  const publication = await readPublication(house)
  const { text, breaking, pinned, at } = typedIn(ask)
  const words = wordsIn(readOverBrief(text, before?.content ?? []), texts)
  // The field holds whole minutes: a time nobody touched keeps its seconds.
  const untouched = before && writeZoned(before.publishedAt, publication.timeZone) === at
  const time = untouched
    ? undefined
    : (readMoment(ask.form, 'at', { language: by.language, timeZone: publication.timeZone }) ?? undefined)
  await editBrief(house, id, { ...words, breaking, pinned, at: time }, by)
}

function wordsIn<Words extends { headline: string }>(words: Words, texts: LiveDeskTexts): Words {
  if (words.headline === '') throw new BadInput({ field: 'text', sentence: texts.textNeeded })
  if (linkInHeadline(words.headline)) throw new BadInput({ field: 'text', sentence: texts.linkInHeadline })
  return words
}

function typedIn(ask: Ask): Omit<Editing, 'id'> {
  const { text, breaking, pinned, at } = readForm(ask, composeForm)
  return { text, breaking: breaking !== undefined, pinned: pinned !== undefined, at }
}

/** The brief that `?edit=` asks to change, as it stands. */
async function editingFrom(ask: Ask, house: House, publication: Publication): Promise<Editing | null> {
  const id = numberIn(ask.query.edit)
  const brief = id === null ? null : await findDeskBrief(house.db, id)
  if (!brief || brief.state === 'withdrawn' || brief.state === 'cancelled') return null
  return {
    id: brief.id,
    text: writeBriefText(brief),
    breaking: brief.breaking,
    pinned: brief.pinned,
    at: writeZoned(brief.publishedAt, publication.timeZone),
  }
}

/** The desk as it was looked at, with what has been done. */
function backTo(ask: Ask, done: string, id: number): string {
  return `/newsroom/live?${new URLSearchParams({ ...queryOf(ask), done, id: String(id) })}`
}

/** What the forms of a narrowed or an earlier page carry with them. */
function queryOf(ask: Ask): Record<string, string> {
  const before = numberIn(fieldOf(ask.form, 'before'))
  return {
    ...(fieldOf(ask.form, 'mine') === '1' ? { mine: '1' } : {}),
    ...(before === null ? {} : { before: String(before) }),
  }
}

async function noticeFor(
  ask: Ask,
  house: House,
  { texts, publication }: { texts: LiveDeskTexts; publication: Publication },
): Promise<ComponentChildren> {
  const id = numberIn(ask.query.id)
  const brief = id === null ? null : await findDeskBrief(house.db, id)
  const done = ask.query.done as keyof LiveDeskTexts['done'] | undefined
  if (!brief || !done || !Object.hasOwn(texts.done, done)) return undefined
  const place = { language: ask.staff!.language, timeZone: publication.timeZone }
  const said = texts.done[done === 'withdraw' && brief.state === 'cancelled' ? 'cancelled' : done]
  const undo = done === 'withdraw' && brief.withdrawnAt ? 'put-back' : done === 'posted' ? 'withdraw' : null
  return (
    <>
      <span>
        {typeof said === 'string' ? said : said(formatDateTime(brief.queuedFor ?? brief.publishedAt, place))}{' '}
        <span class="soft">{brief.headline}</span>
      </span>
      {undo && (
        <form method="post" action={`/newsroom/live/${brief.id}`} data-live-form>
          <CsrfField ask={ask} />
          <button type="submit" class="button" name="do" value={undo}>
            {undo === 'withdraw' ? texts.withdraw : texts.putBack}
          </button>
        </form>
      )}
    </>
  )
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
