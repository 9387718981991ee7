import { Mark } from '@tiptap/core'
import { isSafeHref } from '../../blocks/inline.ts'
import { kept } from './attributes.ts'

/** The marks of running text (blocks/inline.ts), by the same names. The order here is that of nesting: links outermost. */

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => kept('href', ''),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: element => ({ href: element.getAttribute('href') ?? '' }) }],
  // What could run is kept as data only, never as an address.
  renderHTML: ({ mark, HTMLAttributes }) => [
    'a',
    { ...HTMLAttributes, href: isSafeHref(String(mark.attrs.href)) ? mark.attrs.href : null },
    0,
  ],
})

export const Language = Mark.create({
  name: 'language',
  addAttributes: () => kept('language', ''),
  parseHTML: () => [
    { tag: 'span[lang]', getAttrs: element => ({ language: element.getAttribute('lang') ?? '' }) },
  ],
  renderHTML: ({ mark, HTMLAttributes }) => ['span', { ...HTMLAttributes, lang: mark.attrs.language }, 0],
})

export const Bold = plain('bold', 'strong', [{ tag: 'b' }, { style: 'font-weight=bold' }])
export const Italic = plain('italic', 'em', [{ tag: 'i' }, { style: 'font-style=italic' }])
export const Underline = plain('underline', 'u')
export const Strike = plain('strike', 's', [{ tag: 'del' }, { tag: 'strike' }])
export const Code = plain('code', 'code')
export const Subscript = plain('subscript', 'sub')
export const Superscript = plain('superscript', 'sup')
export const Highlight = plain('highlight', 'mark')

/** A mark this program does not know, as it came. */
export const UnknownMark = Mark.create({
  name: 'unknownMark',
  excludes: '',
  addAttributes: () => kept('original'),
  parseHTML: () => [{ tag: 'span[data-mark=unknown]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-mark': 'unknown', ...HTMLAttributes }, 0],
})

/** Where a note in the margin belongs. Several may lie over one another; none is part of the story. */
export const Note = Mark.create({
  name: 'note',
  excludes: '',
  inclusive: false,
  addAttributes: () => kept('id'),
  parseHTML: () => [{ tag: 'span[data-mark=note]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-mark': 'note', ...HTMLAttributes }, 0],
})

/** Text that somebody suggests: not part of the story until it is accepted. `at` is a time in ISO 8601. */
export const Insertion = suggestion('insertion', 'ins')
/** Text that somebody suggests to take out: part of the story until that is accepted. */
export const Deletion = suggestion('deletion', 'del')

function plain(name: string, tag: string, also: ({ tag: string } | { style: string })[] = []) {
  return Mark.create({
    name,
    parseHTML: () => [{ tag }, ...also],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

function suggestion(name: string, tag: string) {
  return Mark.create({
    name,
    priority: 200,
    inclusive: false,
    addAttributes: () => ({ ...kept('id'), ...kept('staffId'), ...kept('at') }),
    parseHTML: () => [{ tag: `${tag}[data-id]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}
