import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { WritingDesk } from '../../editor/desk.ts'
import { newBlockId } from '../../editor/schema/new-block-id.ts'
import { asSuggestion, type Suggester } from '../../suggestions/as-suggestion.ts'
import { settleInText, suggestionAt, suggestionsOf } from '../../suggestions/settle-in-text.ts'
import { beginNote } from './begin-note.ts'
import type { Margin } from './margin.ts'
import { notesAt } from './note-marks.ts'

/** What the margin adds to a text: open notes are shown, typing can be suggesting, and its keys. */
export function marginText(desk: () => WritingDesk): Extension {
  return Extension.create({
    name: 'marginText',
    priority: 950,
    dispatchTransaction({ transaction, next }) {
      const { margin, facts } = desk()
      if (!margin.suggesting.get() || transaction.getMeta(ySyncPluginKey)) return next(transaction)
      suggest(transaction, next, { editor: this.editor, margin, staffId: facts.me.id })
    },
    addProseMirrorPlugins() {
      return [marginPlugin(this.editor, desk)]
    },
  })
}

function suggest(
  transaction: Transaction,
  next: (transaction: Transaction) => void,
  { editor, margin, staffId }: { editor: Editor; margin: Margin; staffId: number },
): void {
  const by: Suggester = { staffId, fresh: () => ({ id: newBlockId(), at: new Date().toISOString() }) }
  const suggested = asSuggestion(transaction, editor.state, by)
  if (suggested === 'as it is') {
    next(transaction)
    return
  }
  if ('refused' in suggested) {
    margin.told.set(margin.texts[suggested.refused])
    // What the browser has changed on the page already goes back to what the text is.
    next(editor.state.tr)
    return
  }
  margin.told.set(suggested.told ? margin.texts[suggested.told] : '')
  next(suggested.transaction)
}

function marginPlugin(editor: Editor, desk: () => WritingDesk): Plugin {
  return new Plugin({
    key: new PluginKey('margin'),
    props: {
      decorations(state) {
        const { open } = desk().margin
        const near = notesAt(state)
        const shown: Decoration[] = []
        state.doc.descendants((node, at) => {
          const marks = node.marks.filter(({ type }) => type.name === 'note')
          const ids = marks.map(({ attrs }) => String(attrs.id)).filter(id => open.get().has(id))
          if (ids.length === 0) return
          const isNear = ids.some(id => near.has(id))
          shown.push(
            Decoration.inline(at, at + node.nodeSize, { class: isNear ? 'noted noted--near' : 'noted' }),
          )
        })
        return DecorationSet.create(state.doc, shown)
      },
      handleKeyDown(_view, event) {
        return pressed(event, editor, desk())
      },
    },
    view: () => ({
      destroy: desk().margin.open.listen(() => editor.view.dispatch(editor.state.tr)),
    }),
  })
}

/** Ctrl Alt and a letter; AltGr, which many keyboards write letters with, is none of it. */
function pressed(event: KeyboardEvent, editor: Editor, desk: WritingDesk): boolean {
  if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return false
  switch (letterOf(event)) {
    case 'm':
      beginNote(desk, editor)
      return true
    case 'g':
      toggleSuggesting(desk.margin)
      return true
    case 'a':
      return settleHere(desk, editor, 'accept')
    case 'r':
      return settleHere(desk, editor, 'reject')
    default:
      return false
  }
}

function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
}

export function toggleSuggesting({ suggesting, told, texts }: Margin): void {
  suggesting.set(!suggesting.get())
  told.set(suggesting.get() ? texts.suggestingOn : texts.suggestingOff)
}

/** Settles the suggestion at the caret, and goes on to the next one. */
function settleHere({ margin }: WritingDesk, editor: Editor, verdict: 'accept' | 'reject'): boolean {
  const id = suggestionAt(editor.state)
  const change = id === null ? null : settleInText(editor.state, { id }, verdict)
  if (!change) return true
  editor.view.dispatch(change)
  margin.told.set(verdict === 'accept' ? margin.texts.accepted : margin.texts.rejected)
  const { selection, doc } = editor.state
  const left = suggestionsOf(doc)
  const next = left.find(({ from }) => from >= selection.from) ?? left[0]
  if (next) editor.commands.setTextSelection(next.from)
  editor.commands.scrollIntoView()
  return true
}
