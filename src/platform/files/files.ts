import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open as openFile, readFile, rename, rm, stat as statFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound, Unavailable } from '../errors/errors.ts'

export interface StoredFile {
  bytes: number
  sha256: string
}

/**
 * The one door to stored bytes. Keys are relative paths of lower-case words ("photographs/42/original.jpg").
 * Disk today; an S3-compatible store is another object with these five doors.
 */
export interface Files {
  /** Stores all of `source` or nothing; an existing key is replaced in one step. */
  put(key: string, source: Readable | Buffer): Promise<StoredFile>
  open(key: string, range?: { start: number; end: number }): Promise<Readable>
  read(key: string): Promise<Buffer>
  stat(key: string): Promise<{ bytes: number } | null>
  remove(key: string): Promise<void>
}

/** Files below `folder`. A full disk or a missing right ends in Unavailable, and leaves no half file. */
export function createDiskFiles(folder: string): Files {
  return {
    async put(key, source) {
      const path = pathOf(key)
      const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
      const hash = createHash('sha256')
      let bytes = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk)
          bytes += chunk.length
          done(null, chunk)
        },
      })
      try {
        await mkdir(dirname(path), { recursive: true })
        await pipeline(
          Buffer.isBuffer(source) ? Readable.from([source]) : source,
          measure,
          createWriteStream(temporary),
        )
        await flush(temporary)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {})
        throw asUnavailable(error)
      }
      return { bytes, sha256: hash.digest('hex') }
    },
    async open(key, range) {
      const path = pathOf(key)
      if (!(await statFile(path).catch(() => null))) throw new NotFound()
      return createReadStream(path, range)
    },
    read(key) {
      return readFile(pathOf(key)).catch(error => {
        throw error.code === 'ENOENT' ? new NotFound() : error
      })
    },
    async stat(key) {
      const found = await statFile(pathOf(key)).catch(() => null)
      return found?.isFile() ? { bytes: found.size } : null
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }

  function pathOf(key: string): string {
    if (!/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(key)) throw new NotFound()
    return join(folder, key)
  }
}

async function flush(path: string): Promise<void> {
  const handle = await openFile(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function asUnavailable(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Unavailable('The disk is full, so the file was not kept. Make room and send it again.', {
      cause: error,
    })
  if (code === 'EFBIG')
    return new Unavailable(
      'The file is larger than the disk takes, so it was not kept. Send a smaller one.',
      {
        cause: error,
      },
    )
  if (code === 'EACCES' || code === 'EROFS')
    return new Unavailable('The data folder cannot be written to, so the file was not kept.', {
      cause: error,
    })
  return error
}
