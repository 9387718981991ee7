import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { WritingDesk } from '../desk.ts'
import { readPhotographs } from './photograph-shelf.ts'

/** What a photograph block says of a picture that is not in the newsroom yet; it is gone once the picture is. */
export interface Pending {
  /** On its way up: by whom, and under which key this browser knows it. */
  upload?: { key: string; name: string; by: number }
  /** At another host; nobody has fetched it yet. */
  fetch?: { url: string }
}

export function pendingOf(node: Node): Pending {
  return Object(node.attrs.more) as Pending
}

/** Puts pictures into the text and sends them up: each a block of its own, one below the other. */
export function insertPhotographs(desk: WritingDesk, files: readonly File[], at: number): void {
  const { editor, nodes } = parts(desk)
  const blocks = files.map(file => nodes.photograph!.create({ more: { upload: beginUpload(desk, file) } }))
  if (blocks.length === 0) return
  editor.view.dispatch(editor.state.tr.insert(at, blocks).scrollIntoView())
}

/** Sends a picture for a block that is there already. */
export function uploadInto(desk: WritingDesk, position: number, file: File): void {
  const { editor } = parts(desk)
  const change = editor.state.tr.setNodeAttribute(position, 'photographId', null)
  editor.view.dispatch(change.setNodeAttribute(position, 'more', { upload: beginUpload(desk, file) }))
}

/** Begins to send a picture; the block that carries what this gives gets it, wherever it stands by then. */
export function beginUpload(desk: WritingDesk, file: File): NonNullable<Pending['upload']> {
  const key = desk.uploads.begin(file, 'photographs', answer => {
    const [photograph] = readPhotographs(answer)
    if (!photograph) return
    desk.shelf.put(photograph)
    settle(desk, key, photograph.id)
  })
  return { key, name: file.name.slice(0, 200), by: desk.facts.me.id }
}

/** The picture is here: the block that waits for it, wherever it stands by now, gets it. */
function settle(desk: WritingDesk, key: string, photographId: number): void {
  const { editor } = parts(desk)
  const change = editor.state.tr
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name !== 'photograph' || pendingOf(node).upload?.key !== key) return
    change.setNodeAttribute(offset, 'photographId', photographId).setNodeAttribute(offset, 'more', null)
  })
  // That it has arrived is nothing that one takes back; the block itself is.
  if (change.docChanged) editor.view.dispatch(change.setMeta('addToHistory', false))
}

function parts({ body }: WritingDesk): { editor: Editor; nodes: Editor['schema']['nodes'] } {
  return { editor: body, nodes: body.schema.nodes }
}
