import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { PhotographData } from '../../../design/photograph-data.ts'

/** What every block has: a short id that stays when the text is edited or reordered, and its kind. */
export interface BlockBase {
  id: string
  type: string
}

export type BlockPhotograph = PhotographData

/** A published story as a card inside another text needs it. */
export interface BlockStory {
  id: number
  slug: string
  headline: string
  standfirst: string
  language: string
  publishedAt: Date
  photograph: BlockPhotograph | null
}

export interface BlockFile {
  id: number
  src: string
  name: string
  mime: string
  bytes: number | null
}

/** What blocks may refer to, looked up once for a whole story before it is rendered. */
export interface BlockContext {
  /** Language of the interface, for labels such as "Photograph". */
  language: string
  /** Absolute address of the publication, no slash at the end; e-mail and feeds need absolute links. */
  siteUrl: string
  storyId: number
  /** Path of the story's own page ("/ferry-vote"); links to places inside the text need it outside that page. */
  storyPath?: string
  /** True where staff look: unknown blocks are then shown with their data. */
  forStaff: boolean
  photographs: ReadonlyMap<number, BlockPhotograph>
  stories: ReadonlyMap<number, BlockStory>
  files: ReadonlyMap<number, BlockFile>
  /** Where the frames of raw HTML are, when not at `/blocks/<story>`: a draft has its own. */
  htmlBlocksAt?: string | undefined
  /** Where staff edit this story: each block then gets a mark that leads to its place there. */
  editAt?: string
  /** Anchors of the headings by block id; `renderWeb` finds them itself. */
  anchors?: ReadonlyMap<string, string>
}

/** What a block points at, by id. */
export interface References {
  photographs?: number[]
  stories?: number[]
  files?: number[]
}

/**
 * One kind of block: its schema and one rendering a medium.
 * `web`, `email` and `feed` give Preact trees (each rendered to HTML by its medium);
 * `speech` gives sentences to be read aloud ('' where there is nothing to say); `text` gives plain text for letters and search.
 * `references` names what the block points at, so that it can be looked up before rendering.
 * The schema checks and never changes: no defaults, no coercion. What a field means when it is missing is said by the
 * renderings, so that a block that is read and written again is the same to the last field, known or not.
 */
export interface BlockKind<B extends BlockBase = BlockBase> {
  type: B['type']
  schema: z.ZodType<B>
  web(block: B, context: BlockContext): ComponentChildren
  email(block: B, context: BlockContext): ComponentChildren
  feed(block: B, context: BlockContext): ComponentChildren
  speech(block: B, context: BlockContext): string
  text(block: B, context: BlockContext): string
  references?(block: B): References
  /** True where the block's text is read in the course of the story and counts towards its reading time. */
  counted?: true
}
