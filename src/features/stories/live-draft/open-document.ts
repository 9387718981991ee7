import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import {
  changesAfter,
  deriveDraft,
  findDocument,
  insertChange,
  lockDraft,
  readState,
  tellNodes,
} from './document-queries.ts'
import type { DraftContent } from './draft-content.ts'
import { mendDocument } from './mend-document.ts'
import type { SavingWord } from './saving-words.ts'
import { readDocument } from './shared-document.ts'
import { compactStored, openStored } from './stored-document.ts'

/** A document that is open on this node, and what of it is not in the database yet. */
export interface OpenDocument {
  readonly storyId: number
  /** Answers once everything that came before is in the database. */
  askToKeep(asker: Asker, n: number): void
  /** Tells of trouble that is there already to somebody who comes. */
  greet(asker: Asker): void
  /** Reads what other nodes have added. */
  catchUp(): void
  /** Everything that came before this call is in the database when it resolves; rejects where that cannot be done now. */
  flush(): Promise<void>
  /** True where nothing is waiting to be stored. */
  isSettled(): boolean
  /** How many bytes it takes, about. */
  size(): number
  /** Stops the clocks. What is not stored is lost to this node. */
  stop(): void
}

export interface Asker {
  sendStateless(payload: string): void
}

type InTransaction = <T>(run: (tx: Transaction) => Promise<T>) => Promise<T>

interface Waiting {
  changes: { bytes: Uint8Array; by: number | undefined }[]
  asked: { asker: Asker; n: number }[]
}

/** What the binding of this node puts in from the database; everything else is somebody's change. */
export const fromStore = { source: 'local', skipStoreHooks: true } as const

/** From a change until it is stored; a long text, which takes longer to read, is stored less often. */
const shortestWaitMs = 200
const longestWaitMs = 1500
const longestRetryMs = 5000
/** How many changes are kept one by one before they become one state. */
const mostChanges = 500

/**
 * Keeps one open document: gathers changes, stores them together with the draft that follows from them, tells those who
 * asked, and tries again for as long as the database cannot.
 */
