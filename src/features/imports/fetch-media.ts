import type { Database } from '../../platform/database/database.ts'
import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { type GuardedFetchOptions, guardedFetch } from '../../platform/http/guarded-fetch.ts'
import { storeFile, storePhotograph } from '../media/photograph.ts'
import { readFileName } from './file-name.ts'
import type { Progress } from './import.ts'
import { type Elsewhere, readElsewhere } from './media-queries.ts'
import { notFetched, type ReportKeeper } from './report.ts'

const page = 200
const together = 3
const limits = { photograph: 50_000_000, file: 200_000_000 }

type Reach = Pick<GuardedFetchOptions, 'allowAddresses' | 'allowPorts' | 'lookup'>

/**
 * Brings imported pictures and files home from where they lie, three at a time. One that cannot be fetched stays
 * linked and is tried again by the next import that is asked to fetch. `reach` is for tests.
 */
export async function fetchMedia(
  house: House,
  { keeper, say, reach = {} }: { keeper: ReportKeeper; say: Progress; reach?: Reach },
): Promise<void> {
  let done = 0
  for (const kind of ['photograph', 'file'] as const) {
    let after = 0
    for (;;) {
      const batch = await readElsewhere(house.db, { kind, after, limit: page })
      if (batch.length === 0) break
      const waiting = [...batch]
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const failure = await bringHome(house, next, reach)
          if (failure === null) keeper.report.mediaFetched++
          else keeper.elsewhere({ url: next.url, why: failure })
          say({ doing: 'fetching', done: ++done, of: 0 })
        }
      }
      await Promise.all(Array.from({ length: together }, worker))
      after = batch.at(-1)!.id
    }
  }
}

/** Lists what was not asked to be fetched. */
export async function listElsewhere(
  db: Database,
  { keeper, asked }: { keeper: ReportKeeper; asked: boolean },
): Promise<void> {
  if (asked) return
  for (const kind of ['photograph', 'file'] as const) {
    let after = 0
    for (;;) {
      const batch = await readElsewhere(db, { kind, after, limit: 5000 })
      if (batch.length === 0) break
      for (const { url } of batch) keeper.elsewhere({ url, why: notFetched })
      after = batch.at(-1)!.id
    }
  }
}

/** Null when it is here now, else a sentence that says why it is not. */
async function bringHome(
  house: House,
  { kind, id, url, name }: Elsewhere,
  reach: Reach,
): Promise<string | null> {
  try {
    const { body } = await guardedFetch(url, { maxBytes: limits[kind], timeoutMs: 120_000, ...reach })
    if (kind === 'photograph') await storePhotograph(house, { bytes: body, name: readFileName(url).name, id })
    else await storeFile(house, { bytes: body, name: name || readFileName(url).name, id })
    return null
  } catch (error) {
    if (error instanceof ExpectedError) return error.message
    house.log.warn({ err: error, url }, 'a picture or file of an archive could not be kept')
    return 'it could not be kept'
  }
}
