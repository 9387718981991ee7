import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import { htmlToBlocks } from './html/html-to-blocks.ts'
import type {
  ImportedBlock,
  ImportedMedia,
  ImportedPublicationHint,
  ImportedRedirect,
  ImportedStory,
  ImportItem,
  SeenMedia,
} from './import.ts'
import { candidateKeys, libraryKeys, mediaBase, mediaName } from './media-address.ts'
import { siteOf } from './old-address.ts'
import type { ReportKeeper } from './report.ts'
import {
  findImported,
  insertMediaKeys,
  insertSeen,
  insertStaged,
  type MediaKeyRow,
  type SeenRow,
  type StagedRow,
} from './stage-queries.ts'

/** Raised when bodies are turned into blocks otherwise than before, so that a second import renews them. */
const conversion = 1
const batchItems = 200
const batchBytes = 4_000_000
const longestBody = 20_000_000
const longestUrl = 2000

export interface StagedStory extends Omit<ImportedStory, 'body' | 'type'> {
  blocks: ImportedBlock[]
}

/** Takes items as they come from a source and lays them into the staging tables, a batch at a time. */
export class Stage {
  /** What tells this archive from others in table `imported`; known once the publication hint has come. */
  origin: string
  hint: ImportedPublicationHint | undefined
  readonly redirects: ImportedRedirect[] = []
  readonly #tx: Transaction
  readonly #keeper: ReportKeeper
  #stories: { story: ImportedStory; fingerprint: string; size: number }[] = []
  #rows: StagedRow[] = []
  #seen: SeenRow[] = []
  #keys: MediaKeyRow[] = []
  #bytes = 0

  constructor(tx: Transaction, options: { origin: string; keeper: ReportKeeper }) {
    this.#tx = tx
    this.#keeper = options.keeper
    this.origin = options.origin
  }

  async add(item: ImportItem): Promise<void> {
    switch (item.type) {
      case 'publication': {
        this.hint ??= item
        const site = item.addresses[0] && siteOf(item.addresses[0])
        if (site) this.origin = `${this.origin.split(' ')[0]} ${site}`
        break
      }
      case 'left-behind':
        this.#keeper.left(item)
        break
      case 'redirect':
        this.redirects.push(item)
        break
      case 'media':
        this.#addMedia(item)
        break
      case 'author':
      case 'topic':
        this.#addNamed(item)
        break
      case 'story':
        this.#addStory(item)
    }
    if (this.#stories.length + this.#rows.length >= batchItems || this.#bytes > batchBytes) await this.flush()
  }

  async flush(): Promise<void> {
    await this.#convertStories()
    const rows = new Map<string, StagedRow>()
    for (const row of this.#rows) {
      const key = `${row.kind} ${row.foreign_id}`
      const same = rows.get(key)
      if (!same || (same.implied && !row.implied)) rows.set(key, row)
      else if (!row.implied) this.#twice(row)
    }
    const taken = await insertStaged(this.#tx, [...rows.values()])
    for (const [key, row] of rows) if (!taken.has(key) && !row.implied) this.#twice(row)
    await insertMediaKeys(this.#tx, this.#keys)
    await insertSeen(this.#tx, this.#seen)
    this.#rows = []
    this.#keys = []
    this.#seen = []
    this.#bytes = 0
  }

  #twice(row: StagedRow): void {
    const what = `the file holds a ${row.kind} with the same number (${row.foreign_id}) before it; only the first was taken`
    this.#keeper.skipped({ title: row.title || row.foreign_id, foreignId: row.foreign_id, what })
  }

  #addMedia(item: ImportedMedia): void {
    const url = URL.parse(item.url)
    if (!url || !/^https?:$/.test(url.protocol) || item.url.length > longestUrl) {
      const what = 'its address is not a web address that can be kept'
      this.#keeper.skipped({ title: item.name || item.url.slice(0, 200), foreignId: item.foreignId, what })
      return
    }
    const { kind, foreignId } = item
    const own = { kind, foreign_id: foreignId }
    libraryKeys(item.url).forEach((key, rank) => void this.#keys.push({ ...own, key: boundKey(key), rank }))
    this.#keys.push(
      { ...own, key: `id:${foreignId}`, rank: 0 },
      { ...own, key: idKey(foreignId, item.url), rank: 0 },
    )
    this.#push({
      ...row(kind, foreignId, item.name || item.url),
      data: item,
      parent: item.parent ?? null,
      place: item.order ?? 0,
    })
  }

