import { z } from 'zod'
import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import { storyToWrite } from '../editor/pages/story-id.ts'
import { type DraftContent, readDraft } from '../live-draft/draft-content.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { compareDrafts } from './compare-drafts.ts'
import { ComparisonView } from './comparison-view.newsroom.tsx'
import { restoreDraft } from './restore-draft.ts'
import { readRef, type TimelineEntry } from './timeline.ts'
import { timelineMessages } from './timeline-messages.newsroom.ts'
import { findPast, listTimeline } from './timeline-queries.ts'
import { nameOf, TimelineView } from './timeline-view.newsroom.tsx'

const pageLength = 60

/** GET /newsroom/stories/:id/timeline: what the text was, and what differs between two states of it. */
export async function timelinePage(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const texts = timelineMessages(staff.language)
  const now = await liveDrafts.read(house, storyId)
  const before = momentIn(ask.query.before)
  const found = await listTimeline(house.db, storyId, { before, limit: pageLength + 1 })
  const entries = found.slice(0, pageLength + 1)
  const { timeZone } = await readPublication(house)
  const place = { language: staff.language, timeZone }
  const [from, to] = chosen(ask, entries)
  const [older, newer] = await Promise.all([from, to].map(ref => textOf(house, { storyId, ref, now })))
  const root = `/newsroom/stories/${storyId}/timeline`
  const title = texts.titleOf(now.headline || texts.untitled)
  const restored = readRef(ask.query.restored)
  const named = (ref: string) => {
    const entry = entries.find(each => each.ref === ref)
    return entry ? `${nameOf(entry, texts)} (${formatDateTime(entry.at, place)})` : ref
  }
  return newsroomPage(ask, house, {
    desk: 'stories',
    title,
    notice: restored && restored.kind !== 'now' && (
      <>
        {texts.restored}
        <form method="post" action={root}>
          <CsrfField ask={ask} />
          <button type="submit" class="button" name="of" value={ask.query.restored}>
            {texts.undo}
          </button>
        </form>
      </>
    ),
    body: (
      <>
        <DeskHead title={title}>
          <a class="button" href={`/newsroom/stories/${storyId}`}>
            {texts.backToStory}
          </a>
          <a class="button" href={`/newsroom/stories/${storyId}/notes`}>
            {texts.notes}
          </a>
        </DeskHead>
        <div class="panes panes--even margin-page">
          <div>
            <TimelineView
              storyId={storyId}
              entries={entries}
              from={from}
              to={to}
              csrf={ask.csrf}
              texts={texts}
              place={place}
            />
            {found.length > pageLength && (
              <p>
                <a href={`${root}?before=${encodeURIComponent(entries.at(-1)!.at.toISOString())}`}>
                  {texts.older}
                </a>
              </p>
            )}
          </div>
          <section id="comparison" class="comparison" aria-labelledby="comparison-title">
            <h2 id="comparison-title">{texts.difference}</h2>
            {older && newer && from !== to ? (
              <>
                <p class="soft">{texts.between(named(from), named(to))}</p>
                <ComparisonView
                  comparison={compareDrafts(older, newer)}
                  language={newer.language}
                  texts={texts}
                />
              </>
            ) : (
              <p class="soft">{entries.length > 1 ? texts.chooseTwo : texts.nothingYet}</p>
            )}
          </section>
        </div>
      </>
    ),
  })
}

const restoreForm = z.object({ of: z.string('Choose a state of the text.') })

/** POST /newsroom/stories/:id/timeline: puts an earlier text in the draft's place. */
export async function restoreDraftForm(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const from = readRef(readForm(ask, restoreForm).of)
  if (!from || from.kind === 'now')
    throw new BadInput({ field: 'of', sentence: 'Choose a state of the text that is kept.' })
  const kept = await restoreDraft(house, { storyId, from, by: staff })
  return seeOther(`/newsroom/stories/${storyId}/timeline?from=d${kept}&to=now&restored=d${kept}`)
}

/** The two that were asked for; where none were, the newest and the one before it. */
function chosen({ query }: Ask, entries: readonly TimelineEntry[]): [string, string] {
  const to = readRef(query.to) ? query.to! : (entries[0]?.ref ?? 'now')
  const next = entries[entries.findIndex(({ ref }) => ref === to) + 1]
  return [readRef(query.from) ? query.from! : (next?.ref ?? to), to]
}

async function textOf(
  house: Pick<House, 'db'>,
  { storyId, ref, now }: { storyId: number; ref: string; now: DraftContent },
): Promise<DraftContent | null> {
  const which = readRef(ref)
  if (!which) return null
  if (which.kind === 'now') return now
  const past = await findPast(house.db, storyId, which)
  return past === undefined ? null : readDraft(Object(past))
}

function momentIn(text: string | undefined): Date | null {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}
