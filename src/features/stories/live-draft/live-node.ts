import { randomUUID } from 'node:crypto'
import type { Connection, Document } from '@hocuspocus/server'
import { Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { House } from '../../../platform/house.ts'
import { schemaVersion } from '../editor/schema/schema-version.ts'
import { type DraftSignal, draftsChannel, type MarginSignal, tellNodes } from './document-queries.ts'
import { keepDocument, type OpenDocument, say } from './open-document.ts'
import { renewSeconds } from './presence-queries.ts'
import {
  askToKeep,
  documentName,
  keyOf,
  readToken,
  readWord,
  refusals,
  type SavingWord,
} from './saving-words.ts'
import { type CursorSignal, createSharedCursors } from './shared-cursors.ts'
import { compactStored, openStored } from './stored-document.ts'
import { createWriters, introduce, type Writer } from './writers.ts'

/** Everything of live drafts on one node: documents that are open here, and who writes in them. */
export interface LiveNode {
  readonly hocuspocus: Hocuspocus<Writer>
  /** Opens the story's document, if it is not open, and keeps it so while the writer stays. */
  arrive(writer: Writer): Promise<void>
  leave(writer: Writer): void
  writersOf(storyId: number): number
  /** Stores what is not stored; of one story or of all. Rejects where that cannot be done now. */
  flush(storyId?: number): Promise<void>
  /** Looks at once, and not at the next beat, who may still write. */
  recheck(): Promise<void>
  close(): Promise<void>
}

/** The most a document may take, in bytes of its state: about two thousand pages. */
export const mostBytes = 12 * 1024 * 1024
/** Questions of one connection that are remembered until they can be answered. */
const mostEarly = 20
/** How long a document stays open after the last one left: who loads the page again comes back to it. */
const lingerMs = 5000
const closeWithinMs = 5000

export function createLiveNode(house: House): LiveNode {
  const node = randomUUID()
  const open = new Map<number, { document: Document; kept: OpenDocument }>()
  const reached = new WeakMap<Y.Doc, number>()
  const leaving = new Map<number, NodeJS.Timeout>()
  /** Connections that have told everything they had; of others, what they asked to be kept before they had. */
  const tooEarly = new WeakMap<object, 'complete' | number[]>()
  const letGo = new Set<string>()
  const gone = new Set<number>()
  let closed = false

  const hocuspocus = new Hocuspocus<Writer>({
    quiet: true,
    timeout: 60_000,
    // Storing is ours (open-document.ts); this only looks whether a document can go.
    debounce: 1000,
    maxPendingDocuments: 1,
    async onAuthenticate({ token, documentName: name, context, connectionConfig }) {
      if (name !== documentName(context.storyId)) throw refusal(refusals.forbidden)
      const given = readToken(token)
      if (given?.schemaVersion !== schemaVersion) throw refusal(refusals.outdated)
      const document = open.get(context.storyId)?.document
      if (given.key && document && given.key !== keyOf(document)) throw refusal(refusals.foreign)
      connectionConfig.readOnly = !context.mayWrite
    },
    async connected({ context, connection }) {
      open.get(context.storyId)?.kept.greet(connection)
    },
    async onLoadDocument({ document, documentName: name }) {
      const storyId = storyOf(name)
      const stored = await house.db.transaction().execute(tx => openStored(tx, house.clock, storyId))
      reached.set(document, stored.reached)
      const state = Y.encodeStateAsUpdate(stored.document)
      stored.document.destroy()
      return state
    },
    async afterLoadDocument({ document, documentName: name }) {
      keep(storyOf(name), document as Document)
    },
    async beforeSync({ connection, type, payload, context }) {
      // Step 1 asks for what is missing there, step 2 brings all that is missing here, the rest is what is new.
      if (type === 1) setImmediate(() => answerEarly(context.storyId, connection))
      if (type === 0 || connection.readOnly) return
      const kept = open.get(context.storyId)?.kept
      if (!kept || kept.size() + payload.byteLength <= mostBytes) return
      connection.readOnly = true
      say(connection, { kind: 'refused', sentence: tooLarge })
    },
    async onAwarenessUpdate({ documentName: name, added, updated, removed, transactionOrigin }) {
      cursors.changed(storyOf(name), [...added, ...updated, ...removed], transactionOrigin)
    },
    async beforeHandleAwareness({ states, context }) {
      if (context) introduce(states, context.staff)
    },
    // Nobody waits for this promise: an error would end the program.
    async onStateless({ payload, connection }) {
      const asked = readWord(askToKeep, payload)
      if (!asked || connection.readOnly) return
      const { storyId } = connection.context as Writer
      const early = tooEarly.get(connection)
      if (early !== 'complete') tooEarly.set(connection, [...(early ?? []), asked.n].slice(-mostEarly))
      else open.get(storyId)?.kept.askToKeep(connection, asked.n)
    },
    // A document goes when this node lets it: not while anybody is on the way to it or anything is not stored.
    async beforeUnloadDocument({ documentName: name }) {
      if (!letGo.has(name)) return Promise.reject()
    },
  })

  const writers = createWriters({
    house,
    node,
    explain({ storyId, socket }, sentence) {
      for (const connection of open.get(storyId)?.document.getConnections() ?? [])
        if ((connection.context as Writer).socket === socket) say(connection, { kind: 'ended', sentence })
    },
  })
  const cursors = createSharedCursors({
    node,
    awarenessOf: story => open.get(story)?.document.awareness,
    send: signal => void tellNodes(house.db, signal).catch(() => {}),
  })
  const stopListening = house.signals.listen(draftsChannel, payload => hear(payload))
  const pulse = setInterval(() => void renew().catch(() => {}), renewSeconds * 1000)
  pulse.unref()

  return {
    hocuspocus,
    async arrive(writer) {
      writers.arrived(writer)
      clearTimeout(leaving.get(writer.storyId))
      leaving.delete(writer.storyId)
      const name = documentName(writer.storyId)
      const request = new Request('http://localhost')
      const config = { readOnly: false, isAuthenticated: true }
      await hocuspocus.createDocument(name, request, writer.socket, config, writer)
    },
    leave(writer) {
      writers.left(writer)
      if (!closed && writers.countOf(writer.storyId) === 0) goSoon(writer.storyId)
    },
    writersOf: writers.countOf,
    async flush(storyId) {
      if (storyId !== undefined) return open.get(storyId)?.kept.flush()
      await Promise.all([...open.values()].map(({ kept }) => kept.flush()))
    },
    recheck: renew,
    async close() {
      closed = true
      clearInterval(pulse)
      stopListening()
      cursors.stop()
      for (const timer of leaving.values()) clearTimeout(timer)
      await storeBeforeClosing()
      await writers.stop()
      for (const { kept } of open.values()) kept.stop()
      for (const { document } of open.values()) document.destroy()
      open.clear()
    },
  }

  function keep(storyId: number, document: Document): void {
    const kept = keepDocument({
      house,
      node,
      storyId,
      document,
      reached: reached.get(document) ?? 0,
      staffOf: origin => (origin as { connection?: Connection<Writer> })?.connection?.context.staff.id,
      tellAll: word => tellAll(document, word),
      gone() {
        gone.add(storyId)
        writers.endAllOf(storyId, 'This story was deleted.')
      },
    })
    open.set(storyId, { document, kept })
    // What was stored between reading the document and hearing of changes.
    kept.catchUp()
    cursors.opened(storyId)
  }

  /** Called once a browser has brought all it had: now it can be said when that is kept. */
  function answerEarly(storyId: number, connection: Connection): void {
    const early = tooEarly.get(connection)
    tooEarly.set(connection, 'complete')
    if (!early || early === 'complete') return
    for (const n of early) open.get(storyId)?.kept.askToKeep(connection, n)
  }

  function goSoon(storyId: number): void {
    clearTimeout(leaving.get(storyId))
    leaving.set(
      storyId,
      setTimeout(() => void go(storyId).catch(() => goSoon(storyId)), lingerMs),
    )
  }

  /** Stores what is left, folds the changes into one state, and lets the document go. */
  async function go(storyId: number): Promise<void> {
    const entry = open.get(storyId)
    if (!entry || closed) return void leaving.delete(storyId)
    if (!gone.has(storyId)) await entry.kept.flush()
    if (writers.countOf(storyId) > 0) return
    leaving.delete(storyId)
    letGo.add(entry.document.name)
    try {
      await hocuspocus.unloadDocument(entry.document)
      if (hocuspocus.documents.has(entry.document.name)) return goSoon(storyId)
      entry.kept.stop()
      if (open.get(storyId) === entry) {
        open.delete(storyId)
        cursors.closed(storyId)
      }
    } finally {
      letGo.delete(entry.document.name)
    }
    if (!gone.has(storyId))
      await house.db.transaction().execute(tx => compactStored(tx, house.clock, storyId))
  }

  function hear(payload: string | null): void {
    if (payload === null) {
      for (const [storyId, { kept }] of open) {
        kept.catchUp()
        // Whoever came or wrote in the margin meanwhile was not heard either.
        cursors.opened(storyId)
        tellMargin(storyId)
      }
      return
    }
    const signal = JSON.parse(payload) as DraftSignal | MarginSignal | CursorSignal
    if (signal.kind === 'margin') tellMargin(signal.story)
    else if (signal.kind !== 'changed') cursors.hear(signal)
    else if (signal.node !== node) open.get(signal.story)?.kept.catchUp()
  }

  /** Whoever has the story open looks at its margin again (notes/margin-signal.ts). */
  function tellMargin(storyId: number): void {
    open.get(storyId)?.document.broadcastStateless(JSON.stringify({ kind: 'margin' }))
  }

  /** Looks who may still write, and for changes whose signal was lost. */
  async function renew(): Promise<void> {
    await writers.renew()
    for (const { kept } of open.values()) kept.catchUp()
  }

  async function storeBeforeClosing(): Promise<void> {
    const late = new Promise<never>((_, reject) =>
      setTimeout(reject, closeWithinMs, new Error('late')).unref(),
    )
    const storing = [...open.values()].map(({ kept }) =>
      Promise.race([kept.flush(), late]).catch(error =>
        house.log.error(
          { err: error, story: kept.storyId },
          'a draft could not be stored before stopping; open editors have it',
        ),
      ),
    )
    late.catch(() => {})
    await Promise.all(storing)
  }
}

const tooLarge =
  'This story has become too large, so your last change was not taken. Copy it elsewhere and load the page again.'

function tellAll(document: Document, word: SavingWord): void {
  for (const connection of document.getConnections()) say(connection, word)
}

function storyOf(name: string): number {
  return Number(name.slice(name.indexOf('-') + 1))
}

function refusal(reason: string): Error {
  return Object.assign(new Error(reason), { reason })
}
