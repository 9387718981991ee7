import { Fragment, type Mark, type Node, type ResolvedPos, type Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'

/** Who suggests. `fresh` gives the id and the time (ISO 8601) of a new suggestion. */
export interface Suggester {
  staffId: number
  fresh(): { id: string; at: string }
}

/** Why a change cannot be suggested; the names of sentences in notes-messages. */
export type Refusal = 'onlyText' | 'noSplit' | 'noJoin' | 'noPaste'

export type Suggested =
  | { transaction: Transaction; told?: 'blocksStay' }
  | { refused: Refusal }
  /** Goes through as it is: it changes no words, or only one's own suggestion. */
  | 'as it is'

/** Transactions with this are no typing: they settle suggestions, or set the mark of a note. */
export const settledMeta = 'not to be suggested'

/** Blocks that are one run of words and can be suggested as a whole. */
const textBlocks: readonly string[] = ['paragraph', 'heading', 'pullQuote']

/**
 * A change as a suggestion: what is typed carries the mark `insertion`, what is deleted stays and carries `deletion`.
 * One's own insertions are altered freely. What words and these two marks cannot say is refused, and nothing is lost.
 */
export function asSuggestion(transaction: Transaction, state: EditorState, by: Suggester): Suggested {
  if (!transaction.docChanged || transaction.getMeta(settledMeta)) return 'as it is'
  const { steps } = transaction
  if (steps.every(step => step instanceof AttrStep && awaitsUpload(state.doc, step))) return 'as it is'
  if (steps.every(step => step instanceof AddMarkStep || step instanceof RemoveMarkStep))
    return isOwn(state.doc, steps as AddMarkStep[], by) ? 'as it is' : { refused: 'onlyText' }
  if (steps.some(step => isSplit(step, state))) return splitAsSuggestion(state, by)
  const change = netChange(transaction, state)
  if (change === null) return 'as it is'
  if (change === 'not words') return { refused: 'onlyText' }
  return suggest(change, { transaction, state, by })
}

interface Change {
  from: number
  to: number
  slice: Slice
}

/** Enter, at the caret: what prosemirror-transform's `split` makes of a paragraph. */
function isSplit(step: Step, { selection }: EditorState): boolean {
  if (!(step instanceof ReplaceStep) || !selection.empty) return false
  const { from, to, slice } = step
  const edges = slice.openStart === 1 && slice.openEnd === 1 && slice.size === 2
  return edges && from === to && from === selection.from && slice.content.childCount === 2
}

/** What a change comes to, as one replacement; null for nothing. */
function netChange(transaction: Transaction, state: EditorState): Change | 'not words' | null {
  const { steps } = transaction
  if (transaction.getMeta('uiEvent') === 'drop') return 'not words'
  if (!steps.every(each => each instanceof ReplaceStep || each instanceof AddMarkStep)) return 'not words'
  const [only, ...others] = steps
  if (only instanceof ReplaceStep && others.length === 0) {
    const { from, to, slice } = only
    return { from, to, slice }
  }
  const [before, after] = [state.doc, transaction.doc]
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return null
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, to: end.a + overlap, slice: after.slice(from, end.b + overlap) }
}

interface Context {
  transaction: Transaction
  state: EditorState
  by: Suggester
}

function suggest(change: Change, context: Context): Suggested {
  const { doc } = context.state
  const { from, to, slice } = insideBlock(doc, change)
  const pasted = blocksIn(slice, doc.type.schema.nodes)
  if (pasted === null)
    return { refused: slice.content.firstChild?.isBlock && from === to ? 'noPaste' : 'onlyText' }
  if (!takesMarks(doc, from, to)) return { refused: 'onlyText' }
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const spans = from < to && !($from.parent.isTextblock && $from.sameParent($to))
  if (spans && pasted.length > 0 && !$from.parent.isTextblock) return { refused: 'onlyText' }
  if (spans && pasted.length === 0 && textBetween(doc, from, to) === '') return join(change, context)
  return replace({ from, to, slice }, pasted, context)
}

/** What would replace a paragraph as a whole (pasting does, into an empty one) goes into it. */
function insideBlock(doc: Node, change: Change): Change {
  const { from, to, slice } = change
  const block = from < to ? doc.nodeAt(from) : null
  const isWhole = block?.isTextblock && from + block.nodeSize === to && slice.size > 0
  return isWhole ? { from: from + 1, to: to - 1, slice } : change
}

