import { Node } from '@tiptap/core'
import { blockAttributes, kept } from './attributes.ts'

/** Blocks that are one piece, without text inside. */

export const RelatedStory = Node.create({
  name: 'relatedStory',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => blockAttributes('storyId', 'headline'),
  parseHTML: () => [{ tag: 'div[data-block=related-story]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'related-story', ...HTMLAttributes }],
})

export const File = Node.create({
  name: 'file',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => blockAttributes('fileId', 'title', 'description'),
  parseHTML: () => [{ tag: 'div[data-block=file]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'file', ...HTMLAttributes }],
})

export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  atom: true,
  addAttributes: () => blockAttributes(),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
})

/** A block of a kind this program does not know, or one that the editor could not show faithfully: kept as it came. */
export const Unknown = Node.create({
  name: 'unknown',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => blockAttributes('original'),
  parseHTML: () => [{ tag: 'div[data-block=unknown]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'unknown', ...HTMLAttributes }],
})

/** The same inside running text. */
export const UnknownPart = Node.create({
  name: 'unknownPart',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => kept('original'),
  parseHTML: () => [{ tag: 'span[data-part=unknown]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-part': 'unknown', ...HTMLAttributes }],
})

export const Break = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})
