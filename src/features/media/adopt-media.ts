import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { cleanName, readFileKind } from './file-kind.ts'
import { putFile } from './file-queries.ts'
import { makeRenditionsJob } from './media-jobs.ts'
import { type PhotographWords, readPhotographWords } from './photograph.ts'
import { insertAdoptedPhotograph, startingWords } from './photograph-queries.ts'
import { notOffered } from './store-file.ts'

/**
 * Makes a photograph of bytes that are among the stored files already (an archive that carries its media). They are
 * looked at by the job that makes the renditions; until then there is nothing to show. Throws BadInput. Returns the id.
 */
export async function adoptPhotograph(
  tx: Transaction,
  house: House,
  photograph: PhotographWords & { fileKey: string; sourceUrl?: string },
): Promise<number> {
  const { fileKey, sourceUrl, ...given } = photograph
  const id = await insertAdoptedPhotograph(tx, {
    file_key: fileKey,
    source_url: sourceUrl ?? null,
    ...startingWords(readPhotographWords(given)),
    now: house.clock.now(),
  })
  await house.jobs.send(tx, makeRenditionsJob, { photographId: id })
  return id
}

/** Makes a file for download of bytes that are among the stored files already. Throws BadInput. Returns the id. */
export async function adoptFile(
  tx: Transaction,
  house: House,
  file: { fileKey: string; name: string; sourceUrl?: string },
): Promise<number> {
  const name = cleanName(file.name)
  const kind = readFileKind(name)
  if (!kind) throw notOffered(name)
  return putFile(tx, {
    file_key: file.fileKey,
    source_url: file.sourceUrl ?? null,
    name,
    mime: kind.mime,
    bytes: (await house.files.stat(file.fileKey))?.bytes ?? null,
    now: house.clock.now(),
  })
}
