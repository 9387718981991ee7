import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { render } from 'preact'
import { floatAt } from './floating.ts'
import { findInsertions, type Insertion } from './insertions.ts'
import { menuMessages } from './menu-messages.newsroom.ts'

interface Open {
  from: number
  words: string
}

/** `/` and a word: a list of what can be put in, walked through with the arrow keys. Escape leaves the letters. */
export const SlashMenu = Extension.create({
  name: 'slashMenu',
  priority: 2000,
  addProseMirrorPlugins() {
    return [slashMenu(this.editor)]
  },
})

function slashMenu(editor: Editor): Plugin {
  const texts = menuMessages(document.documentElement.lang)
  const key = new PluginKey('slashMenu')
  let open: Open | null = null
  let leftAt: number | null = null
  let found: readonly Insertion[] = []
  let at = 0
  const list = document.createElement('div')
  list.className = 'slash-menu'
  list.hidden = true

  return new Plugin({
    key,
    view(view) {
      document.body.append(list)
      return {
        update: now => look(now),
        destroy() {
          render(null, list)
          list.remove()
          view.dom.removeAttribute('aria-activedescendant')
        },
      }
    },
    props: {
      handleKeyDown(view, event) {
        if (!open || event.isComposing) return false
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const step = event.key === 'ArrowDown' ? 1 : found.length - 1
          at = found.length > 0 ? (at + step) % found.length : 0
          draw(view)
          return true
        }
        if (event.key === 'Enter' || event.key === 'Tab') {
          const chosen = found[at]
          if (chosen) choose(chosen)
          else close(view)
          return chosen !== undefined
        }
        if (event.key === 'Escape') {
          leftAt = open.from
          close(view)
          return true
        }
        return false
      },
      handleDOMEvents: {
        blur: view => {
          close(view)
          return false
        },
      },
    },
  })

  function look(view: EditorView): void {
    const next = view.hasFocus() ? slashAt(view.state) : null
    if (next === null) leftAt = null
    if (next === null || next.from === leftAt) {
      close(view)
      return
    }
    if (open?.from === next.from && open.words === next.words) {
      floatAt(list, view, next.from)
      return
    }
    open = next
    found = findInsertions(next.words, texts.insertions)
    at = 0
    // A sentence that happens to have a slash in it is none of ours.
    if (found.length === 0 && next.words.length > 12) close(view)
    else draw(view)
  }

  function draw(view: EditorView): void {
    if (!open) return
    list.hidden = false
    render(
      <div role="listbox" id="slash-menu" aria-label={texts.insert} class="slash-menu__list">
        {found.map((one, i) => (
          <div
            key={one.name}
            id={`slash-${one.name}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            class="slash-menu__item"
            onMouseDown={event => {
              event.preventDefault()
              choose(one)
            }}
          >
            {texts.insertions[one.name]}
          </div>
        ))}
        {found.length === 0 && <p class="soft">{texts.nothing}</p>}
      </div>,
      list,
    )
    view.dom.setAttribute('aria-controls', 'slash-menu')
    const chosen = found[at]
    if (chosen) {
      view.dom.setAttribute('aria-activedescendant', `slash-${chosen.name}`)
      document.getElementById(`slash-${chosen.name}`)?.scrollIntoView({ block: 'nearest' })
    }
    floatAt(list, view, open.from)
  }

  function choose(one: Insertion): void {
    const { state, view } = editor
    if (!open) return
    const { from } = open
    const to = state.selection.from
    close(view)
    view.dispatch(state.tr.delete(from, to))
    one.run(editor)
  }

  function close(view: EditorView): void {
    open = null
    list.hidden = true
    view.dom.removeAttribute('aria-activedescendant')
    view.dom.removeAttribute('aria-controls')
  }
}

/** The slash before the caret, at the start of a paragraph or after a space, and the letters behind it. */
function slashAt({ selection }: EditorState): Open | null {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.name !== 'paragraph') return null
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\ufffc')
  const [, words] = /(?:^|\s)\/([\p{L}\d -]{0,24})$/u.exec(before) ?? []
  if (words === undefined || words.startsWith(' ')) return null
  return { from: $from.pos - words.length - 1, words }
}
