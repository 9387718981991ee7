import { ExpectedError } from '../../platform/errors/errors.ts'

export { importCommands } from './import-command.ts'
export { runImport } from './run-import.ts'

/**
 * What an archive is made of once its format is forgotten. A source (WordPress, Ghost, a Masthead archive) turns a
 * file into a stream of these items; the engine (run-import.ts) puts them into the database in one transaction.
 * Foreign ids are the source's own and need be unique only within their kind and archive.
 */

/** Where, in a block, an id of this database belongs that only the engine can know. It is replaced when it is written. */
export type Reference =
  /**
   * A picture or file: the foreign id of an ImportedMedia ('' for none) and the address it was seen at. The address
   * decides where both are given; the id counts only when the file names agree.
   */
  | { $media: string; url?: string }
  /** A story of the same archive. */
  | { $story: string }
  /** The story that had this address; a related story that turns out not to be public becomes a plain link. */
  | { $address: string }

/**
 * A block in the shape of its kind in stories/blocks, with Reference objects in place of ids (`photographId`, `fileId`,
 * `storyId`) and `id` left out: the engine numbers blocks, so that the same text gives the same ids in every run.
 * Two further forms: inside a gallery's `photographs`, `{ $attached: storyForeignId, except: foreignId[] }` stands for
 * every picture whose `parent` is that story; a `link` mark's href may be any old address: the engine turns those of
 * imported stories into '/slug'. A type no block has ('wordpress core/archives') is kept as an unknown block.
 */
export interface ImportedBlock {
  type: string
  [field: string]: unknown
}

/** A body as it leaves an adapter. HTML is turned into blocks by the engine, with the rules of its dialect. */
export type RawBody =
  | { form: 'html'; html: string; dialect: 'wordpress' | 'plain'; footnotes?: { id: string; html: string }[] }
  | { form: 'blocks'; blocks: ImportedBlock[]; media?: SeenMedia[] }

/** A picture or file met inside a body. The engine finds the item it belongs to, or makes one. */
export interface SeenMedia {
  kind: 'photograph' | 'file'
  /** Foreign id that the body claims for it, if any; believed only where the file names agree. */
  foreignId?: string
  url: string
  alt?: string
  caption?: string
  name?: string
  mime?: string
  width?: number
  height?: number
}

export interface ImportedAuthor {
  type: 'author'
  foreignId: string
  name: string
  slug: string
  role?: string
  bio?: string
  email?: string
  links?: { label: string; href: string }[]
  photograph?: Reference
  /** Known by name only, from a byline; one that is told of in full goes before it, wherever it stands in the file. */
  implied?: boolean
  /** Old addresses of the author's page, as they were: whole or from the slash. */
  oldAddresses?: string[]
  notes?: string[]
}

export interface ImportedTopic {
  type: 'topic'
  foreignId: string
  name: string
  slug: string
  description?: string
  photograph?: Reference
  implied?: boolean
  oldAddresses?: string[]
  notes?: string[]
}

export interface ImportedMedia {
  type: 'media'
  kind: 'photograph' | 'file'
  foreignId: string
  /** Where it can be fetched; other addresses of the same picture are recognised by file name and size suffix. */
  url: string
  name?: string
  mime?: string
  width?: number
  height?: number
  bytes?: number
  alt?: string
  caption?: string
  credit?: string
  /** 0–1, from the left and from the top. */
  focalX?: number
  focalY?: number
  createdAt?: Date
  /** Foreign id of the story it was attached to. */
  parent?: string
  /** Place among the parent's pictures. */
  order?: number
  /** For an archive that carries its media: key of bytes already stored with `house.files` (state becomes 'pending'). */
  fileKey?: string
  notes?: string[]
}

/**
 * - published: public at once. - scheduled: goes out at `scheduledFor`; one that lies in the past becomes a draft.
 * - draft: the desk's. - private, password: draft with audience 'nobody'. - withdrawn: answers 410.
 */
export type ForeignState = 'published' | 'scheduled' | 'draft' | 'private' | 'password' | 'withdrawn'

