import { Node } from '@tiptap/core'
import { blockAttributes, kept } from './attributes.ts'

/*
 * What stands inside is said loosely ("any number of paragraphs and citations"): two people's edits, each of them
 * right, can merge into two citations or none, and a binding that finds a block against its schema deletes it whole.
 * `contentOf` puts such a block in order; the editor may too.
 */

/** Ordered or not by an attribute, so that a list inside a list is always of the same node. */
export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem*',
  addAttributes: () => ({ ...blockAttributes('start'), ...kept('ordered', false) }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    {
      tag: 'ol',
      getAttrs: element => ({
        ordered: true,
        start: Number.parseInt(element.getAttribute('start') ?? '', 10) || null,
      }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    node.attrs.ordered ? 'ol' : 'ul',
    { ...HTMLAttributes, start: node.attrs.ordered ? node.attrs.start : null },
    0,
  ],
})

/** A paragraph, then perhaps one more list; eight levels at most are kept. */
export const ListItem = Node.create({
  name: 'listItem',
  content: '(paragraph | list)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

/** Paragraphs, then perhaps a `cite`. */
export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: '(paragraph | cite)*',
  defining: true,
  addAttributes: () => blockAttributes('url'),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})

export const Cite = Node.create({
  name: 'cite',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'footer[data-part=cite]' }],
  renderHTML: ({ HTMLAttributes }) => ['footer', { 'data-part': 'cite', ...HTMLAttributes }, 0],
})

export const CallOut = Node.create({
  name: 'callOut',
  group: 'block',
  content: 'paragraph*',
  defining: true,
  addAttributes: () => ({ ...blockAttributes('title'), ...kept('tone', 'note') }),
  parseHTML: () => [{ tag: 'aside[data-block=call-out]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'call-out', ...HTMLAttributes }, 0],
})
