import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { Clock } from '../../../platform/clock.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { schemaVersion } from '../editor/schema/schema-version.ts'
import {
  changesAfter,
  deriveDraft,
  findDocument,
  insertChange,
  insertDocument,
  lockDraft,
  markFollowed,
  readState,
  replaceChanges,
  tellNodes,
} from './document-queries.ts'
import { type DraftContent, readDraft } from './draft-content.ts'
import { keyMap } from './saving-words.ts'
import { readDocument, writeDocument } from './shared-document.ts'

export interface StoredDocument {
  document: Y.Doc
  /** The number of the newest change that is in it. */
  reached: number
}

/**
 * A story's document as the database has it. One that was never opened is made from the draft; the lock on the story
 * lets one node make it, and the others find it. Where the draft was written by something else, the document follows
 * it first. Throws NotFound for no such story.
 */
export async function openStored(tx: Transaction, clock: Clock, storyId: number): Promise<StoredDocument> {
  const draft = await lockDraft(tx, storyId)
  const found = await findDocument(tx, storyId)
  if (!found) return begin(tx, clock, storyId, draft)
  const stored = await readStored(tx, storyId, found.reached)
  if (!found.overtaken) return stored
  const reached = await changeStored(tx, {
    clock,
    storyId,
    stored,
    edit: document => writeDocument(document, readDraft(Object(draft))),
    by: [],
  })
  await markFollowed(tx, storyId)
  return { ...stored, reached }
}

/** Makes the stored document, and so the draft, say `content`; open editors see it as one edit. */
export async function replaceStored(
  tx: Transaction,
  change: { clock: Clock; storyId: number; content: DraftContent; by: readonly number[] },
): Promise<void> {
  const { clock, storyId, content } = change
  const draft = await lockDraft(tx, storyId)
  if (await findDocument(tx, storyId)) {
    const stored = await openStored(tx, clock, storyId)
    await changeStored(tx, { ...change, stored, edit: document => writeDocument(document, content) })
  }
  if (!isDeepStrictEqual(draft, content)) await deriveDraft(tx, { storyId, content, now: clock.now() })
}

/** Changes the stored document by `edit`, and the draft with it; open editors see it as one edit. */
export async function editStored(
  tx: Transaction,
  change: { clock: Clock; storyId: number; by: readonly number[]; edit(document: Y.Doc): void },
): Promise<void> {
  const { clock, storyId, edit } = change
  const draft = await lockDraft(tx, storyId)
  const stored = await openStored(tx, clock, storyId)
  await changeStored(tx, { ...change, stored, edit })
  const content = readDocument(stored.document, Object(draft))
  if (!isDeepStrictEqual(draft, content)) await deriveDraft(tx, { storyId, content, now: clock.now() })
  stored.document.destroy()
}

/** Puts one state in place of all changes so far, if there are any. */
export async function compactStored(tx: Transaction, clock: Clock, storyId: number): Promise<void> {
  await lockDraft(tx, storyId)
  const before = await findDocument(tx, storyId)
  const { document, reached } = await openStored(tx, clock, storyId)
  if (before?.reached === reached) return document.destroy()
  const state = Y.encodeStateAsUpdate(document)
  await replaceChanges(tx, { storyId, state, reached, schemaVersion, now: clock.now() })
  document.destroy()
}

async function begin(
  tx: Transaction,
  clock: Clock,
  storyId: number,
  draft: unknown,
): Promise<StoredDocument> {
  const document = new Y.Doc()
  document.getMap(keyMap).set('key', randomUUID())
  writeDocument(document, readDraft(Object(draft)))
  const state = Y.encodeStateAsUpdate(document)
  await insertDocument(tx, { storyId, state, schemaVersion, now: clock.now() })
  return { document, reached: 0 }
}

async function readStored(tx: Transaction, storyId: number, reached: number): Promise<StoredDocument> {
  const document = new Y.Doc()
  const state = await readState(tx, storyId)
  const changes = await changesAfter(tx, storyId, reached)
  document.transact(() => {
    Y.applyUpdate(document, state)
    for (const { change } of changes) Y.applyUpdate(document, change)
  })
  return { document, reached: changes.at(-1)?.id ?? reached }
}

/** Changes what is stored and tells every node; returns the number of the newest change. */
async function changeStored(
  tx: Transaction,
  change: {
    clock: Clock
    storyId: number
    stored: StoredDocument
    edit(document: Y.Doc): void
    by: readonly number[]
  },
): Promise<number> {
  const { clock, storyId, stored, edit, by } = change
  const made: Uint8Array[] = []
  stored.document.on('update', update => made.push(update))
  edit(stored.document)
  if (made.length === 0) return stored.reached
  const bytes = Y.mergeUpdates(made)
  const id = await insertChange(tx, { storyId, bytes, by, now: clock.now() })
  await tellNodes(tx, { kind: 'changed', story: storyId })
  return id
}