/** Words out, words in; blocks stay. */
function replace({ from, to }: Change, pasted: Node[], { transaction, state, by }: Context): Suggested {
  const { doc, tr } = state
  const place = insertionPlace(doc, from, to)
  if (pasted.length > 0 && !place.parent.isTextblock) return { refused: 'onlyText' }
  const [first, ...blocks] = pasted
  if (blocks.length > 0 && !takesBlocks(place)) return { refused: place.depth === 1 ? 'noSplit' : 'noPaste' }
  const attrs = identity(doc, from, to, by)
  const { stays, words } = strikeOut(tr, { doc, from, to, by, attrs })
  if (words === 0 && pasted.length === 0) return { refused: 'onlyText' }
  let caret = tr.mapping.map(caretAfterDeletion(transaction, state, from, to))
  if (first) {
    const mark = doc.type.schema.marks.insertion!.create(attrs)
    const at = tr.mapping.map(place.pos)
    const inline = suggestedWords(first.content, mark)
    if (inline.size > 0) tr.insert(at, inline)
    caret = at + inline.size
    if (blocks.length > 0) {
      const after = tr.doc.resolve(at).after(1)
      const whole = blocks.map(block =>
        block.type.create(newBlock(block), suggestedWords(block.content, mark)),
      )
      tr.insert(after, whole)
      caret = after + whole.reduce((sum, block) => sum + block.nodeSize, 0) - 1
    }
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), -1))
  carryOver(transaction, tr)
  return { transaction: tr, ...(stays ? { told: 'blocksStay' as const } : {}) }
}

/** Taking away the edge between two paragraphs: only where one of them is nothing but one's own suggestion, or empty. */
function join({ from, to }: Change, { transaction, state, by }: Context): Suggested {
  const { doc, tr } = state
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const edge = $from.depth === 1 && $to.depth === 1 && $from.index(0) + 1 === $to.index(0)
  const isEmptyBlock = $from.depth === 0 && $to.depth === 0 && to - from === 2 && doc.childCount > 1
  if (isEmptyBlock) return { transaction: carryOver(transaction, tr.delete(from, to)) }
  if (!edge) return { refused: 'onlyText' }
  const [left, right] = [$from.parent, $to.parent]
  if (!isTextBlock(left) || !isTextBlock(right)) return { refused: 'noJoin' }
  if (isOwnBlock(right, by)) {
    tr.delete($to.before(), $to.after())
    if (right.content.size > 0) tr.insert(from, right.content)
    tr.setSelection(TextSelection.create(tr.doc, from))
  } else if (isOwnBlock(left, by)) {
    const at = $from.before()
    tr.delete(at, $from.after())
    if (left.content.size > 0) tr.insert(at + 1, left.content)
    tr.setSelection(TextSelection.create(tr.doc, at + 1 + left.content.size))
  } else return { refused: 'noJoin' }
  return { transaction: carryOver(transaction, tr) }
}

/**
 * Enter: a new paragraph with what stands behind the caret, or before it, where that is nothing but one's own suggestion.
 * The paragraph that was there keeps its id.
 */
function splitAsSuggestion(state: EditorState, by: Suggester): Suggested {
  const { tr, selection, schema } = state
  const { $from, empty } = selection
  if (!empty || $from.depth !== 1 || !isTextBlock($from.parent)) return { refused: 'noSplit' }
  const { parent, parentOffset } = $from
  const before = parent.content.cut(0, parentOffset)
  const after = parent.content.cut(parentOffset)
  const paragraph = (content: Fragment) => schema.nodes.paragraph!.create(null, content)
  if (isOwnText(after, by)) {
    tr.delete($from.pos, $from.end())
    const at = tr.doc.resolve($from.pos).after()
    tr.insert(at, paragraph(after)).setSelection(TextSelection.create(tr.doc, at + 1))
  } else if (isOwnText(before, by)) {
    tr.delete($from.start(), $from.pos)
    tr.insert($from.before(), paragraph(before))
  } else return { refused: 'noSplit' }
  return { transaction: tr.setMeta(settledMeta, true).scrollIntoView() }
}

/** Marks what was not one's own, and really takes away what was. Says whether something that is no text stayed. */
function strikeOut(
  tr: Transaction,
  range: { doc: Node; from: number; to: number; by: Suggester; attrs: Record<string, unknown> },
): { stays: boolean; words: number } {
  const { doc, from, to, by, attrs } = range
  const { deletion } = doc.type.schema.marks
  const own: [number, number][] = []
  let stays = false
  let words = 0
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) {
      stays ||= node.isLeaf
      return
    }
    const [start, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)]
    words += end - start
    if (insertedBy(node, by)) own.push([start, end])
    else if (!deletion!.isInSet(node.marks)) tr.addMark(start, end, deletion!.create(attrs))
  })
  for (const [start, end] of own.reverse()) tr.delete(start, end)
  dropEmptied(tr, doc, from, to)
  return { stays, words }
}

/** Blocks that were nothing but one's own suggestion, and are now empty, go where they were deleted as a whole. */
function dropEmptied(tr: Transaction, doc: Node, from: number, to: number): void {
  doc.forEach((block, at) => {
    if (at < from || at + block.nodeSize > to || block.content.size === 0 || tr.doc.childCount === 1) return
    const now = tr.mapping.map(at, 1)
    const left = tr.doc.nodeAt(now)
    if (left && isTextBlock(left) && left.content.size === 0) tr.delete(now, now + left.nodeSize)
  })
}

