import type { HocuspocusProvider } from '@hocuspocus/provider'
import {
  type AskToKeep,
  readWord,
  type SavingWord,
  savingWord,
} from '../../src/features/stories/live-draft/saving-words.ts'

/** What an editor may truthfully say about what was typed in it. */
export type Saving =
  /** Everything is in the database. */
  | { state: 'saved' }
  /** On its way; it takes a second at most. */
  | { state: 'saving' }
  /** The server has it, but cannot write it down just now. */
  | { state: 'unsaved'; sentence: string }
  /** No connection: what is typed is kept in this page and goes out when it is back. */
  | { state: 'offline' }
  /** A change was not taken. */
  | { state: 'refused'; sentence: string }
  /** It is over for this page: signed out, not one's story any more, deleted, or made by another version. */
  | { state: 'ended'; sentence: string }

/** What comes within this time is asked for together; what is not answered within the other is asked again. */
const gatherMs = 50
const againMs = 1000

/** Tells, at every change and at once, whether what was typed is safe, as any editor can. Returns the way to stop. */
export function followSaving(provider: HocuspocusProvider, tell: (saving: Saving) => void): () => void {
  let changes = 0
  let safe = 0
  let asks = 0
  // What was asked on this connection, and how many changes it was about: an answer to an older question is no answer.
  const asked = new Map<number, number>()
  let trouble: Saving | null = null
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const changed = (_change: Uint8Array, origin: unknown) => {
    // What came from the server is the server's.
    if (origin === provider) return
    changes++
    askSoon()
    show()
  }
  const synced = () => {
    askSoon()
    show()
  }
  const heard = ({ payload }: { payload: string }) => {
    const word = readWord(savingWord, payload)
    if (word) take(word)
    show()
  }
  const failed = ({ reason }: { reason: string }) => {
    trouble = {
      state: 'ended',
      sentence: reason === 'outdated' || reason === 'foreign' ? outdated : notAllowed,
    }
    show()
  }
  const closed = ({ event }: { event: { code: number; reason: string } }) => {
    asked.clear()
    // 4400 to 4499 are the server's own: coming back would not help.
    if (event.code >= 4400 && event.code <= 4499) {
      trouble = { state: 'ended', sentence: event.reason || notAllowed }
      provider.configuration.websocketProvider.disconnect()
    }
    show()
  }
  provider.document.on('update', changed)
  provider.on('synced', synced)
  provider.on('stateless', heard)
  provider.on('authenticationFailed', failed)
  provider.on('close', closed)
  provider.on('status', show)
  show()
  return () => {
    clearTimeout(timer)
    provider.document.off('update', changed)
    provider.off('synced', synced)
    provider.off('stateless', heard)
    provider.off('authenticationFailed', failed)
    provider.off('close', closed)
    provider.off('status', show)
  }

  function take(word: SavingWord): void {
    if (word.kind === 'saved') {
      if (trouble?.state === 'unsaved') trouble = null
      if (word.n === undefined) return
      safe = Math.max(safe, asked.get(word.n) ?? 0)
      for (const n of asked.keys()) if (n <= word.n) asked.delete(n)
    } else if (trouble?.state !== 'ended') {
      const state = word.kind
      trouble = { state, sentence: word.sentence }
    }
  }

  function askSoon(ms = gatherMs): void {
    clearTimeout(timer)
    if (safe < changes) timer = setTimeout(ask, ms)
  }

  function ask(): void {
    if (isConnected()) {
      asked.set(++asks, changes)
      provider.sendStateless(JSON.stringify({ kind: 'keep', n: asks } satisfies AskToKeep))
    }
    askSoon(againMs)
  }

  function isConnected(): boolean {
    return provider.configuration.websocketProvider.status === 'connected'
  }

  function show(): void {
    const saving = current()
    const mark = JSON.stringify(saving)
    if (mark === told) return
    told = mark
    tell(saving)
  }

  function current(): Saving {
    if (trouble?.state === 'ended') return trouble
    if (!isConnected()) return { state: 'offline' }
    if (trouble) return trouble
    return safe < changes ? { state: 'saving' } : { state: 'saved' }
  }
}

const outdated = 'The newsroom was updated. Load the page again to go on writing.'
const notAllowed = 'You cannot write in this story any more.'
