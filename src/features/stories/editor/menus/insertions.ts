import type { Editor, JSONContent } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { toggleList } from '../text/lists.ts'
import type { menuMessages } from './menu-messages.newsroom.ts'

/** One thing that can be put into the text. `also` are other words by which it is found. */
export interface Insertion {
  name: keyof ReturnType<typeof menuMessages>['insertions']
  also: string
  run(editor: Editor): void
}

/** What the slash menu and the button offer, the most used first. */
export const insertions: readonly Insertion[] = [
  block('photograph', 'picture image photo bild foto', { type: 'photograph' }),
  {
    name: 'heading2',
    also: 'h2 title subtitle',
    run: editor => void editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    name: 'heading3',
    also: 'h3',
    run: editor => void editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    name: 'heading4',
    also: 'h4',
    run: editor => void editor.chain().focus().setNode('heading', { level: 4 }).run(),
  },
  { name: 'bullets', also: 'list unordered ul', run: editor => void toggleList(editor, false) },
  { name: 'numbers', also: 'list ordered ol', run: editor => void toggleList(editor, true) },
  { name: 'quotation', also: 'blockquote citation', run: editor => void editor.commands.wrapIn('quotation') },
  {
    name: 'pullQuote',
    also: 'quote large',
    run: editor => void editor.chain().focus().setNode('pullQuote').run(),
  },
  block('relatedStory', 'card link read also', { type: 'relatedStory' }),
  block('gallery', 'pictures photos slideshow', { type: 'gallery' }),
  block('embed', 'video youtube vimeo post tweet x instagram tiktok', { type: 'embed' }),
  block('table', 'rows columns', {
    type: 'tableBlock',
    content: [
      {
        type: 'table',
        attrs: { head: true },
        content: [0, 1, 2].map(() => ({
          type: 'tableRow',
          content: [0, 1, 2].map(() => ({ type: 'tableCell' })),
        })),
      },
    ],
  }),
  block('callOut', 'box aside note', { type: 'callOut', content: [{ type: 'paragraph' }] }),
  block('facts', 'box in brief', {
    type: 'callOut',
    attrs: { tone: 'facts' },
    content: [{ type: 'paragraph' }],
  }),
  block('warning', 'box please note', {
    type: 'callOut',
    attrs: { tone: 'warning' },
    content: [{ type: 'paragraph' }],
  }),
  block('file', 'document pdf download attachment', { type: 'file' }),
  block('divider', 'line rule hr break', { type: 'divider' }),
  {
    name: 'code',
    also: 'program source pre',
    run: editor => void editor.chain().focus().setNode('codeBlock').run(),
  },
  block('html', 'raw source iframe', { type: 'rawHtml' }),
]

/** Puts a block where the caret is: in place of an empty paragraph, else below. The caret goes into it. */
export function insertBlock(editor: Editor, content: JSONContent): void {
  const { state, view, schema } = editor
  const node = schema.nodeFromJSON(content)
  const { $from } = state.selection
  const top = $from.depth > 0 ? $from.node(1) : null
  const isEmpty = top?.type.name === 'paragraph' && top.content.size === 0
  const from = top ? $from.before(1) : $from.pos
  const to = top ? $from.after(1) : $from.pos
  const at = isEmpty ? from : to
  const change = state.tr
  if (isEmpty) change.replaceWith(from, to, node)
  else change.insert(at, node)
  const isLast = change.doc.lastChild === change.doc.nodeAt(at)
  if (isLast) change.insert(change.doc.content.size, schema.nodes.paragraph!.create())
  const inside = node.isAtom ? null : Selection.findFrom(change.doc.resolve(at + 1), 1, true)
  const fits = inside instanceof TextSelection && inside.from < at + node.nodeSize
  change.setSelection(fits ? inside : NodeSelection.create(change.doc, at))
  view.dispatch(change.scrollIntoView())
  view.focus()
  // What asks for something first (a story, an address, a picture) gets the keyboard at once.
  const asks = node.isAtom || ['photograph', 'gallery', 'embed'].includes(node.type.name)
  if (asks && node.type.name !== 'divider') focusControl(view.nodeDOM(at))
}

function focusControl(dom: Node | null): void {
  if (!(dom instanceof HTMLElement)) return
  dom.querySelector<HTMLElement>('.controls :is(input:not([type=file]), button)')?.focus()
}

/** Insertions that a word finds: in their name, or in the words that mean the same. */
export function findInsertions(words: string, names: Record<string, string>): Insertion[] {
  const wanted = words.toLowerCase()
  const matches = (one: Insertion) =>
    `${names[one.name]} ${one.also}`
      .toLowerCase()
      .split(/[\s-]+/)
      .some(word => word.startsWith(wanted)) || names[one.name]!.toLowerCase().startsWith(wanted)
  return insertions.filter(matches)
}

function block(name: Insertion['name'], also: string, content: JSONContent): Insertion {
  return { name, also, run: editor => insertBlock(editor, content) }
}
