import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { knownEmbed } from '../../blocks/embed/providers.ts'
import { isSafeHref } from '../../blocks/inline.ts'
import type { WritingDesk } from '../desk.ts'
import { gapAt } from '../text/block-gaps.ts'
import { insertFiles } from '../uploads/place-file.ts'
import { beginUpload, insertPhotographs } from '../uploads/place-photograph.ts'
import { cleanPaste } from './clean-html.ts'
import type { PastedPicture } from './pictures.ts'

/** Pasting and dropping: text comes in clean, pictures and files go up, a lone address becomes what it leads to. */
export function paste(desk: () => WritingDesk): Extension {
  return Extension.create({
    name: 'cleanPaste',
    addProseMirrorPlugins() {
      let pictures: PastedPicture[] = []
      return [
        new Plugin({
          key: new PluginKey('paste'),
          props: {
            transformPastedHTML(html) {
              const clean = cleanPaste(html)
              pictures = clean.pictures
              return clean.html
            },
            transformPasted: slice => withPictures(slice, pictures, desk()),
            handlePaste: (view, event) => {
              const data = event.clipboardData
              if (!data) return false
              return pasteAddress(view, data) || pasteFiles(view, data, desk())
            },
            handleDrop: (view, event, _slice, moved) => !moved && dropFiles(view, event, desk()),
          },
        }),
      ]
    },
  })
}

/** Pictures that came with the text begin to go up; the blocks that wait for them say so. */
function withPictures(slice: Slice, pictures: readonly PastedPicture[], desk: WritingDesk): Slice {
  if (pictures.length === 0) return slice
  const change = (fragment: Fragment): Fragment =>
    Fragment.from(
      fragment.content.map((node: Node) => {
        const { pasted } = Object(node.attrs.more) as { pasted?: number }
        const picture = pasted === undefined ? undefined : pictures[pasted]
        if (!picture) return node.isLeaf ? node : node.copy(change(node.content))
        return node.type.create({ ...node.attrs, more: { upload: sent(picture, desk) } }, node.content)
      }),
    )
  return new Slice(change(slice.content), slice.openStart, slice.openEnd)
}

function sent(picture: PastedPicture, desk: WritingDesk) {
  if (picture.kind === 'data') {
    const file = fileFrom(picture.url, picture.name)
    if (file) return beginUpload(desk, file)
  }
  return { key: '', name: picture.name, by: desk.facts.me.id }
}

/** The file in a data: address (RFC 2397); null where it cannot be read. */
export function fileFrom(url: string, name: string): File | null {
  const [, type = '', encoded] =
    /^data:(image\/[\w.+-]+)(?:;[\w-]+=[^;,]*)*;base64,([\s\S]*)$/i.exec(url) ?? []
  if (encoded === undefined) return null
  try {
    const bytes = Uint8Array.from(atob(encoded.replace(/\s+/g, '')), letter => letter.charCodeAt(0))
    const ending = type.split('/')[1]!.replace('jpeg', 'jpg')
    return new File([bytes], `${name}.${ending}`, { type })
  } catch {
    return null
  }
}

/** A lone address: links what is selected; in an empty paragraph becomes what it leads to, where that can be shown. */
function pasteAddress(view: EditorView, data: DataTransfer): boolean {
  const text = data.getData('text/plain').trim()
  if (!/^https?:\/\/\S+$/i.test(text) || text.length > 2000 || !isSafeHref(text)) return false
  const { state } = view
  const { selection, schema } = state
  const { $from } = selection
  if ($from.parent.type.spec.marks === '') return false
  const link = schema.marks.link!.create({ href: text })
  if (!selection.empty) {
    if (!$from.sameParent(selection.$to)) return false
    view.dispatch(state.tr.addMark(selection.from, selection.to, link))
    return true
  }
  const isAlone =
    $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (isAlone && knownEmbed(text)) {
    const embed = schema.nodes.embed!.create({ url: text })
    const change = state.tr.replaceWith($from.before(), $from.after(), [
      embed,
      schema.nodes.paragraph!.create(),
    ])
    view.dispatch(change.scrollIntoView())
    return true
  }
  view.dispatch(state.tr.replaceSelectionWith(schema.text(text, [link]), false).scrollIntoView())
  return true
}

function pasteFiles(view: EditorView, data: DataTransfer, desk: WritingDesk): boolean {
  const files = [...data.files]
  if (files.length === 0) return false
  // Word and tables of figures put a picture of the text beside the text.
  const html = data.getData('text/html')
  if (html && hasText(html)) return false
  const { $to } = view.state.selection
  return place(files, $to.depth > 0 ? $to.after(1) : $to.pos, desk)
}

function dropFiles(view: EditorView, event: DragEvent, desk: WritingDesk): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0) return false
  event.preventDefault()
  return place(files, gapAt(view, event.clientY).pos, desk)
}

function place(files: readonly File[], at: number, desk: WritingDesk): boolean {
  const pictures = files.filter(file => file.type.startsWith('image/'))
  const others = files.filter(file => !file.type.startsWith('image/'))
  insertFiles(desk, others, at)
  insertPhotographs(desk, pictures, at)
  return true
}

function hasText(html: string): boolean {
  return /\S/.test(new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '')
}
