import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { hasSettings, readPublication } from '../publication/publication.ts'
import { adoptPublication } from './adopt-publication.ts'
import { type Applying, applyMedia } from './apply-media.ts'
import { applyNames } from './apply-names.ts'
import { fetchMedia, listElsewhere } from './fetch-media.ts'
import type { ImportReport, ImportSource, Progress } from './import.ts'
import { oldPath, siteOf } from './old-address.ts'
import { placeStories } from './place-stories.ts'
import { ReportKeeper } from './report.ts'
import { analyzeStage, Stage } from './stage.ts'
import { createStage, insertAddresses } from './stage-queries.ts'
import { writeRedirects } from './story-queries.ts'
import { writeStories } from './write-stories.ts'

export interface ImportOptions {
  house: Pick<House, 'db' | 'clock' | 'press' | 'config'> & House
  source: ImportSource
  file: string
  fetchMedia: boolean
  say: Progress
  /** Does everything and keeps nothing. */
  dryRun?: boolean
}

/**
 * Brings an archive in: reads the file once as a stream into staging tables, then writes it, all in one transaction.
 * Whatever goes wrong, nothing of it stays. A second run of the same file changes nothing; of a newer file, only what
 * changed, and nothing that the desk has changed since. Pictures are fetched afterwards, if at all.
 * Throws BadArchive (the file), BadInput (its name).
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { house, source, file, say, dryRun = false } = options
  const started = performance.now()
  const keeper = new ReportKeeper({
    origin: source.origin,
    file: basename(file),
    dryRun,
    startedAt: house.clock.now(),
  })
  const { size } = await stat(file).catch(() => {
    throw new BadInput({ field: 'FILE', sentence: `There is no file “${file}” that can be read.` })
  })
  const publication = (await hasSettings(house.db)) ? await readPublication(house) : null
  await house.db
    .transaction()
    .execute(async tx => {
      await importInto(tx, { options, keeper, size, language: publication?.language })
      if (dryRun) throw new Rehearsed()
    })
    .catch(error => {
      if (!(error instanceof Rehearsed)) throw error
    })
  if (!dryRun && options.fetchMedia) await fetchMedia(house, { keeper, say })
  if (!dryRun) await listElsewhere(house.db, { keeper, asked: options.fetchMedia })
  keeper.report.seconds = (performance.now() - started) / 1000
  return keeper.report
}

class Rehearsed extends Error {}

async function importInto(
  tx: Transaction,
  run: { options: ImportOptions; keeper: ReportKeeper; size: number; language: string | undefined },
): Promise<void> {
  const { house, source, file, say } = run.options
  const now = house.clock.now()
  await createStage(tx)
  const stage = new Stage(tx, { origin: source.origin, keeper: run.keeper })
  const bytes = counted(file, done => say({ doing: 'reading', done, of: run.size }))
  for await (const item of source.items({ bytes, path: file, now })) await stage.add(item)
  await stage.flush()
  say({ doing: 'reading', done: run.size, of: run.size })
  await analyzeStage(tx)

  const applying: Applying = { tx, origin: stage.origin, now, keeper: run.keeper }
  await applyMedia(applying)
  await applyNames(applying)
  const toWrite = await placeStories(applying)
  await insertAddresses(
    tx,
    stage.redirects.flatMap(({ from, to }) => {
      const path = oldPath(from)
      return path ? [{ path, rank: 50, target: to }] : []
    }),
  )
  let written = 0
  await writeStories({
    ...applying,
    language: run.language ?? stage.hint?.language ?? 'en',
    ownSites: new Set((stage.hint?.addresses ?? []).flatMap(address => siteOf(address) ?? [])),
    wrote: stories => {
      written += stories
      say({ doing: 'writing', done: written, of: toWrite })
    },
  })
  run.keeper.count('redirect', 'added', await writeRedirects(tx, now))
  await adoptPublication(tx, { hint: stage.hint, now, keeper: run.keeper })
  // A file that brought nothing new must not throw every printed page away.
  if (!run.keeper.touched()) return
  await recordEvent(tx, house.clock, {
    kind: 'archive-imported',
    keys: ['*'],
    payload: { origin: stage.origin, stories: written },
  })
}

async function* counted(file: string, say: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    done += (chunk as Buffer).length
    say(done)
    yield chunk as Buffer
  }
}
