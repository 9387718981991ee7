import type { WritingDesk } from '../desk.ts'
import { type Pending, pendingOf } from './place-photograph.ts'

/** Puts files for download into the text and sends them up. */
export function insertFiles(desk: WritingDesk, files: readonly File[], at: number): void {
  if (files.length === 0) return
  const { file: type } = desk.body.schema.nodes
  const blocks = files.map(file => type!.create({ more: { upload: beginFile(desk, file) } }))
  desk.body.view.dispatch(desk.body.state.tr.insert(at, blocks).scrollIntoView())
}

/** Begins to send a file; the block that waits for it gets it, wherever it stands by then. */
export function beginFile(desk: WritingDesk, file: File): NonNullable<Pending['upload']> {
  const key = desk.uploads.begin(file, 'files', answer => {
    const id = Number(answer.querySelector<HTMLElement>('li[data-id]')?.dataset.id)
    if (id) settle(desk, key, id)
  })
  return { key, name: file.name.slice(0, 200), by: desk.facts.me.id }
}

function settle({ body }: WritingDesk, key: string, fileId: number): void {
  const change = body.state.tr
  body.state.doc.forEach((node, offset) => {
    if (node.type.name !== 'file' || pendingOf(node).upload?.key !== key) return
    change.setNodeAttribute(offset, 'fileId', fileId).setNodeAttribute(offset, 'more', null)
  })
  if (change.docChanged) body.view.dispatch(change.setMeta('addToHistory', false))
}
