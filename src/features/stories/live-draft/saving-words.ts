import { z } from 'zod'

/*
 * What browser and server say to one another beside the text (Hocuspocus' stateless messages, JSON). After a change the
 * browser asks `keep` with a number of its own; once all it had sent on this connection before that, and all it had
 * before it connected, is in the database, the server answers `saved` with the same number. Without a number `saved`
 * says that saving works again.
 */

export const askToKeep = z.object({ kind: z.literal('keep'), n: z.number().int().min(0) })
export type AskToKeep = z.infer<typeof askToKeep>

export const savingWord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), n: z.number().int().optional(), at: z.string() }),
  /** Not in the database yet: nothing is lost while this page or the server stays; it is tried again and again. */
  z.object({ kind: z.literal('unsaved'), sentence: z.string() }),
  /** A change was not taken. */
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
  /** This connection ends, and coming back will not help: signed out, not one's story any more, story deleted. */
  z.object({ kind: z.literal('ended'), sentence: z.string() }),
])
export type SavingWord = z.infer<typeof savingWord>

/** What an editor sends as its token: the schema it was built with. */
export function editorToken(schemaVersion: number): string {
  return `schema ${schemaVersion}`
}

/** Reasons for which an editor is not let in, as the provider's `authenticationFailed` tells them. */
export const refusals = {
  /** The page is of an older or newer program than the server: it has to be loaded again. */
  outdated: 'outdated',
  forbidden: 'forbidden',
} as const

/** The name of a story's document. */
export function documentName(storyId: number): string {
  return `story-${storyId}`
}

export function readWord<T>(schema: z.ZodType<T>, payload: string): T | null {
  try {
    return schema.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
