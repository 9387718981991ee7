import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput, ExpectedError, Unavailable } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { Progress } from '../import.ts'
import { archiveFormat, archiveKinds, type Manifest, type MediaLine } from './archive-kinds.ts'
import { countRows, inSnapshot, readLines, readPublicationLine } from './archive-queries.ts'
import { listMedia } from './media-list.ts'
import { createTarWriter, type TarWriter } from './tar-writer.ts'

export interface ExportReport {
  counts: Record<string, number>
  media: number
  mediaBytes: number
  /** Keys of files that rows speak of and that are not there. */
  lost: string[]
}

/**
 * Writes the whole publication, as it is at one moment, into the file: first beside it, then in its place, so that
 * there is never half an archive. Throws BadInput for a place that cannot be written to, Unavailable for a full disk.
 */
export async function exportArchive(
  house: House,
  { file, say }: { file: string; say: Progress },
): Promise<ExportReport> {
  const part = `${file}.part`
  try {
    const report = await writeArchive(house, { destination: createWriteStream(part), aside: part, say })
    const handle = await open(part, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(part, file)
    return report
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw asSentence(error, file)
  }
}

/** The same to a stream, such as standard output. */
export async function exportToStream(
  house: House,
  { destination, say }: { destination: Writable; say: Progress },
): Promise<ExportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-export-'))
  try {
    return await writeArchive(house, { destination, aside: join(folder, 'rows'), say })
  } catch (error) {
    throw asSentence(error, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeArchive(
  house: House,
  { destination, aside, say }: { destination: Writable; aside: string; say: Progress },
): Promise<ExportReport> {
  // An error before the first byte is piped would otherwise be heard by nobody.
  destination.on('error', () => {})
  const tar = createTarWriter(destination, aside)
  try {
    const report = await inSnapshot(house.db, tx => writeEntries(tx, { house, tar, say }))
    await tar.finish()
    if (destination !== process.stdout) await finished(destination).catch(() => {})
    return report
  } finally {
    await tar.close()
  }
}

async function writeEntries(
  tx: Transaction,
  { house, tar, say }: { house: House; tar: TarWriter; say: Progress },
): Promise<ExportReport> {
  const counts: Record<string, number> = {}
  for (const kind of archiveKinds) counts[kind.name] = await countRows(tx, kind)
  const head: Manifest = {
    format: archiveFormat.name,
    version: archiveFormat.version,
    madeAt: house.clock.now().toISOString(),
    counts,
  }
  await tar.text('manifest.json', `${JSON.stringify(head, null, 2)}\n`)
  const publication = await readPublicationLine(tx)
  await tar.text('publication.json', `${publication}\n`)
  for (const [index, kind] of archiveKinds.entries()) {
    say({ doing: 'writing', done: index + 1, of: archiveKinds.length })
    await tar.lines(`${kind.name}.jsonl`, readLines(tx, kind))
  }
  const { settings } = JSON.parse(publication) as { settings: unknown }
  const found = { media: 0, mediaBytes: 0, lost: [] as string[] }
  await tar.lines('media.jsonl', noted(listMedia(tx, { files: house.files, settings }), found))
  let done = 0
  for await (const line of tar.readBack('media.jsonl')) {
    const { key, bytes, sha256 } = JSON.parse(line) as MediaLine
    if (bytes === null || sha256 === null) continue
    await tar.bytes(`media/${key}`, bytes, await house.files.open(key), sha256)
    say({ doing: 'copying', done: ++done, of: found.media })
  }
  return { counts, ...found }
}

async function* noted(
  lines: AsyncIterable<MediaLine>,
  found: { media: number; mediaBytes: number; lost: string[] },
): AsyncGenerator<string[]> {
  for await (const line of lines) {
    if (line.bytes === null) found.lost.push(line.key)
    else {
      found.media++
      found.mediaBytes += line.bytes
    }
    yield [JSON.stringify(line)]
  }
}

function asSentence(error: unknown, place: string): unknown {
  if (error instanceof ExpectedError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new Unavailable(
      `The disk is full, so no archive was written. Make room for ${place} and export again.`,
      {
        cause: error,
      },
    )
  if (
    code === 'ENOENT' ||
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'EISDIR' ||
    code === 'ENOTDIR' ||
    code === 'EPERM'
  )
    return new BadInput({ field: 'FILE', sentence: `The archive cannot be written to ${place} (${code}).` })
  if (code === 'EPIPE')
    return new Unavailable('Whoever was reading the archive stopped before its end.', { cause: error })
  return error
}
