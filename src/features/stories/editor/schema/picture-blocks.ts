import { Node } from '@tiptap/core'
import { blockAttributes, kept } from './attributes.ts'

/** A photograph in this place. No `caption` inside: the photograph's own is shown; an empty one: nothing is said. */
export const Photograph = Node.create({
  name: 'photograph',
  group: 'block',
  content: 'caption*',
  draggable: true,
  isolating: true,
  addAttributes: () => blockAttributes('photographId', 'alt', 'credit', 'width', 'href'),
  parseHTML: () => [{ tag: 'figure[data-block=photograph]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-block': 'photograph', ...HTMLAttributes }, 0],
})

/** Photographs, then perhaps a `caption` of the gallery as a whole. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: '(galleryPhotograph | caption)*',
  draggable: true,
  isolating: true,
  addAttributes: () => blockAttributes(),
  parseHTML: () => [{ tag: 'section[data-block=gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { 'data-block': 'gallery', ...HTMLAttributes }, 0],
})

export const GalleryPhotograph = Node.create({
  name: 'galleryPhotograph',
  content: 'caption*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ ...kept('photographId'), ...kept('alt'), ...kept('credit') }),
  parseHTML: () => [{ tag: 'figure[data-part=gallery-photograph]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-part': 'gallery-photograph', ...HTMLAttributes }, 0],
})

/** Running text that belongs to the photograph, gallery, embed or table it stands in. */
export const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  isolating: true,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
})

export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'caption*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ ...blockAttributes('provider', 'title'), ...kept('url', '') }),
  parseHTML: () => [{ tag: 'figure[data-block=embed]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-block': 'embed', ...HTMLAttributes }, 0],
})
