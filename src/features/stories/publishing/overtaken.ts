import { Conflict } from '../../../platform/errors/errors.ts'
import type { RevisionKind } from '../story.ts'

/** What somebody had before them when they pressed Publish. */
export interface Seen {
  /** Number of the newest revision; 0 where there was none. */
  revision: number
  /** The newest correction's id; 0 where there was none. */
  correction: number
  /** MD5 of the draft as the database writes it; null where the newest is wanted, whatever it is. */
  draft: string | null
  /** The beginning of an MD5 of what is scheduled and whether the story is withdrawn. */
  schedule: string
}

/** Whether a story, or a change of it, waits for its time, and since whom; or whether it is withdrawn. */
export type Schedule = { what: 'scheduled'; by: string; at: Date } | { what: 'open' | 'withdrawn' }

/** Somebody else was faster: with a publishing, a correction, a time, taking it back, or a change of the text. */
export class Overtaken extends Conflict {
  override name = 'Overtaken'
  readonly what: 'published' | 'corrected' | 'scheduled' | 'changed'
  readonly publishing: { by: string; at: Date; kind: RevisionKind; number: number } | null
  readonly schedule: Schedule
  constructor(
    what: Overtaken['what'],
    {
      publishing = null,
      schedule = { what: 'open' },
    }: Partial<Pick<Overtaken, 'publishing' | 'schedule'>> = {},
  ) {
    super(
      what === 'changed'
        ? 'The text has changed since you looked at it.'
        : `${publishing?.by || 'Somebody else'} was faster.`,
    )
    this.what = what
    this.publishing = publishing
    this.schedule = schedule
  }
}

/** `Seen` as it stands in a form. */
export function writeSeen({ revision, correction, draft, schedule }: Seen): string {
  return `${revision}.${correction}.${draft ?? 'newest'}.${schedule}`
}

/** Null for anything but what `writeSeen` wrote. */
export function readSeen(text: string): Seen | null {
  const [, revision, correction, draft, schedule] =
    /^(\d{1,9})\.(\d{1,15})\.([0-9a-f]{32}|newest)\.([0-9a-f]{8})$/.exec(text) ?? []
  if (draft === undefined || schedule === undefined) return null
  return {
    revision: Number(revision),
    correction: Number(correction),
    draft: draft === 'newest' ? null : draft,
    schedule,
  }
}
