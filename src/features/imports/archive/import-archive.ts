import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput, Conflict } from '../../../platform/errors/errors.ts'
import { recordEvent } from '../../../platform/events/events.ts'
import type { House } from '../../../platform/house.ts'
import { parseSettings } from '../../publication/publication.ts'
import { BadArchive, type Progress } from '../import.ts'
import {
  type ArchiveKind,
  archiveFormat,
  archiveKinds,
  kindsOf,
  lineSchema,
  type Manifest,
  manifest,
  mediaLine,
  publicationFile,
} from './archive-kinds.ts'
import {
  createArchiveStage,
  insertLines,
  insertMediaLines,
  insertPublication,
  linkTranslations,
  lockEmpty,
  takeMedia,
} from './archive-queries.ts'
import { bringToLife } from './bring-to-life.ts'
import { batchesOf } from './read-lines.ts'
import { readTar, type TarEntry } from './tar-reader.ts'

export interface ArchiveReport {
  file: string
  counts: Record<string, number>
  media: number
  seconds: number
}

const longestDocument = 4 * 1024 * 1024
const longestMedia = 1024 * 1024 * 1024

/**
 * Reads an archive into an empty publication: the same ids, addresses, revisions, feed ids and times; bytes are checked
 * before anything is kept, renditions and the search index are made again by jobs. All of it or nothing.
 * Throws Conflict where the publication is not empty, BadArchive for the file, BadInput for its name.
 */
export async function importArchive(
  house: House,
  { file, say, dryRun = false }: { file: string; say: Progress; dryRun?: boolean },
): Promise<ArchiveReport> {
  const started = performance.now()
  const { size } = await stat(file).catch(() => {
    throw new BadInput({ field: 'FILE', sentence: `There is no file “${file}” that can be read.` })
  })
  const stored: string[] = []
  try {
    return await house.db.transaction().execute(async tx => {
      await refuseUnlessEmpty(tx)
      await createArchiveStage(tx)
      const reading: Reading = { tx, house, stored, version: archiveFormat.version, counts: {}, media: 0 }
      const head = await readEntries(
        readTar(file, done => say({ doing: 'reading', done, of: size })),
        reading,
      )
      checkCounts(head, reading.counts)
      await linkTranslations(tx)
      await bringToLife(tx, house)
      await recordEvent(tx, house.clock, {
        kind: 'archive-imported',
        keys: ['*'],
        payload: { origin: 'masthead', stories: reading.counts.stories ?? 0 },
      })
      const { counts, media } = reading
      const seconds = (performance.now() - started) / 1000
      const report = { file: basename(file), counts, media, seconds }
      if (dryRun) throw new Rehearsed(report)
      return report
    })
  } catch (error) {
    for (const key of stored) await house.files.remove(key).catch(() => {})
    if (error instanceof Rehearsed) return error.report
    throw asBadArchive(error)
  }
}

class Rehearsed extends Error {
  readonly report: ArchiveReport
  constructor(report: ArchiveReport) {
    super()
    this.report = report
  }
}

interface Reading {
  tx: Transaction
  house: House
  /** Keys of the bytes that were stored, to be removed again should the import fail. */
  stored: string[]
  /** Of the format, as the manifest says. */
  version: number
  counts: Record<string, number>
  media: number
}

async function refuseUnlessEmpty(tx: Transaction): Promise<void> {
  const found = await lockEmpty(tx)
  if (found.length === 0) return
  const what = found.map(({ table, rows }) => `${rows} in ${table}`).join(', ')
  throw new Conflict(
    `An archive is read into an empty publication only, and this one holds something already (${what}). Set DATA_DIR to a new folder, or DATABASE_URL to a new database, and import before the first start.`,
  )
}

/** Reads every entry in its order; gives back the manifest. */
async function readEntries(entries: AsyncIterable<TarEntry>, reading: Reading): Promise<Manifest> {
  let kinds: ArchiveKind[] = []
  let order = ['manifest.json']
  let head: Manifest | undefined
  let place = 0
  for await (const entry of entries) {
    const expected = order[place]
    if (place === order.length && entry.name.startsWith('media/')) {
      await takeBytes(entry, reading)
      continue
    }
    if (entry.name !== expected) {
      throw new BadArchive(
        head || expected !== 'manifest.json'
          ? `The archive holds ${entry.name} where ${expected ?? 'nothing more'} should be.`
          : 'The file is not a Masthead archive: it does not begin with manifest.json.',
      )
    }
    const kind = kinds[place - 2]
    if (place === 0) {
      head = readManifest(await documentIn(entry))
      kinds = kindsOf(head.version)
      reading.version = head.version
      order = [...order, 'publication.json', ...kinds.map(each => `${each.name}.jsonl`), 'media.jsonl']
    } else if (place === 1) await readPublication(await documentIn(entry), reading)
    else if (kind) await readKind(kind, entry, reading)
    else await readMediaList(entry, reading)
    place++
  }
  if (!head || place < order.length)
    throw new BadArchive(`The archive is not whole: it has no ${order[place]}.`)
  return head
}