export function keepDocument(options: {
  house: Pick<House, 'db' | 'clock' | 'log'>
  node: string
  storyId: number
  document: Y.Doc
  reached: number
  /** Whose change it was, by the origin of the update. */
  staffOf(origin: unknown): number | undefined
  tellAll(word: SavingWord): void
  /** The story is no more. */
  gone(): void
}): OpenDocument {
  const { house, node, storyId, document, tellAll } = options
  const waiting: Waiting = { changes: [], asked: [] }
  let { reached } = options
  let bytes = Y.encodeStateAsUpdate(document).byteLength
  let changesSinceState = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null
  let storing = false
  let failures = 0
  let troubleTold = false
  let readingMs = 0
  let behind = false
  let stopped = false

  document.on('update', (change: Uint8Array, origin: unknown) => {
    bytes += change.byteLength
    if (origin === fromStore) return
    waiting.changes.push({ bytes: change, by: options.staffOf(origin) })
    storeSoon()
  })

  return {
    storyId,
    askToKeep(asker, n) {
      if (isSettled() && failures === 0) return tellSaved(asker, n)
      waiting.asked.push({ asker, n })
      storeSoon()
    },
    greet(asker) {
      if (troubleTold) say(asker, { kind: 'unsaved', sentence: notSaved })
    },
    catchUp() {
      behind = true
      storeSoon()
    },
    flush,
    isSettled,
    size: () => bytes,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }

  function isSettled(): boolean {
    return waiting.changes.length === 0 && !storing
  }

  function storeSoon(): void {
    if (!timer && !stopped) timer = setTimeout(() => void flush().catch(() => {}), untilNextMs())
  }

  function untilNextMs(): number {
    if (failures > 0) return Math.min(longestRetryMs, 250 * 2 ** failures)
    // What another node wrote is shown at once.
    if (behind && isSettled()) return 0
    return Math.min(longestWaitMs, Math.max(shortestWaitMs, readingMs * 10))
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    // What is being stored now may not hold the newest; the next one does, for all who ask meanwhile.
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = null
        running = store()
        return running
      })
    return queued
  }

  async function store(): Promise<void> {
    if (stopped) throw new Error('The document is closed.')
    storing = true
    behind = false
    try {
      if (waiting.changes.length > 0 || waiting.asked.length > 0) await storeWaiting()
      else if (await catchUpFrom(readOnly)) await follow()
      if (changesSinceState >= mostChanges) await compact()
      if (troubleTold) tellAll({ kind: 'saved', at: house.clock.now().toISOString() })
      troubleTold = false
      failures = 0
    } catch (error) {
      failed(error)
      throw error
    } finally {
      storing = false
      if (waiting.changes.length > 0 || waiting.asked.length > 0 || behind) storeSoon()
    }
  }

  /** Stores all that waits; where something else keeps writing the draft meanwhile, it is tried again later. */
  async function storeWaiting(): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      if ((await storeOnce()) === 'stored') return
      await follow()
    }
    throw new Error('The draft is written again and again by something else.')
  }

  async function follow(): Promise<void> {
    await house.db.transaction().execute(tx => openStored(tx, house.clock, storyId))
    await catchUpFrom(readOnly)
  }

  async function storeOnce(withDraft = true): Promise<'stored' | 'overtaken'> {
    let taken: Waiting = { changes: [], asked: [] }
    try {
      const stored = await house.db.transaction().execute(async tx => {
        const draft = await lockDraft(tx, storyId)
        if (await catchUpFrom(run => run(tx))) return null
        const began = performance.now()
        mendDocument(document)
        // From here on nothing waits until the text is read: what is stored and what is derived are the same.
        taken = { changes: waiting.changes.splice(0), asked: waiting.asked.splice(0) }
        const content = withDraft ? readable(draft) : null
        readingMs = performance.now() - began
        const id = await write(tx, taken)
        if (content && !isDeepStrictEqual(content, draft))
          await deriveDraft(tx, { storyId, content, now: house.clock.now() })
        return { id }
      })
      reached = stored?.id ?? reached
      for (const { asker, n } of taken.asked) tellSaved(asker, n)
      return stored ? 'stored' : 'overtaken'
    } catch (error) {
      waiting.changes.unshift(...taken.changes)
      waiting.asked.unshift(...taken.asked)
      // The database cannot hold what was derived (22…, 54…): the changes themselves must not wait for that.
      if (withDraft && /^(22|54)/.test(String((error as { code?: string }).code))) {
        house.log.error({ err: error, story: storyId }, 'a draft could not be derived')
        return storeOnce(false)
      }
      throw error
    }
  }

  /** What the document says; null where it cannot be read, which must not keep its changes from being stored. */
  function readable(draft: unknown): DraftContent | null {
    try {
      return readDocument(document, Object(draft))
    } catch (error) {
      house.log.error({ err: error, story: storyId }, 'a draft could not be derived')
      return null
    }
  }

  async function write(tx: Transaction, { changes }: Waiting): Promise<number | null> {
    if (changes.length === 0) return null
    const by = [...new Set(changes.flatMap(change => change.by ?? []))]
    const bytes = Y.mergeUpdates(changes.map(each => each.bytes))
    const id = await insertChange(tx, { storyId, bytes, by, now: house.clock.now() })
    await tellNodes(tx, { kind: 'changed', story: storyId, node })
    changesSinceState++
    return id
  }

  /** Takes in what others stored; true where the draft was written past the document, which must follow it first. */
  async function catchUpFrom(inTransaction: InTransaction): Promise<boolean> {
    return inTransaction(async tx => {
      const stored = await findDocument(tx, storyId)
      if (!stored) throw new NotFound('The text of this story is gone.')
      if (stored.reached > reached) {
        Y.applyUpdate(document, await readState(tx, storyId), fromStore)
        reached = stored.reached
        changesSinceState = 0
      }
      for (const { id, change } of await changesAfter(tx, storyId, reached)) {
        Y.applyUpdate(document, change, fromStore)
        reached = id
      }
      return stored.overtaken
    })
  }

  /** Changes are numbered under the story's lock, so one view of the database shows all up to the newest. */
  function readOnly<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    return house.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(run)
  }

  async function compact(): Promise<void> {
    await house.db.transaction().execute(tx => compactStored(tx, house.clock, storyId))
    changesSinceState = 0
    bytes = Y.encodeStateAsUpdate(document).byteLength
  }

  function failed(error: unknown): void {
    if (error instanceof NotFound) {
      waiting.changes.length = 0
      waiting.asked.length = 0
      options.gone()
      return
    }
    failures++
    if (troubleTold || (waiting.changes.length === 0 && waiting.asked.length === 0)) return
    troubleTold = true
    house.log.error({ err: error, story: storyId }, 'a draft could not be stored; it is tried again')
    tellAll({ kind: 'unsaved', sentence: notSaved })
  }

  function tellSaved(asker: Asker, n: number): void {
    say(asker, { kind: 'saved', n, at: house.clock.now().toISOString() })
  }
}

const notSaved =
  'Not saved yet: the server cannot write just now. Keep this page open; it is saved as soon as it can be.'

export function say(asker: Asker, word: SavingWord): void {
  asker.sendStateless(JSON.stringify(word))
}
