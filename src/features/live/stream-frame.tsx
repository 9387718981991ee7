import { render } from 'preact-render-to-string'
import { dayOf, formatLongDate } from '../../design/dates.ts'
import type { House } from '../../platform/house.ts'
import { readPublication } from '../publication/publication.ts'
import { BriefItem, type BriefPlace } from './brief-item.reader.tsx'
import { findBriefs, type ReaderBrief } from './brief-queries.ts'
import type { FeedEvent } from './stream-queries.ts'

/** One event of the stream, as the bytes that every open connection gets. */
export interface Frame {
  id: number
  bytes: Buffer
}

/** What a page learns of a brief from the stream; `html` is the same list item that a page prints. */
export interface StreamedBrief {
  id: number
  html: string
  headline: string
  breaking: boolean
  pinned: boolean
  publishedAt: string
  /** The day it belongs to in the publication's zone, and its name as a heading. */
  day: string
  dayName: string
}

/** Sent in place of missed events where there are too many of them, or where they are no longer known. */
export function reloadFrame(id: number): Buffer {
  return Buffer.from(`id: ${id}\nevent: reload\ndata: {}\n\n`)
}

/**
 * Prints events of the feed, in their order. Each shows its brief as it is now, so an event whose brief has been
 * withdrawn since says that.
 */
export async function printFrames(house: House, events: readonly FeedEvent[]): Promise<Frame[]> {
  if (events.length === 0) return []
  const place = await readPublication(house)
  const briefs = await findBriefs(house.db, [...new Set(events.map(event => event.briefId))])
  return events.map(event => printFrame(event, briefs.get(event.briefId), place))
}

/** The event stream format of HTML, section 9.2.6. JSON has no line ends, so the data is one line. */
function printFrame(event: FeedEvent, brief: ReaderBrief | undefined, place: BriefPlace): Frame {
  const shown = brief?.state === 'published' ? brief : null
  const kind = shown ? event.kind : 'brief-withdrawn'
  const data = shown ? describe(shown, place) : { id: event.briefId }
  const text = `id: ${event.id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
  return { id: event.id, bytes: Buffer.from(text) }
}

function describe(brief: ReaderBrief, place: BriefPlace): StreamedBrief {
  return {
    id: brief.id,
    html: render(<BriefItem brief={brief} place={place} />),
    headline: brief.headline,
    breaking: brief.breaking,
    pinned: brief.pinned,
    publishedAt: brief.publishedAt.toISOString(),
    day: dayOf(brief.publishedAt, place),
    dayName: formatLongDate(brief.publishedAt, place),
  }
}
