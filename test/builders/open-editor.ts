import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect, onTestFinished } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '../../src/features/stories/editor/schema/schema-version.ts'
import type { DraftContent } from '../../src/features/stories/live-draft/draft-content.ts'
import { documentName, editorToken, keyOf } from '../../src/features/stories/live-draft/saving-words.ts'
import { readDocument } from '../../src/features/stories/live-draft/shared-document.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { followSaving, type Saving } from './follow-saving.ts'
import type { SignedIn } from './staff.ts'

/** An open editor without its page: the shared text and what it says about itself. */
export interface TestEditor {
  document: Y.Doc
  provider: HocuspocusProvider
  saving(): Saving['state'] | undefined
  sentence(): string
  words(): string
  /** Types at the end of the first paragraph. */
  type(words: string): void
  cut(): void
  back(): void
  /** From now on its line leads to another node. */
  moveTo(at: string): void
  leave(): void
}

/** Opens a story as this person, over a real websocket. Gone after the test. */
export function openEditor(options: {
  /** The node's address, http://… */
  at: string
  storyId: number
  who: SignedIn
  token?: string
  /** What this browser has kept from another time. */
  document?: Y.Doc
}): TestEditor {
  const { at, storyId, who } = options
  const addressAt = (node: string) => `${node.replace('http', 'ws')}/newsroom/stories/${storyId}/live`
  const document = options.document ?? new Y.Doc()
  let saving: Saving | undefined
  let left = false
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: who.cookie } })
      // The provider stops listening when it gives a socket up.
      this.on('error', () => {})
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: addressAt(at),
    WebSocketPolyfill: Socket,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentName(storyId),
    document,
    token: () => options.token ?? editorToken(schemaVersion, keyOf(document)),
  })
  provider.attach()
  const stop = followSaving(provider, now => {
    saving = now
  })
  const one: TestEditor = {
    document,
    provider,
    saving: () => saving?.state,
    sentence: () => (saving && 'sentence' in saving ? saving.sentence : ''),
    words: () => wordsIn(readDocument(document)),
    type(words) {
      const block = document.getXmlFragment('body').get(0) as Y.XmlElement
      const text = block.get(0) as Y.XmlText
      text.insert(text.length, words)
    },
    cut: () => socket.disconnect(),
    back: () => void socket.connect(),
    moveTo(next) {
      socket.configuration.url = addressAt(next)
    },
    leave() {
      if (left) return
      left = true
      stop()
      provider.destroy()
      socket.destroy()
    },
  }
  onTestFinished(one.leave)
  return one
}

/** The words of all paragraphs, without gaps. */
export function wordsIn(content: DraftContent): string {
  return content.blocks
    .flatMap(block => (block.content as { text: string }[] | undefined) ?? [])
    .map(part => part.text)
    .join('')
}

export const ready = (one: TestEditor) =>
  expect.poll(() => one.provider.isSynced, { timeout: 8000 }).toBe(true)
export const saved = (one: TestEditor) => expect.poll(one.saving, { timeout: 8000 }).toBe('saved')

export async function draftOf(db: Database, storyId: number): Promise<DraftContent> {
  const row = await db
    .selectFrom('stories')
    .select('draft')
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow()
  return row.draft as DraftContent
}
