import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { menuMessages } from './menu-messages.newsroom.ts'

/** A handle beside the block under the pointer: it drags the block, and a press selects it. */
export const DragHandle = Extension.create({
  name: 'dragHandle',
  addProseMirrorPlugins() {
    return [dragHandle(this.editor)]
  },
})

function dragHandle(editor: Editor): Plugin {
  const handle = document.createElement('div')
  handle.className = 'drag-handle'
  handle.draggable = true
  handle.hidden = true
  // The keyboard moves blocks by Alt and the arrow keys.
  handle.setAttribute('aria-hidden', 'true')
  handle.title = menuMessages(document.documentElement.lang).move
  handle.textContent = '⠿'
  let position: number | null = null

  handle.addEventListener('click', () => {
    select()
    editor.view.focus()
  })
  handle.addEventListener('dragstart', event => {
    const selection = select()
    if (!selection || !event.dataTransfer) return
    const slice = selection.content()
    const { dom, text } = editor.view.serializeForClipboard(slice)
    event.dataTransfer.clearData()
    event.dataTransfer.setData('text/html', dom.innerHTML)
    event.dataTransfer.setData('text/plain', text)
    event.dataTransfer.effectAllowed = 'copyMove'
    const block = editor.view.nodeDOM(selection.from)
    if (block instanceof Element) event.dataTransfer.setDragImage(block, 0, 0)
    editor.view.dragging = { slice, move: true }
  })
  handle.addEventListener('dragend', () => {
    editor.view.dragging = null
  })

  return new Plugin({
    key: new PluginKey('dragHandle'),
    view(view) {
      view.dom.parentElement?.append(handle)
      const move = (event: PointerEvent) => {
        if (event.pointerType === 'mouse' && event.buttons === 0) show(view, event.clientY)
      }
      const sheet = view.dom.closest<HTMLElement>('.writing__text') ?? view.dom
      sheet.addEventListener('pointermove', move)
      return {
        update: (now, before) => {
          if (!now.state.doc.eq(before.doc)) hide()
        },
        destroy() {
          sheet.removeEventListener('pointermove', move)
          handle.remove()
        },
      }
    },
  })

  function show(view: EditorView, y: number): void {
    if (!handle.isConnected) view.dom.parentElement?.append(handle)
    let found: HTMLElement | null = null
    let offset = 0
    view.state.doc.forEach((_node, at) => {
      const dom = view.nodeDOM(at)
      if (found || !(dom instanceof HTMLElement)) return
      const { top, bottom } = dom.getBoundingClientRect()
      if (y < top - 12 || y > bottom + 12) return
      found = dom
      offset = at
    })
    if (!found) {
      hide()
      return
    }
    position = offset
    const parent = handle.parentElement!.getBoundingClientRect()
    const block = (found as HTMLElement).getBoundingClientRect()
    handle.hidden = false
    handle.style.setProperty('top', `${block.top - parent.top}px`)
    // Wide pictures begin further out than the text.
    handle.style.setProperty('left', `${Math.max(block.left - parent.left - 28, 4 - parent.left)}px`)
  }

  function hide(): void {
    handle.hidden = true
    position = null
  }

  function select(): NodeSelection | null {
    const { state, view } = editor
    if (position === null || !state.doc.nodeAt(position)) return null
    const selection = NodeSelection.create(state.doc, position)
    view.dispatch(state.tr.setSelection(selection))
    return selection
  }
}
