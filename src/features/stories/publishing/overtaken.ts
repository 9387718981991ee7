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
}

/** Somebody else was faster: with a publishing, with a correction, or with a change of the text. */
export class Overtaken extends Conflict {
  override name = 'Overtaken'
  readonly what: 'published' | 'corrected' | 'changed'
  readonly publishing: { by: string; at: Date; kind: RevisionKind; number: number } | null
  constructor(what: Overtaken['what'], publishing: Overtaken['publishing'] = null) {
    super(
      what === 'changed'
        ? 'The text has changed since you looked at it.'
        : `${publishing?.by || 'Somebody else'} was faster.`,
    )
    this.what = what
    this.publishing = publishing
  }
}

/** `Seen` as it stands in a form. */
export function writeSeen({ revision, correction, draft }: Seen): string {
  return `${revision}.${correction}.${draft ?? 'newest'}`
}

/** Null for anything but what `writeSeen` wrote. */
export function readSeen(text: string): Seen | null {
  const [, revision, correction, draft] = /^(\d{1,9})\.(\d{1,15})\.([0-9a-f]{32}|newest)$/.exec(text) ?? []
  if (draft === undefined) return null
  return {
    revision: Number(revision),
    correction: Number(correction),
    draft: draft === 'newest' ? null : draft,
  }
}