function readManifest(text: string): Manifest {
  const json = parsed(text, 'manifest.json', 1)
  const format = (json as { format?: unknown } | null)?.format
  if (format !== archiveFormat.name) throw new BadArchive('The file is not a Masthead archive.')
  const { version } = json as { version?: unknown }
  const { oldest, version: newest } = archiveFormat
  if (typeof version !== 'number' || version < oldest || version > newest) {
    throw new BadArchive(
      `The archive has version ${JSON.stringify(version)?.slice(0, 20)} of its format; this program reads versions ${oldest} to ${newest}. Use the program that made it, or a newer one.`,
    )
  }
  return fitting(manifest, json, 'manifest.json', 1)
}

async function readPublication(text: string, { tx, house }: Reading): Promise<void> {
  const { settings } = fitting(publicationFile, parsed(text, 'publication.json', 1), 'publication.json', 1)
  if (settings === null) return
  try {
    parseSettings(settings)
  } catch (error) {
    throw new BadArchive(`publication.json cannot be used: ${(error as Error).message}`, { cause: error })
  }
  await insertPublication(tx, { line: text, now: house.clock.now() })
}

async function readKind(kind: ArchiveKind, entry: TarEntry, { tx, counts, version }: Reading): Promise<void> {
  const schema = lineSchema(kind, version)
  let count = 0
  for await (const { first, lines } of batchesOf(entry.name, entry.bytes)) {
    lines.forEach((line, index) => {
      fitting(schema, parsed(line, entry.name, first + index), entry.name, first + index)
    })
    await naming(entry.name, () => insertLines(tx, kind, lines))
    count += lines.length
  }
  counts[kind.name] = count
}

async function readMediaList(entry: TarEntry, { tx }: Reading): Promise<void> {
  for await (const { first, lines } of batchesOf(entry.name, entry.bytes)) {
    lines.forEach((line, index) => {
      fitting(mediaLine, parsed(line, entry.name, first + index), entry.name, first + index)
    })
    await naming(entry.name, () => insertMediaLines(tx, lines))
  }
}

async function takeBytes(entry: TarEntry, reading: Reading): Promise<void> {
  const key = entry.name.slice('media/'.length)
  const listed = await takeMedia(reading.tx, key)
  if (!listed) throw new BadArchive(`The archive holds ${entry.name}, which its media.jsonl does not list.`)
  if (entry.size !== listed.bytes || entry.size > longestMedia) {
    throw new BadArchive(`${entry.name} has ${entry.size} bytes; media.jsonl says ${listed.bytes}.`)
  }
  reading.stored.push(key)
  const { sha256, bytes } = await reading.house.files.put(key, Readable.from(entry.bytes))
  if (sha256 !== listed.sha256 || bytes !== listed.bytes) {
    throw new BadArchive(`${entry.name} is not what it was: its checksum does not agree with media.jsonl.`)
  }
  reading.media++
}

function checkCounts(head: Manifest, counts: Record<string, number>): void {
  for (const { name } of archiveKinds) {
    const [said, found] = [head.counts[name] ?? 0, counts[name] ?? 0]
    if (said !== found) throw new BadArchive(`${name}.jsonl has ${found} lines; manifest.json says ${said}.`)
  }
}

async function documentIn(entry: TarEntry): Promise<string> {
  if (entry.size > longestDocument) throw new BadArchive(`${entry.name} is larger than 4 MB.`)
  const chunks: Buffer[] = []
  for await (const chunk of entry.bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string, name: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BadArchive(`Line ${line} of ${name} is not JSON.`, { cause })
  }
}

function fitting<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name: string,
  line: number,
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') || 'the line'
  throw new BadArchive(`Line ${line} of ${name} cannot be used: “${field}” ${issue?.message ?? 'is wrong'}.`)
}

/** The database's own refusals (a number twice, a reference to nothing) as sentences. */
async function naming(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code, constraint, message } = error as { code?: string; constraint?: string; message: string }
    if (!/^(22|23|54)/.test(code ?? '')) throw error
    throw new BadArchive(`${name} contradicts itself or the rest of the archive: ${constraint ?? message}.`, {
      cause: error,
    })
  }
}

function asBadArchive(error: unknown): unknown {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message: string }
  if (!/^(22|23|54)\w{3}$/.test(code ?? '')) return error
  return new BadArchive(`The archive contradicts itself: ${constraint ?? message}.`, { cause: error })
}