export interface ImportedStory {
  type: 'story'
  foreignId: string
  kind: 'story' | 'page'
  state: ForeignState
  title: string
  slug: string
  publishedAt?: Date
  updatedAt?: Date
  createdAt?: Date
  scheduledFor?: Date
  standfirst: string
  label?: string
  language?: string
  timeZone?: string
  /** Foreign ids, in order. */
  authors: string[]
  /** Foreign ids; the first is the primary one. */
  topics: string[]
  featured?: Reference & { alt?: string; caption?: string; credit?: string }
  body: RawBody
  /** Stays the story's id in feeds, so that readers' programs do not show it anew. */
  feedId?: string
  /** Addresses it had, whole or from the slash, with `?p=` forms; each redirects to it when it differs from '/slug'. */
  oldAddresses: string[]
  /** Earlier slugs at this same address space (WordPress's _wp_old_slug). */
  oldSlugs?: string[]
  searchHeadline?: string
  searchDescription?: string
  canonicalUrl?: string
  corrections?: {
    text: string
    severity?: 'minor' | 'major'
    placement?: 'top' | 'bottom'
    publishedAt: Date
  }[]
  /** What the adapter had to change; goes into the report under the title. */
  notes: string[]
}

/** An address that is not a story's own: `from` is a path (with query if it counts), `to` a path or an address. */
export interface ImportedRedirect {
  type: 'redirect'
  from: string
  to: string
}

/** What the file says of the publication. Nothing is overwritten by it: its address tells own links from foreign ones. */
export interface ImportedPublicationHint {
  type: 'publication'
  name?: string
  tagline?: string
  language?: string
  timeZone?: string
  /** Addresses the old site answered at; the first one also tells this archive from others of the same origin. */
  addresses: string[]
}

/** Something of the file that is not taken, and why; same reasons are counted together. */
export interface LeftBehind {
  type: 'left-behind'
  what: string
  why: string
  title?: string
  count?: number
}

export type ImportItem =
  | ImportedAuthor
  | ImportedTopic
  | ImportedStory
  | ImportedMedia
  | ImportedRedirect
  | ImportedPublicationHint
  | LeftBehind

/**
 * A publication hint comes before anything else; after it items may come in any order.
 * An adapter throws `BadArchive` for a file that is damaged, hostile or of another format.
 */
export interface ImportSource {
  /** 'wordpress', 'ghost', 'masthead'. */
  origin: string
  items(input: ImportInput): AsyncIterable<ImportItem>
}

export interface ImportInput {
  /** The file's bytes, to be read once; the engine counts them for the progress line. */
  bytes: AsyncIterable<Uint8Array>
  path: string
  now: Date
}

/** The whole import is refused: nothing of it stays. The sentence names the place. */
export class BadArchive extends ExpectedError {
  override name = 'BadArchive'
  constructor(sentence: string, options?: ErrorOptions) {
    super('bad-archive', 400, sentence, options)
  }
}

export interface ImportReport {
  origin: string
  file: string
  /** True when nothing was kept because only a trial was asked for. */
  dryRun: boolean
  startedAt: string
  seconds: number
  /** How many of each kind: 'story published', 'page draft', 'author', 'topic', 'photograph', 'file', 'redirect'. */
  counts: Record<string, { added: number; updated: number; unchanged: number }>
  /** What came, but otherwise than it was: a slug, a mark, a state. */
  changed: ReportLine[]
  /** What did not come, by item. */
  skipped: ReportLine[]
  /** What was left out as a kind, counted: comments, menus, revisions. */
  leftBehind: { what: string; why: string; count: number; examples: string[] }[]
  /** Pictures and files that are linked at their old place because they were not fetched, with the reason. */
  mediaElsewhere: { url: string; why: string }[]
  mediaFetched: number
  /** Lines beyond what a report holds; they are counted, not listed. */
  unlisted: { changed: number; skipped: number; mediaElsewhere: number }
}

export interface ReportLine {
  /** The item's title, or what identifies it. */
  title: string
  foreignId?: string
  what: string
}

/** Told now and then while an import runs. `done` and `of` are bytes while reading, items afterwards. */
export type Progress = (step: { doing: string; done: number; of: number }) => void
