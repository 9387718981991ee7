import * as Y from 'yjs'
import type { Database } from '../../../platform/database/database.ts'
import { changesAfter, findDocument, readState } from './document-queries.ts'
import { readTree } from './read-tree.ts'
import { sharedNames } from './shared-document.ts'
import type { StandingText } from './text-pieces.ts'

/**
 * The text that is stored; call `liveDrafts.flush` before where it must be the newest. Null where nobody has had the
 * story open yet, so that it has no notes and no suggestions in it.
 */
export async function readStandingText(db: Database, storyId: number): Promise<StandingText | null> {
  const found = await findDocument(db, storyId)
  if (!found) return null
  const document = new Y.Doc()
  const state = await readState(db, storyId)
  const changes = await changesAfter(db, storyId, found.reached)
  document.transact(() => {
    Y.applyUpdate(document, state)
    for (const { change } of changes) Y.applyUpdate(document, change)
  })
  const text = standingTextIn(document)
  document.destroy()
  return text
}

export function standingTextIn(document: Y.Doc): StandingText {
  const tree = (name: string) => readTree(document.getXmlFragment(name))
  return {
    headline: tree(sharedNames.headline),
    standfirst: tree(sharedNames.standfirst),
    body: tree(sharedNames.body),
  }
}
