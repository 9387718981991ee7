import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { Unavailable } from '../../../platform/errors/errors.ts'

/** Writes entries one after the other into a compressed archive; the same entries give the same bytes. */
export interface TarWriter {
  text(name: string, content: string): Promise<void>
  /** Lines whose length is not known before: they are laid aside in a file first. Returns their number. */
  lines(name: string, lines: AsyncIterable<readonly string[]>): Promise<number>
  /** Lines that were written before, once more. */
  readBack(name: string): AsyncIterable<string>
  bytes(name: string, size: number, source: Readable, sha256: string): Promise<void>
  finish(): Promise<void>
  /** Takes away what was laid aside; breaks off what is not finished. */
  close(): Promise<void>
}

/** `aside` is a path that files may be laid beside. */
export function createTarWriter(destination: Writable, aside: string): TarWriter {
  const tar = pack()
  const laid = new Map<string, string>()
  const written = pipeline(tar, createGzip({ level: 4 }), destination)
  let failure: unknown
  written.catch(error => {
    failure = error
  })

  /** An entry waits for the archive to be written on; should that fail, it fails too. */
  const entry = async (name: string, size: number, source: Iterable<Buffer> | AsyncIterable<Buffer>) => {
    if (failure) throw failure
    const stream = tar.entry({ name, size, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) })
    await Promise.race([pipeline(source, stream), written.then(() => {})])
  }

  return {
    text: (name, content) => entry(name, Buffer.byteLength(content), [Buffer.from(content)]),
    async lines(name, batches) {
      const path = `${aside}.${laid.size}.lines`
      laid.set(name, path)
      const file = await open(path, 'w')
      let count = 0
      let size = 0
      try {
        for await (const batch of batches) {
          const bytes = Buffer.from(batch.map(line => `${line}\n`).join(''))
          await file.writeFile(bytes)
          size += bytes.length
          count += batch.length
        }
      } finally {
        await file.close()
      }
      await entry(name, size, createReadStream(path))
      return count
    },
    async *readBack(name) {
      const path = laid.get(name)
      if (path) yield* createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
    },
    bytes: (name, size, source, sha256) => entry(name, size, checked(source, { name, size, sha256 })),
    async finish() {
      tar.finalize()
      await written
    },
    async close() {
      tar.destroy()
      await written.catch(() => {})
      for (const path of laid.values()) await rm(path, { force: true }).catch(() => {})
    },
  }
}

/** A stored file that is no longer what it was when it was measured must not go into an archive as if it were. */
async function* checked(
  source: Readable,
  expected: { name: string; size: number; sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += (chunk as Buffer).length
    if (bytes > expected.size) break
    hash.update(chunk as Buffer)
    yield chunk as Buffer
  }
  if (bytes === expected.size && hash.digest('hex') === expected.sha256) return
  throw new Unavailable(
    `The stored file ${expected.name} is not what was stored: it has changed on the disk. Put back the right one, or remove it, and export again.`,
  )
}