/** Where new words go: behind those that are struck out, in the first of the blocks they stand in. */
function insertionPlace(doc: Node, from: number, to: number): ResolvedPos {
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock) return $from
  return doc.resolve(Math.min(to, $from.end()))
}

function caretAfterDeletion(transaction: Transaction, state: EditorState, from: number, to: number): number {
  const { selection } = state
  // Forward, with Delete: the caret goes on behind what is struck out.
  if (selection.empty && selection.from === from && transaction.selection.from === from) return to
  return from
}

/** The suggestion of mine that is there already, or a new one. */
function identity(doc: Node, from: number, to: number, by: Suggester): Record<string, unknown> {
  for (const $at of [doc.resolve(to), doc.resolve(from)])
    for (const node of [$at.nodeBefore, $at.nodeAfter])
      for (const mark of node?.isText ? node.marks : [])
        if (isSuggestion(mark) && mark.attrs.staffId === by.staffId) return { ...mark.attrs }
  return { ...by.fresh(), staffId: by.staffId }
}

function isSuggestion({ type }: Mark): boolean {
  return type.name === 'insertion' || type.name === 'deletion'
}

/** Running text that is suggested: with its own form, without anybody's notes and suggestions, breaks as spaces. */
function suggestedWords(content: Fragment, mark: Mark): Fragment {
  const { schema } = mark.type
  return Fragment.fromArray(
    content.content.flatMap(node => {
      if (!node.isText) return node.type.name === 'break' ? [schema.text(' ', [mark])] : []
      const marks = node.marks.filter(each => !isSuggestion(each) && each.type.name !== 'note')
      return [node.mark(mark.addToSet(marks))]
    }),
  )
}

/**
 * The blocks of what comes in, the first of which goes on where the caret is; [] for nothing, null for what is no text.
 * Words alone are one.
 */
function blocksIn(slice: Slice, nodes: Record<string, { create(): Node | null } | undefined>): Node[] | null {
  if (slice.size === 0) return []
  const { content } = slice
  if (content.firstChild?.isInline) {
    // A break by itself is no word; with words around it, pasted, it is a space.
    if (content.content.every(node => !node.isText)) return null
    const paragraph = (nodes.paragraph ?? nodes.line)?.create()
    return isWords(content) && paragraph ? [paragraph.copy(content)] : null
  }
  const blocks = content.content
  if (!blocks.every(block => block.isTextblock && isWords(block.content))) return null
  if (blocks.length === 1 && slice.openStart > 0) return [...blocks]
  if (!blocks.every(isTextBlock)) return null
  return blocks.filter((block, place) => place === 0 || block.content.size > 0)
}

function isWords(content: Fragment): boolean {
  return content.content.every(node => node.isText || node.type.name === 'break')
}

function newBlock(block: Node): Record<string, unknown> {
  return { ...block.attrs, id: null }
}

/** Whether whole paragraphs can follow here: at the end of a paragraph of the text itself. */
function takesBlocks($at: ResolvedPos): boolean {
  return $at.depth === 1 && isTextBlock($at.parent) && $at.parentOffset === $at.parent.content.size
}

function takesMarks(doc: Node, from: number, to: number): boolean {
  let takes = true
  const look = (node: Node) => {
    if (node.isTextblock && node.type.spec.marks === '') takes = false
  }
  doc.nodesBetween(from, to, look)
  look(doc.resolve(from).parent)
  return takes
}

function isOwn(doc: Node, steps: readonly { from: number; to: number }[], by: Suggester): boolean {
  return steps.every(({ from, to }) => {
    let own = true
    doc.nodesBetween(from, to, node => {
      if (node.isText && !insertedBy(node, by)) own = false
    })
    return own
  })
}

function insertedBy(node: Node, by: Suggester): boolean {
  return node.marks.some(({ type, attrs }) => type.name === 'insertion' && attrs.staffId === by.staffId)
}

function isOwnText(content: Fragment, by: Suggester): boolean {
  return content.content.every(node => node.isText && insertedBy(node, by))
}

function isOwnBlock(block: Node, by: Suggester): boolean {
  return isOwnText(block.content, by)
}

function isTextBlock(node: Node): boolean {
  return textBlocks.includes(node.type.name)
}

function textBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '', leaf => (leaf.isText ? '' : '￼'))
}

/** A picture that is still on its way up gets what it waits for, whoever is suggesting. */
function awaitsUpload(doc: Node, step: AttrStep): boolean {
  const node = step.pos < doc.content.size ? doc.nodeAt(step.pos) : null
  return (Object(node?.attrs.more) as { upload?: unknown }).upload !== undefined || step.attr === 'id'
}

function carryOver(from: Transaction, to: Transaction): Transaction {
  for (const name of ['paste', 'uiEvent', 'addToHistory', 'inputType'])
    if (from.getMeta(name) !== undefined) to.setMeta(name, from.getMeta(name))
  return to.scrollIntoView()
}
