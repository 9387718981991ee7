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

/**
 * What an editor sends as its token: the schema it was built with, and the key of the document that it has already. Give
 * the provider a function, so that the key is read at every connection; a browser that keeps documents waits for its own
 * copy first.
 */
export function editorToken(schemaVersion: number, key?: string): string {
  return `schema ${schemaVersion}${key ? ` key ${key}` : ''}`
}

export function readToken(token: string): { schemaVersion: number; key: string | undefined } | null {
  const [, version, key] = /^schema (\d{1,9})(?: key ([\w-]{1,60}))?$/.exec(token) ?? []
  return version === undefined ? null : { schemaVersion: Number(version), key }
}

/** Reasons for which an editor is not let in, as the provider's `authenticationFailed` tells them. */
export const refusals = {
  /** The page is of an older or newer program than the server: it has to be loaded again. */
  outdated: 'outdated',
  /**
   * The browser has another document under this story's name (from before a backup was restored, say). Merged, the text
   * would stand there twice: the browser's copy has to be put away before the page is loaded again.
   */
  foreign: 'foreign',
  forbidden: 'forbidden',
} as const

/** Where a document keeps its key: a map of this name, and in it `key`. */
export const keyMap = 'document'

/** The key of a document; every document that was begun by a server has its own. Undefined while nothing has come. */
export function keyOf(document: { getMap(name: string): { get(key: string): unknown } }): string | undefined {
  const key = document.getMap(keyMap).get('key')
  return typeof key === 'string' ? key : undefined
}

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
