import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { BadArchive } from '../import.ts'

export interface TarEntry {
  name: string
  size: number
  /** The entry's bytes; to be read to the end before the next entry is asked for. */
  bytes: AsyncIterable<Buffer>
}

/** Bytes that may come out of one byte of the file, beyond the first ones. Real archives reach 20. */
const mostGrowth = 200
const freeBytes = 256 * 1024 * 1024
/** Bytes between two entries; a header that asks for more is none of ours. */
const mostBetween = 1024 * 1024
const mostEntries = 5_000_000

/**
 * The plain files of a compressed archive, in order, as a stream. Refuses everything else that an archive can hold
 * (links, devices, paths that lead out), what grows without end, and what is damaged or cut off: BadArchive.
 */
export async function* readTar(path: string, say: (bytesRead: number) => void): AsyncGenerator<TarEntry> {
  const tar = extract()
  const limits = createLimits(say)
  const source = createReadStream(path, { highWaterMark: 256 * 1024 })
  const feeding = pipeline(source, limits.before, createGunzip(), limits.after, tar)
  feeding.catch(() => {})
  const names = new Set<string>()
  try {
    for await (const entry of tar) {
      const header = checkedHeader(entry.header)
      if (names.has(header.name)) throw new BadArchive(`The archive holds ${header.name} twice.`)
      if (names.size >= mostEntries) throw new BadArchive('The archive holds more than five million files.')
      names.add(header.name)
      limits.open()
      yield { ...header, bytes: readEntry(entry as AsyncIterable<Buffer>, feeding) }
      limits.close()
    }
    await feeding
    if (names.size === 0) throw new BadArchive('The archive is empty.')
  } catch (error) {
    throw asBadArchive(error)
  } finally {
    source.destroy()
    tar.destroy()
    await feeding.catch(() => {})
  }
}

/** An entry that breaks off says only that it was closed; why is known to what feeds it. */
async function* readEntry(entry: AsyncIterable<Buffer>, feeding: Promise<void>): AsyncGenerator<Buffer> {
  try {
    yield* entry
  } catch (error) {
    throw asBadArchive(
      await feeding.then(
        () => error,
        reason => reason,
      ),
    )
  }
}

function checkedHeader({ name, type, size }: Header): { name: string; size: number } {
  const shown = name.slice(0, 200)
  if (type !== 'file') throw new BadArchive(`The archive holds “${shown}”, which is a ${type}, not a file.`)
  const isPlain = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(name) && name.length <= 500
  if (!isPlain) throw new BadArchive(`The archive holds a file at “${shown}”, where none can be.`)
  return { name, size }
}

function createLimits(say: (bytesRead: number) => void) {
  let read = 0
  let grown = 0
  let between = 0
  let isOpen = false
  const before = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length
      say(read)
      done(null, chunk)
    },
  })
  const after = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      grown += chunk.length
      between = isOpen ? 0 : between + chunk.length
      if (grown > freeBytes + read * mostGrowth)
        done(new BadArchive('The archive grows without end when it is unpacked; it is refused.'))
      else if (between > mostBetween)
        done(new BadArchive('The archive holds a header of more than a million bytes; it is refused.'))
      else done(null, chunk)
    },
  })
  return {
    before,
    after,
    open() {
      isOpen = true
    },
    close() {
      isOpen = false
      between = 0
    },
  }
}

function asBadArchive(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR' || /unexpected end|premature close/i.test(message))
    return new BadArchive('The archive is not whole: it ends too early. Fetch it again.', { cause: error })
  if (code?.startsWith('Z_'))
    return new BadArchive('The file is not a whole .tar.gz archive; it is damaged or something else.', {
      cause: error,
    })
  if (/header/i.test(message))
    return new BadArchive('The archive is damaged: one of its headers is not as headers are.', {
      cause: error,
    })
  return error
}
