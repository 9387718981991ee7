import { createHash } from 'node:crypto'
import type { Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { Files } from '../../../platform/files/files.ts'
import { publicationSettings } from '../../publication/publication.ts'
import type { MediaLine } from './archive-kinds.ts'
import { readFileKeys } from './archive-queries.ts'

/** Every stored file of the publication with its size and checksum: originals, files, logos; in a fixed order, once each. */
export async function* listMedia(
  tx: Transaction,
  { files, settings }: { files: Files; settings: unknown },
): AsyncGenerator<MediaLine> {
  const own = new Set(logoKeys(settings))
  for (const key of [...own].sort()) yield measure(files, key, null)
  for (const table of ['photographs', 'files'] as const) {
    let after = 0
    // Two rows may share one stored file only by hand; a key is told of once.
    let last = ''
    for (;;) {
      const rows = await readFileKeys(tx, { table, after })
      if (rows.length === 0) break
      for (const { key, fingerprint } of rows) {
        if (!own.has(key) && key !== last) yield measure(files, key, fingerprint)
        last = key
      }
      after = rows.at(-1)!.id
    }
  }
}

/** Keys of the signs that a publication's settings name. */
export function logoKeys(settings: unknown): string[] {
  const parsed = publicationSettings.partial().safeParse(settings)
  if (!parsed.success) return []
  const { logo, icon } = parsed.data
  return [logo?.light.file, logo?.dark?.file, icon?.file].filter(key => key !== undefined)
}

/** A photograph's checksum is known from when it was stored; all else is read. */
async function measure(files: Files, key: string, known: string | null): Promise<MediaLine> {
  const found = await files.stat(key)
  if (!found) return { key, bytes: null, sha256: null }
  if (known) return { key, bytes: found.bytes, sha256: known }
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of await files.open(key)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    if (error instanceof NotFound) return { key, bytes: null, sha256: null }
    throw error
  }
  return { key, bytes, sha256: hash.digest('hex') }
}
