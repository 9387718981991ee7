import { type HocuspocusProvider, WebSocketStatus } from '@hocuspocus/provider'
import type { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { type AskToKeep, readWord, refusals, savingWord } from '../../live-draft/saving-words.ts'
import { isFinal, type Keeping, keepingFrom } from './keeping-state.ts'
import type { UnsentMark } from './local-copies.ts'
import type { Store } from './store.ts'

/**
 * Keeps `keeping` true. A change counts as saved when the newsroom has said that it is in the database: after every
 * change that has arrived there, it is asked to say so (saving-words.ts).
 */
export function watchKeeping(options: {
  document: Y.Doc
  provider: HocuspocusProvider
  local: IndexeddbPersistence
  keeping: Store<Keeping>
  mark: UnsentMark
  storyId: number
}): void {
  const { document, provider, local, keeping, mark, storyId } = options
  const socket = provider.configuration.websocketProvider
  let version = 0
  let saved = -1
  /** Newest version that is on this browser's disk; null where it keeps nothing. */
  let keptVersion: number | null = 0
  let trouble: string | null = null

  document.on('update', (_change: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    version++
    mark.set(headlineOf(document))
    noteKept()
    tell()
  })
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number === 0 && saved < version) ask()
    tell()
  })
  provider.on('status', tell)
  provider.on('synced', tell)
  provider.on('disconnect', () => {
    tell()
    // The line was back before the old socket had closed: it was still there to be asked for, and nobody asks again.
    if (navigator.onLine && !socket.shouldConnect) connect()
    void askWhy()
  })
  provider.on('stateless', ({ payload }: { payload: string }) => hear(payload))
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    // Another document of the same story, from before a backup was restored: it must not come back with the page.
    if (reason === refusals.foreign) void local.clearData()
    end(
      reason === refusals.outdated || reason === refusals.foreign
        ? { state: 'outdated' }
        : { state: 'ended', sentence: null, signedOut: false },
    )
  })
  local.whenSynced.then(() => {
    noteKept()
    // Another page has signed out and clears what is kept here: there is nothing in it that the newsroom has not.
    local.db?.addEventListener('versionchange', () => {
      if (saved < version) return
      keptVersion = null
      void local.destroy()
    })
  })
  // Where the browser refuses its store (private windows, a full disk), nothing is said to be kept.
  ;(local as unknown as { _db: Promise<IDBDatabase> })._db.catch(() => {
    keptVersion = null
    tell()
  })
  addEventListener('offline', () => socket.disconnect())
  addEventListener('online', connect)
  addEventListener('beforeunload', event => {
    const now = keeping.get()
    const safe =
      now.state === 'saved' || now.state === 'opening' || (saved === version && now.state !== 'unkept')
    if (!safe && !(now.state === 'offline' && now.kept === 'yes')) event.preventDefault()
  })

  function connect(): void {
    if (!isFinal(keeping.get())) void socket.connect()
  }

  /** What is written to one store is written in order: once this small question is answered, the change is on the disk. */
  function noteKept(): void {
    const { db } = local
    const asked = version
    if (!db || keptVersion === null) return
    const transaction = db.transaction(['updates'], 'readonly')
    transaction.objectStore('updates').count()
    transaction.oncomplete = () => {
      keptVersion = Math.max(keptVersion ?? 0, asked)
      tell()
    }
  }

  function ask(): void {
    const word: AskToKeep = { kind: 'keep', n: version }
    provider.sendStateless(JSON.stringify(word))
  }

  function hear(payload: string): void {
    const word = readWord(savingWord, payload)
    if (word?.kind === 'ended') end({ state: 'ended', sentence: word.sentence, signedOut: false })
    else if (word?.kind === 'saved') {
      saved = Math.max(saved, word.n ?? -1)
      trouble = null
    } else if (word) trouble = word.sentence
    tell()
  }

  function tell(): void {
    if (isFinal(keeping.get())) return
    const next = keepingFrom({
      connected: socket.status === WebSocketStatus.Connected,
      synced: provider.isSynced && provider.unsyncedChanges === 0,
      hasText: document.getXmlFragment('body').length > 0,
      unsent: saved < version,
      kept: keptVersion === null ? 'no' : keptVersion < version ? 'soon' : 'yes',
      trouble,
    })
    if (next.state === 'saved') mark.clear()
    if (JSON.stringify(next) !== JSON.stringify(keeping.get())) keeping.set(next)
  }

  function end(state: Keeping): void {
    keeping.set(state)
    socket.disconnect()
  }

  /** A socket that is refused does not say why; the page itself does. */
  async function askWhy(): Promise<void> {
    if (!navigator.onLine) return
    const answer = await fetch(`/newsroom/stories/${storyId}/standing`, { redirect: 'manual' }).catch(
      () => null,
    )
    if (answer === null || answer.ok || answer.status >= 500) return
    const signedOut = answer.type === 'opaqueredirect' || answer.status === 401
    if (signedOut || answer.status === 403 || answer.status === 404 || answer.status === 410)
      end({ state: 'ended', sentence: null, signedOut })
  }
}

function headlineOf(document: Y.Doc): string {
  return document
    .getXmlFragment('headline')
    .toString()
    .replace(/<[^>]*>/g, '')
}
