import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { readMoment } from '../../../design/newsroom/read-moment.ts'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { listAllAuthors } from '../../authors/author.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import type { Rail } from '../../stories/story.ts'
import { listAllTopics } from '../../topics/topic.ts'
import { firstFront } from '../first-front.ts'
import { frontContent, homeFront, picksFront } from '../front.ts'
import { frontMessages } from '../front-messages.ts'
import { renderFront, renderPicks } from '../front-page.reader.tsx'
import {
  cancelFrontSchedule,
  changeFront,
  discardFrontDraft,
  publishFrontDraft,
  restoreFront,
  scheduleFront,
  undoFrontChange,
} from './change-front.ts'
import { frontDeskTexts } from './front-desk-messages.newsroom.ts'
import {
  type FrontDraft,
  findSlotStories,
  insertFront,
  listFrontActs,
  listFrontRevisions,
  listFrontSchedules,
  readFrontDraft,
  searchSlotStories,
} from './front-desk-queries.ts'
import { Containers, type FrontDeskView, Warnings } from './front-desk-view.newsroom.tsx'
import { Before, Later } from './front-times-view.newsroom.tsx'
import { frontWarnings } from './front-warnings.ts'
import { readChange } from './read-change.ts'

const root = '/newsroom/fronts'

/** The fronts that the paper has. */
const slugs = [homeFront, picksFront]

