import type { Inline } from '../src/features/stories/blocks/inline.ts'

export type AuthorSlug =
  | 'maeve-carrigan'
  | 'tomas-vell'
  | 'ines-okafor-lund'
  | 'daniel-prouse'
  | 'salma-haddad'
  | 'wilf-arden'

export type TopicSlug = 'town-hall' | 'harbour' | 'schools' | 'land-and-water' | 'culture'

export interface DemoListItem {
  content: Inline[]
  list?: { ordered: boolean; items: DemoListItem[] }
}

export interface DemoRow {
  cells: { content: Inline[]; header?: boolean; align?: 'end' }[]
}

/**
 * A block as the demo writes it: the shape of a kept block, but without an id, and with what it points at named
 * (`photograph`, `story`, `file`) where a kept block has a number. The loader puts ids and numbers in.
 */
export type DemoBlock =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: 2 | 3; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: DemoListItem[] }
  | { type: 'quotation'; paragraphs: Inline[][]; cite?: Inline[] }
  | { type: 'pull-quote'; content: Inline[]; attribution?: string }
  | { type: 'photograph'; photograph: string; caption?: Inline[]; width: 'text' | 'wide' | 'full' }
  | { type: 'gallery'; photographs: { photograph: string; caption?: Inline[] }[]; caption?: Inline[] }
  | { type: 'related-story'; story: string }
  | { type: 'embed'; provider: string; url: string; title?: string; caption?: Inline[] }
  | { type: 'table'; caption?: Inline[]; head: boolean; rows: DemoRow[] }
  | { type: 'code'; text: string; language?: string }
  | { type: 'file'; file: string; title?: string; description?: string }
  | { type: 'divider' }
  | { type: 'call-out'; tone: 'note' | 'facts' | 'warning'; title?: string; paragraphs: Inline[][] }
  | { type: 'html'; html: string; height?: number }

export interface DemoCorrection {
  text: string
  severity: 'minor' | 'major'
  placement: 'top' | 'bottom'
  /** Hours after the story was published. */
  afterHours: number
}

export interface DemoStory {
  slug: string
  kind: 'story' | 'page'
  headline: string
  standfirst: string
  label?: string
  language: string
  authors: AuthorSlug[]
  /** The first is the primary topic. */
  topics: TopicSlug[]
  /** Name of a picture in demo/pictures. */
  picture: string | null
  /** In place of the picture’s own caption. */
  pictureCaption?: string
  /** Days before the first start. */
  daysAgo: number
  /** Time of day in the publication's zone, "HH:MM". */
  hour: string
  updatedAfterMinutes?: number
  corrections?: DemoCorrection[]
  searchHeadline?: string
  /** Slug of the original. */
  translationOf?: string
  blocks: DemoBlock[]
}

export interface DemoBrief {
  /** Minutes before the first start. */
  minutesAgo: number
  headline: string
  /** Running text in the notation of stories/write.ts. */
  paragraphs?: string[]
  breaking?: true
  pinned?: true
  /** Slug of the story it belongs to. */
  story?: string
}

export interface DemoSlot {
  /** Slug. */
  story: string
  headline?: string
  standfirst?: string
  /** Name of a picture. */
  picture?: string
}

export interface DemoContainer {
  id: string
  layout: 'lead' | 'river' | 'grid' | 'list' | 'opinion' | 'ranked'
  title: string
  href?: string
  size: number
  slots: DemoSlot[]
  /** What fills the places that no slot takes. */
  fill?: { topic?: TopicSlug; author?: AuthorSlug; label?: string; language?: string; latest?: true }
}

export interface DemoFront {
  slug: string
  title: string
  containers: DemoContainer[]
}

export interface DemoAuthor {
  slug: AuthorSlug
  name: string
  role: string
  bio: string
  email: string
  picture: string
}

export interface DemoTopic {
  slug: TopicSlug
  name: string
  description: string
}
