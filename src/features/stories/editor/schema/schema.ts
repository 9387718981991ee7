import { type AnyExtension, getSchema, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { CallOut, Cite, List, ListItem, Quotation } from './grouped-blocks.ts'
import { KeepIds } from './keep-ids.ts'
import {
  Bold,
  Code,
  Deletion,
  Highlight,
  Insertion,
  Italic,
  Language,
  Link,
  Note,
  Strike,
  Subscript,
  Superscript,
  Underline,
  UnknownMark,
} from './marks.ts'
import { Caption, Embed, Gallery, GalleryPhotograph, Photograph } from './picture-blocks.ts'
import { Table, TableBlock, TableCell, TableHeader, TableRow } from './table-blocks.ts'
import { CodeBlock, Heading, Paragraph, PullQuote, RawHtml } from './text-blocks.ts'
import { Break, Divider, File, RelatedStory, Unknown, UnknownPart } from './whole-blocks.ts'

/*
 * What a story's text is made of while it is written, without views: usable on the server and in the browser, which adds
 * views with `extend`. Count `schemaVersion` up with every change.
 */

const Body = Node.create({ name: 'doc', topNode: true, content: 'block+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const blocks = [
  Paragraph,
  Heading,
  List,
  ListItem,
  Quotation,
  Cite,
  PullQuote,
  Photograph,
  Gallery,
  GalleryPhotograph,
  Caption,
  RelatedStory,
  Embed,
  TableBlock,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  CodeBlock,
  File,
  Divider,
  CallOut,
  RawHtml,
  Unknown,
]

const marks = [
  Link,
  Language,
  Bold,
  Italic,
  Underline,
  Strike,
  Code,
  Subscript,
  Superscript,
  Highlight,
  UnknownMark,
]

const margin = [Note, Insertion, Deletion]

/** The text itself: the fragment `body`. */
export const bodyExtensions: AnyExtension[] = [
  Body,
  Text,
  ...blocks,
  Break,
  UnknownPart,
  ...marks,
  ...margin,
  KeepIds,
]

/** Headline and standfirst: the fragments `headline` and `standfirst`, plain text with notes and suggestions. */
export const lineExtensions: AnyExtension[] = [
  Node.create({ name: 'doc', topNode: true, content: 'line+' }),
  Node.create({
    name: 'line',
    content: 'text*',
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  }),
  Text,
  ...margin,
]

export const bodySchema: Schema = getSchema(bodyExtensions)
export const lineSchema: Schema = getSchema(lineExtensions)
