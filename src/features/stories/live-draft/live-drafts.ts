import type { Database, Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { deleteDocument, findDraft, tellNodes } from './document-queries.ts'
import { type DraftContent, type DraftContentInput, draftContent, readDraft } from './draft-content.ts'
import type { LiveNode } from './live-node.ts'
import { findPresent, type Present } from './presence-queries.ts'

// One for each house that somebody writes in, by its database; made with the first socket, it lives as long.
const nodes = new WeakMap<Database, Promise<LiveNode>>()

/**
 * The texts that the desk is writing. What is open in editors and what is in the database are one for whoever asks here.
 */
export const liveDrafts = {
  /** A story's newest text. Throws NotFound for no such story. */
  async read(house: Pick<House, 'db'>, storyId: number): Promise<DraftContent> {
    await liveDrafts.flush(house, storyId)
    return readDraft(Object(await findDraft(house.db, storyId)))
  },

  /**
   * Puts another text in its place, as one edit that open editors see and can undo. `by` is the number of who does it.
   * Throws NotFound for no such story, ZodError for a text that is none.
   */
  async replace(
    house: Pick<House, 'db' | 'clock'>,
    storyId: number,
    content: DraftContentInput,
    by: number | null = null,
  ): Promise<void> {
    await liveDrafts.flush(house, storyId)
    await house.db.transaction().execute(tx => liveDrafts.replaceIn(tx, house, { storyId, content, by }))
  },

  /** The same inside a transaction that does more; call `flush` before it. */
  async replaceIn(
    tx: Transaction,
    house: Pick<House, 'clock'>,
    change: { storyId: number; content: DraftContentInput; by: number | null },
  ): Promise<void> {
    const { storyId, by } = change
    const { replaceStored } = await import('./stored-document.ts')
    const content = draftContent.parse(change.content)
    await replaceStored(tx, { clock: house.clock, storyId, content, by: by === null ? [] : [by] })
  },

  /** Takes a story's text and every change of it away for good; editors that have it open are told that it is gone. */
  async forgetIn(tx: Transaction, storyId: number): Promise<void> {
    await deleteDocument(tx, storyId)
    await tellNodes(tx, { kind: 'changed', story: storyId })
  },

  /**
   * Brings what is typed on this node into `stories.draft`; not inside a transaction that has touched the story, which
   * it would wait for. Rejects where the database cannot take it now.
   */
  async flush(house: Pick<House, 'db'>, storyId?: number): Promise<void> {
    await (await nodes.get(house.db))?.flush(storyId)
  },

  /** Who has these stories open now, on any node; stories that nobody has open are missing. */
  present(house: Pick<House, 'db' | 'clock'>, storyIds: readonly number[]): Promise<Map<number, Present[]>> {
    return findPresent(house.db, storyIds, house.clock.now())
  },

  /** Ends connections whose session has ended or whose story is not theirs any more; also done every few seconds. */
  async recheck(house: Pick<House, 'db'>): Promise<void> {
    await (await nodes.get(house.db))?.recheck()
  },

  /** Stores everything and ends all connections of this node. */
  async close(house: Pick<House, 'db'>): Promise<void> {
    const node = nodes.get(house.db)
    nodes.delete(house.db)
    await (await node)?.close()
  },
}

/** This node's editors' side; what it is made of is heavy, so it is loaded when somebody first writes. */
export function liveNodeOf(house: House): Promise<LiveNode> {
  const known = nodes.get(house.db)
  if (known) return known
  const node = import('./live-node.ts').then(({ createLiveNode }) => createLiveNode(house))
  nodes.set(house.db, node)
  return node
}
