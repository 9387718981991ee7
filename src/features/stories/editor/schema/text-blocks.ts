import { Node } from '@tiptap/core'
import { blockAttributes, kept } from './attributes.ts'

/** Blocks that are one run of text. A paragraph also stands inside lists, quotations and call-outs, there without id. */
export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => blockAttributes(),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

/** Levels 2 to 4: the first is the story's headline. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...blockAttributes(), ...kept('level', 2) }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
    { tag: 'h4', attrs: { level: 4 } },
    { tag: 'h5', attrs: { level: 4 } },
    { tag: 'h6', attrs: { level: 4 } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    `h${[2, 3, 4].find(level => level === node.attrs.level) ?? 2}`,
    HTMLAttributes,
    0,
  ],
})

export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => blockAttributes('attribution'),
  parseHTML: () => [{ tag: 'aside[data-block=pull-quote]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'pull-quote', ...HTMLAttributes }, 0],
})

export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  whitespace: 'pre',
  addAttributes: () => blockAttributes('language'),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
})

/** HTML as text, so that several people can write it; it is sanitised where it is shown. */
export const RawHtml = Node.create({
  name: 'rawHtml',
  priority: 200,
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  isolating: true,
  whitespace: 'pre',
  addAttributes: () => blockAttributes('height'),
  parseHTML: () => [{ tag: 'pre[data-block=html]', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', { 'data-block': 'html', ...HTMLAttributes }, 0],
})
