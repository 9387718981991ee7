import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { gapAt } from '../text/block-gaps.ts'
import { moveBlockTo } from '../text/move-block.ts'
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
    // Not selected: its controls would open, and everything below would move while it is being carried.
    const block = blockAt()
    if (!block || !event.dataTransfer) return
    const { dom, text } = editor.view.serializeForClipboard(block.content())
    event.dataTransfer.clearData()
    event.dataTransfer.setData('text/html', dom.innerHTML)
    event.dataTransfer.setData('text/plain', text)
    event.dataTransfer.effectAllowed = 'copyMove'
    const shown = editor.view.nodeDOM(block.from)
    if (shown instanceof Element) event.dataTransfer.setDragImage(shown, 0, 0)
    carry({ editor, handle, id: block.node.attrs.id })
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

  function select(): void {
    const { state, view } = editor
    const block = blockAt()
    if (block) view.dispatch(state.tr.setSelection(block))
  }

  function blockAt(): NodeSelection | null {
    const { doc } = editor.state
    return position === null || !doc.nodeAt(position) ? null : NodeSelection.create(doc, position)
  }
}

/**
 * Until the drag that has just begun is over: shows where the block of this id would come to stand, and puts it there,
 * whatever others do to the text meanwhile. Beside the text counts as well as in it, since that is where the handle is.
 */
function carry({ editor, handle, id }: { editor: Editor; handle: HTMLElement; id: unknown }): void {
  const { view } = editor
  const sheet = view.dom.closest('.writing__sheet') ?? view.dom
  const line = document.createElement('div')
  line.className = 'drop-line'
  const over = new AbortController()
  const listen = (name: 'dragover' | 'drop', act: (event: DragEvent) => void) =>
    document.addEventListener(
      name,
      event => {
        line.remove()
        if (!(event.target instanceof Node) || !sheet.contains(event.target)) return
        event.preventDefault()
        // The text would take it for something to be put in between its letters.
        event.stopPropagation()
        act(event)
      },
      { capture: true, signal: over.signal },
    )
  listen('dragover', event => {
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move'
    const parent = view.dom.parentElement
    if (!parent) return
    line.style.setProperty('top', `${gapAt(view, event.clientY).top - parent.getBoundingClientRect().top}px`)
    parent.append(line)
  })
  listen('drop', event => {
    const from = view.state.doc.children.findIndex(({ attrs }) => attrs.id === id)
    const moved = from >= 0 && moveBlockTo(view.state, from, gapAt(view, event.clientY).index)
    if (moved) view.dispatch(moved)
    view.focus()
  })
  handle.addEventListener(
    'dragend',
    () => {
      line.remove()
      over.abort()
    },
    { once: true },
  )
}
