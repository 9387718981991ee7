import { HocuspocusProvider, WebSocketStatus } from '@hocuspocus/provider'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { documentName, editorToken, keyOf } from '../../live-draft/saving-words.ts'
import type { EditorFacts } from '../editor-facts.ts'
import { watchKeeping } from './keeping.ts'
import type { Keeping } from './keeping-state.ts'
import { localCopyName, unsentMark } from './local-copies.ts'
import { createStore, type Store } from './store.ts'
import { ownFields } from './story-fields.ts'

/** The story that everybody writes in, as this browser has it open. */
export interface SharedStory {
  document: Y.Doc
  headline: Y.XmlFragment
  standfirst: Y.XmlFragment
  body: Y.XmlFragment
  fields: Y.Map<unknown>
  awareness: Awareness
  /** Takes back one's own changes only, wherever in the story they were made. */
  undo: Y.UndoManager
  keeping: Store<Keeping>
  /** What the newsroom says beside the text (stateless messages); gives back how to stop. */
  hear(listener: (payload: string) => void): () => void
  /** Resolves when there is a text to show: the newsroom's, or else the one this browser kept. */
  ready: Promise<void>
  connect(): void
  disconnect(): void
}

/** Opens the story: over the websocket, and in the browser's own store, where what is not sent yet survives. */
export function openSharedStory(facts: EditorFacts): SharedStory {
  const document = new Y.Doc()
  const keeping = createStore<Keeping>({ state: 'opening' })
  const local = new IndexeddbPersistence(localCopyName(facts.feedId), document)
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  const provider = new HocuspocusProvider({
    url: `${scheme}//${location.host}/newsroom/stories/${facts.storyId}/live`,
    name: documentName(facts.storyId),
    token: () => tokenFor(facts, document, local),
    document,
  })
  const socket = provider.configuration.websocketProvider
  const fragment = (name: string) => document.getXmlFragment(name)
  const [headline, standfirst, body] = [fragment('headline'), fragment('standfirst'), fragment('body')]
  const fields = document.getMap('story')
  watchKeeping({
    document,
    provider,
    local,
    keeping,
    mark: unsentMark(facts.feedId),
    storyId: facts.storyId,
  })
  return {
    document,
    headline,
    standfirst,
    body,
    fields,
    awareness: provider.awareness!,
    undo: new Y.UndoManager([headline, standfirst, body, fields], {
      trackedOrigins: new Set([ySyncPluginKey, ownFields]),
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    }),
    keeping,
    hear(listener) {
      const heard = ({ payload }: { payload: string }) => listener(payload)
      provider.on('stateless', heard)
      return () => void provider.off('stateless', heard)
    },
    ready: firstText(provider, local, body),
    connect: () => void socket.connect(),
    disconnect: () => socket.disconnect(),
  }
}

/** Says which document this browser has, once its own copy is read; a store that never answers does not hold it up. */
async function tokenFor(facts: EditorFacts, document: Y.Doc, local: IndexeddbPersistence): Promise<string> {
  const late = new Promise<void>(resolve => setTimeout(resolve, 2000))
  await Promise.race([local.whenSynced, late])
  return editorToken(facts.schemaVersion, keyOf(document))
}

/** The newsroom's text; what the browser kept, when the newsroom does not answer and there is something. */
function firstText(
  provider: HocuspocusProvider,
  local: IndexeddbPersistence,
  body: Y.XmlFragment,
): Promise<void> {
  return new Promise(resolve => {
    provider.on('synced', () => resolve())
    const socket = provider.configuration.websocketProvider
    const keptIsAll = () => {
      if (body.length > 0 && socket.status === WebSocketStatus.Disconnected) resolve()
    }
    provider.on('disconnect', keptIsAll)
    void local.whenSynced.then(keptIsAll)
  })
}