  #addNamed(item: Extract<ImportItem, { type: 'author' | 'topic' }>): void {
    if (item.name.trim() === '') {
      this.#keeper.skipped({
        title: item.foreignId,
        foreignId: item.foreignId,
        what: `the ${item.type} has no name`,
      })
      return
    }
    this.#push({
      ...row(item.type, item.foreignId, item.name),
      slug: item.slug,
      implied: item.implied ?? false,
      data: item,
    })
  }

  #addStory(story: ImportedStory): void {
    const size = story.body.form === 'html' ? story.body.html.length : 10_000
    if (size > longestBody) {
      const what = `its body has ${Math.round(size / 1e6)} million characters, more than a story can hold`
      this.#keeper.skipped({ title: story.title || story.foreignId, foreignId: story.foreignId, what })
      return
    }
    this.#stories.push({ story, fingerprint: fingerprintOf(story), size })
    this.#bytes += size
  }

  /** Stories that are as they were in the last import are not turned into blocks again. */
  async #convertStories(): Promise<void> {
    const stories = this.#stories.splice(0)
    const known = await findImported(this.#tx, {
      origin: this.origin,
      kind: 'story',
      foreignIds: stories.map(({ story }) => story.foreignId),
    })
    for (const { story, fingerprint } of stories) {
      const same = known.get(story.foreignId)
      const first = story.state === 'published' || story.state === 'scheduled'
      const base = { ...row('story', story.foreignId, story.title), slug: story.slug, first, fingerprint }
      if (same?.fingerprint === fingerprint) {
        const { oldAddresses, state, kind } = story
        this.#rows.push({
          ...base,
          data: { oldAddresses, state, kind },
          action: 'same',
          local_id: same.local_id,
        })
        continue
      }
      const text = storable(this.#convert(story))
      this.#rows.push({ ...base, data: JSON.parse(text), size: text.length })
    }
  }

  #convert(story: ImportedStory): StagedStory {
    const { body, type: _type, ...rest } = story
    const converted =
      body.form === 'html'
        ? htmlToBlocks(body.html, {
            dialect: body.dialect,
            baseUrl: this.hint?.addresses[0],
            storyId: story.foreignId,
            footnotes: body.footnotes,
          })
        : { blocks: body.blocks, media: body.media ?? [], notes: [] }
    for (const media of converted.media) this.#addSeen(media)
    return { ...rest, blocks: converted.blocks, notes: [...story.notes, ...converted.notes] }
  }

  #addSeen(media: SeenMedia): void {
    if (media.url.length > longestUrl) return
    const { width = 0, height = 0 } = media
    this.#seen.push({
      kind: media.kind,
      base: boundKey(mediaBase(media.url)),
      candidates: keysFor(media.foreignId, media.url),
      url: media.url,
      area: width * height,
      data: JSON.parse(storable(media)),
    })
  }

  #push(staged: StagedRow): void {
    const text = storable(staged.data)
    this.#rows.push({
      ...staged,
      title: cleaned(staged.title),
      data: JSON.parse(text),
      fingerprint: fingerprintOf(staged.data),
    })
    this.#bytes += text.length
  }
}

/** Keys under which a reference's picture may be known, the most certain first. */
export function keysFor(foreignId: string | undefined, url: string | undefined): string[] {
  if (!url) return foreignId ? [`id:${foreignId}`] : []
  const byAddress = candidateKeys(url).map(boundKey)
  return foreignId ? [...byAddress, idKey(foreignId, url)] : byAddress
}

export function idKey(foreignId: string, url: string): string {
  return boundKey(`id:${foreignId}/${mediaName(url)}`)
}

/** Index entries have a length limit. */
export function boundKey(key: string): string {
  return key.length <= 500 ? key : `${key.slice(0, 400)}#${createHash('sha256').update(key).digest('hex')}`
}

export async function analyzeStage(tx: Transaction): Promise<void> {
  await sql`analyze staged`.execute(tx)
  await sql`analyze staged_media_keys`.execute(tx)
}

function row(kind: StagedRow['kind'], foreignId: string, title: string): StagedRow {
  return {
    kind,
    foreign_id: foreignId,
    implied: false,
    title: cleaned(title).slice(0, 300),
    slug: '',
    first: false,
    fingerprint: '',
    parent: null,
    place: 0,
    action: null,
    local_id: null,
    size: 0,
    data: null,
  }
}

function fingerprintOf(item: unknown): string {
  return createHash('sha256').update(JSON.stringify(item)).update(`#${conversion}`).digest('base64url')
}

/** The value as JSON that PostgreSQL can hold: it knows neither NUL nor half surrogate pairs, in keys as in values. */
function storable(value: unknown): string {
  const text = JSON.stringify(value, (_key, each) => (typeof each === 'string' ? cleaned(each) : each))
  if (!/\\u(0000|d[89a-f])/i.test(text)) return text
  return text.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, found => (found === '\\\\' ? found : ''))
}

function cleaned(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '').toWellFormed() : text.toWellFormed()
}