/** `/newsroom/fronts`: the curated pages, and which of them have a draft. */
export async function frontsDesk(ask: Ask, house: House): Promise<Answer> {
  const texts = textsFor(ask)
  const fronts = await Promise.all(slugs.map(slug => openFront(house, slug)))
  const { timeZone } = await readPublication(house)
  const place = { language: ask.staff!.language, timeZone }
  const waiting = await Promise.all(fronts.map(({ id }) => listFrontSchedules(house.db, id)))
  return newsroomPage(ask, house, {
    desk: 'fronts',
    title: texts.fronts,
    body: (
      <>
        <DeskHead title={texts.fronts} />
        <p>{texts.intro}</p>
        <div class="table-frame">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{texts.fronts}</th>
                <th scope="col">{texts.draft}</th>
                <th scope="col" class="table__number">
                  {texts.containers}
                </th>
              </tr>
            </thead>
            <tbody>
              {fronts.map((front, i) => (
                <tr key={front.slug}>
                  <td>
                    <a class="table__headline" href={`${root}/${front.slug}`}>
                      {texts.titles[front.slug] ?? front.title}
                    </a>
                  </td>
                  <td>
                    {differs(front) ? (
                      <span class="state state--waiting">
                        {texts.differs(front.changedBy)}
                        {front.changedAt && `, ${formatDateTime(front.changedAt, place)}`}
                      </span>
                    ) : (
                      <span class="state state--published">{texts.asLive}</span>
                    )}
                    {waiting[i]!.length > 0 && (
                      <span class="soft"> · {texts.waiting(waiting[i]!.length)}</span>
                    )}
                  </td>
                  <td class="table__number">{front.draft.containers.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    ),
  })
}

/** `/newsroom/fronts/:slug`: one front's draft, to be arranged, looked at and published. */
export async function frontDesk(ask: Ask, house: House): Promise<Answer> {
  return deskPage(ask, house)
}

/** Does what a button says and shows the draft again. */
export async function changeFrontForm(ask: Ask, house: House): Promise<Answer> {
  const { slug } = await frontAsked(ask, house)
  const by = ask.staff!
  const act = fieldOf(ask.form, 'do')
  try {
    if (act === 'undo') await undoFrontChange(house, { by, slug })
    else if (act === 'discard') await discardFrontDraft(house, { by, slug })
    else await changeFront(house, { by, slug, change: readChange(ask.form, textsFor(ask)) })
    return seeOther(`${root}/${slug}${act === 'discard' ? '?done=discarded' : ''}`)
  } catch (error) {
    if (error instanceof BadInput) return deskPage(ask, house, error)
    throw error
  }
}

export async function publishFrontForm(ask: Ask, house: House): Promise<Answer> {
  const { slug } = await frontAsked(ask, house)
  await publishFrontDraft(house, { by: ask.staff!, slug, version: Number(fieldOf(ask.form, 'version')) })
  return seeOther(`${root}/${slug}?done=published`)
}

export async function scheduleFrontForm(ask: Ask, house: House): Promise<Answer> {
  const { slug } = await frontAsked(ask, house)
  const { timeZone } = await readPublication(house)
  try {
    const at = readMoment(ask.form, 'at', { language: ask.staff!.language, timeZone })
    if (!at) throw new BadInput({ field: 'at', sentence: textsFor(ask).scheduleWrong })
    const version = Number(fieldOf(ask.form, 'version'))
    await scheduleFront(house, { by: ask.staff!, slug, version, at })
    return seeOther(`${root}/${slug}?done=scheduled`)
  } catch (error) {
    if (error instanceof BadInput) return deskPage(ask, house, error)
    throw error
  }
}

export async function cancelFrontForm(ask: Ask, house: House): Promise<Answer> {
  const { slug } = await frontAsked(ask, house)
  await cancelFrontSchedule(house, { by: ask.staff!, slug, id: rowNumberOf(ask.form, 'schedule') })
  return seeOther(`${root}/${slug}?done=cancelled`)
}

export async function restoreFrontForm(ask: Ask, house: House): Promise<Answer> {
  const { slug } = await frontAsked(ask, house)
  await restoreFront(house, { by: ask.staff!, slug, number: rowNumberOf(ask.form, 'number') })
  return seeOther(`${root}/${slug}?done=restored`)
}

/** The page as readers would see it with the draft; never kept, never indexed. */
export function frontPreview(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const { slug, draft } = await frontAsked(ask, house)
    const guest: Ask = { ...ask, query: {}, standing: 'guest' }
    const answer =
      slug === picksFront
        ? await renderPicks(guest, house, draft)
        : await renderFront(guest, house, { rail, content: draft })
    return {
      ...answer,
      headers: { ...answer.headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
    }
  }
}

async function deskPage(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const front = await frontAsked(ask, house)
  const { timeZone } = await readPublication(house)
  const place = { language: ask.staff!.language, timeZone }
  const chosen = front.draft.containers.flatMap(({ slots }) => slots.map(({ storyId }) => storyId))
  const words = (ask.query.q ?? '').trim().slice(0, 200)
  const [stories, topics, authors, revisions, schedules, acts, found] = await Promise.all([
    findSlotStories(house.db, chosen),
    listAllTopics(house.db),
    listAllAuthors(house.db),
    listFrontRevisions(house.db, front.id),
    listFrontSchedules(house.db, front.id),
    listFrontActs(house.db, front.slug),
    words ? searchSlotStories(house.db, words) : [],
  ])
  const view: FrontDeskView = {
    ask,
    texts,
    place,
    front,
    stories,
    warnings: frontWarnings(front.draft, { stories, now: house.clock.now() }),
    topics,
    authors,
    search: words ? { container: ask.query.container ?? '', words, found } : null,
  }
  const title = texts.titles[front.slug] ?? front.title
  const done = {
    published: texts.published,
    discarded: texts.discarded,
    scheduled: texts.scheduled,
    cancelled: texts.cancelled,
    restored: texts.restored,
  }
  const address = `${root}/${front.slug}`
  const changed = differs(front)
  return newsroomPage(ask, house, {
    desk: 'fronts',
    title,
    wide: true,
    status: error ? 422 : undefined,
    notice: error ? error.message : done[ask.query.done as keyof typeof done],
    body: (
      <div id="front-desk" class="front-desk" data-front-desk={address}>
        <DeskHead title={title}>
          {front.before && (
            <form method="post" action={address} data-swap="#front-desk">
              <CsrfField ask={ask} />
              <button type="submit" class="button" name="do" value="undo">
                {texts.undo}
              </button>
            </form>
          )}
          {changed && (
            <form method="post" action={address} data-swap="#front-desk">
              <CsrfField ask={ask} />
              <button type="submit" class="button" name="do" value="discard">
                {texts.discard}
              </button>
            </form>
          )}
          <form method="post" action={`${address}/publish`} data-swap="#front-desk">
            <CsrfField ask={ask} />
            <input type="hidden" name="version" value={front.version} />
            <button type="submit" class={changed ? 'button button--primary' : 'button'}>
              {texts.publish}
            </button>
          </form>
        </DeskHead>
        <p>
          {changed ? (
            <span class="state state--waiting">{texts.differs(front.changedBy)}</span>
          ) : (
            <span class="state state--published">{texts.asLive}</span>
          )}
        </p>
        <div class="panes panes--even">
          <div>
            <Warnings view={view} />
            <Containers {...view} />
            <Later
              {...{ ask, front, texts, schedules, place }}
              wrong={
                error?.field === 'at' ? { typed: fieldOf(ask.form, 'at'), sentence: error.message } : null
              }
            />
            <Before ask={ask} front={front} texts={texts} place={place} revisions={revisions} acts={acts} />
          </div>
          <div class="front-desk__preview">
            <iframe src={`${address}/preview?draft=${front.version}`} title={texts.previewTitle} />
          </div>
        </div>
      </div>
    ),
  })
}

function differs(front: FrontDraft): boolean {
  return JSON.stringify(front.draft) !== JSON.stringify(front.live)
}

async function frontAsked(ask: Ask, house: House): Promise<FrontDraft> {
  const slug = ask.params.slug ?? ''
  if (!slugs.includes(slug)) throw new NotFound()
  return openFront(house, slug)
}

/** A front as it is kept; one that nobody has arranged yet begins with what readers see by itself. */
export async function openFront(house: House, slug: string): Promise<FrontDraft> {
  const known = await readFrontDraft(house.db, slug)
  if (known) return known
  const { language } = await readPublication(house)
  const content =
    slug === homeFront
      ? await firstFront(house.db, frontMessages(language))
      : frontContent.parse({
          containers: [{ id: 'picks', layout: 'ranked', size: 5, slots: [], fill: null }],
        })
  const title = frontDeskTexts(language).titles[slug] ?? slug
  await house.db
    .transaction()
    .execute(tx => insertFront(tx, { slug, title, content, now: house.clock.now() }))
  const made = await readFrontDraft(house.db, slug)
  if (!made) throw new NotFound()
  return made
}

function textsFor(ask: Ask): ReturnType<typeof frontDeskTexts> {
  return frontDeskTexts(ask.staff?.language ?? 'en')
}
