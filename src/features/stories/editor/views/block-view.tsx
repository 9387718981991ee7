import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { type ComponentChildren, h, render } from 'preact'
import type { WritingDesk } from '../desk.ts'

/** What a block's own controls can know and do. */
export interface BlockProps {
  desk: WritingDesk
  editor: Editor
  node: Node
  id: string
  isSelected: boolean
  /** Changes attributes of the block, as one's own edit. */
  set(attributes: Record<string, unknown>): void
  remove(): void
  /** Where it begins in the text; undefined once it is gone. */
  position(): number | undefined
}

type Part = (props: BlockProps) => ComponentChildren

export interface BlockLook {
  tag: 'figure' | 'div' | 'aside' | 'section' | 'span'
  class: string | ((node: Node) => string)
  /** Shown before what is written in the block, and after it. */
  above?: Part
  below?: Part
  /** The element that holds what is written in the block; none for blocks of one piece. */
  content?: { tag: string; class?: string; inside?: string }
}

/**
 * A block that is shown as the page shows it, with controls of its own. Controls are never part of the text; a press of
 * Escape in them leads back to it.
 */
export function blockView(desk: () => WritingDesk, look: BlockLook): NodeViewRenderer {
  return ({ node: first, editor, getPos }) => {
    let node = first
    let isSelected = false
    const dom = document.createElement(look.tag)
    const above = look.above && controls(look.tag === 'span')
    const below = look.below && controls(look.tag === 'span')
    const [holder, contentDOM] = contentOf(look)
    dom.append(...[above, holder, below].filter(part => part !== undefined))
    for (const part of [above, below]) part?.addEventListener('keydown', leave)
    above?.addEventListener('click', event => {
      if (!isInControl(event)) select()
    })
    draw()

    return {
      dom,
      contentDOM: contentDOM ?? null,
      update(next: Node) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      selectNode() {
        isSelected = true
        draw()
      },
      deselectNode() {
        isSelected = false
        draw()
      },
      stopEvent: (event: Event) =>
        isInControl(event) && !event.type.startsWith('drag') && event.type !== 'drop',
      ignoreMutation: (mutation: { type: string; target: unknown }) => {
        const target = mutation.target as globalThis.Node
        if (mutation.type === 'selection') return isIn(target)
        return !contentDOM || !(contentDOM === target || contentDOM.contains(target))
      },
      destroy() {
        for (const part of [above, below]) if (part) render(null, part)
      },
    }

    function draw(): void {
      const name = typeof look.class === 'string' ? look.class : look.class(node)
      // Classes that decorations have put there stay.
      const kept = dom.classList.contains('has-caret') ? ' has-caret' : ''
      dom.className = `${name}${isSelected ? ' is-selected' : ''}${kept}`
      const id = typeof node.attrs.id === 'string' ? node.attrs.id : ''
      if (id) dom.dataset.blockId = id
      const props: BlockProps = { desk: desk(), editor, node, id, isSelected, set, remove, position }
      if (above && look.above) render(h(look.above as never, props as never), above)
      if (below && look.below) render(h(look.below as never, props as never), below)
    }

    function position(): number | undefined {
      return typeof getPos === 'function' ? getPos() : undefined
    }

    function set(attributes: Record<string, unknown>): void {
      const at = position()
      if (at === undefined) return
      const change = editor.state.tr
      for (const [name, value] of Object.entries(attributes)) change.setNodeAttribute(at, name, value)
      editor.view.dispatch(change)
    }

    function remove(): void {
      const at = position()
      if (at === undefined) return
      editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize))
      editor.view.focus()
    }

    function select(): void {
      const at = position()
      if (at === undefined) return
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)))
    }

    function leave(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const at = position()
      if (at === undefined) return
      event.preventDefault()
      const { state, view } = editor
      const selection = node.isAtom || !contentDOM ? NodeSelection.create(state.doc, at) : textIn(at)
      view.dispatch(state.tr.setSelection(selection))
      view.focus()
    }

    function textIn(at: number) {
      const { doc } = editor.state
      const found = TextSelection.findFrom(doc.resolve(at + 1), 1, true)
      return found && found.from < at + node.nodeSize ? found : NodeSelection.create(doc, at)
    }

    function isIn(target: globalThis.Node): boolean {
      return [above, below].some(part => part?.contains(target))
    }

    function isInControl({ target }: Event): boolean {
      if (!(target instanceof Element) || !isIn(target)) return false
      return target.closest('input, textarea, select, button, summary, a, label, [data-control]') !== null
    }
  }
}

function controls(inline: boolean): HTMLElement {
  const part = document.createElement(inline ? 'span' : 'div')
  part.className = 'controls'
  part.contentEditable = 'false'
  return part
}

/** The element to put into the block, and the one inside it that the text goes into. */
function contentOf({ content }: BlockLook): [HTMLElement | undefined, HTMLElement | undefined] {
  if (!content) return [undefined, undefined]
  const holder = document.createElement(content.tag)
  if (content.class) holder.className = content.class
  if (!content.inside) return [holder, holder]
  const inside = document.createElement(content.inside)
  holder.append(inside)
  return [holder, inside]
}
