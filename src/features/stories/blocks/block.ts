import type { ComponentChildren } from 'preact'
import type { z } from 'zod'

/** What every block has: a short id that stays when the text is edited or reordered, and its kind. */
export interface BlockBase {
  id: string
  type: string
}

/** A picture as a rendering needs it: already resolved, with everything an `<img>` wants to know. */
export interface BlockPhotograph {
  id: number
  state: 'pending' | 'ready' | 'failed' | 'elsewhere'
  alt: string
  caption: string
  credit: string
  width: number | null
  height: number | null
  focalX: number
  focalY: number
  tone: string | null
  /** Address of the original, or of the place it is linked from when state is 'elsewhere'. */
  src: string
  renditions: { format: 'avif' | 'webp' | 'jpeg' | 'png'; width: number; height: number; src: string }[]
}

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
  /** True where staff look: unknown blocks are then shown with their data. */
  forStaff: boolean
  photographs: ReadonlyMap<number, BlockPhotograph>
  stories: ReadonlyMap<number, BlockStory>
  files: ReadonlyMap<number, BlockFile>
}

/**
 * One kind of block: its schema and one rendering a medium.
 * `web`, `email` and `feed` give Preact trees (each rendered to HTML by its medium);
 * `speech` gives sentences to be read aloud ('' where there is nothing to say); `text` gives plain text for letters and search.
 * `references` names what the block points at, so that it can be looked up before rendering.
 */
export interface BlockKind<B extends BlockBase = BlockBase> {
  type: B['type']
  schema: z.ZodType<B>
  web(block: B, context: BlockContext): ComponentChildren
  email(block: B, context: BlockContext): ComponentChildren
  feed(block: B, context: BlockContext): ComponentChildren
  speech(block: B, context: BlockContext): string
  text(block: B, context: BlockContext): string
  references?(block: B): { photographs?: number[]; stories?: number[]; files?: number[] }
}
