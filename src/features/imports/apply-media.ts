import type { Transaction } from '../../platform/database/database.ts'
import { readFileName } from './file-name.ts'
import type { ImportedMedia, SeenMedia } from './import.ts'
import { libraryKeys } from './media-address.ts'
import {
  findBySource,
  insertFiles,
  insertPhotographs,
  type NewMedia,
  readEarlierMedia,
  settleMediaKeys,
  updatePhotographWords,
} from './media-queries.ts'
import { shortened } from './plain-words.ts'
import type { ReportKeeper } from './report.ts'
import { boundKey, idKey } from './stage.ts'
import {
  findImported,
  insertMediaKeys,
  type Known,
  readStaged,
  remember,
  type StagedItem,
  setPlaces,
  stageSeenMedia,
  takeIds,
} from './stage-queries.ts'

const batch = 1000

export interface Applying {
  tx: Transaction
  origin: string
  now: Date
  keeper: ReportKeeper
}

/** Gives every picture and file of the archive its row; what bodies show and the archive does not list gets one too. */
export async function applyMedia(applying: Applying): Promise<void> {
  const { tx } = applying
  for (const kind of ['photograph', 'file'] as const) await recallEarlier(applying, kind)
  await stageSeenMedia(tx)
  for (const kind of ['photograph', 'file'] as const) {
    let after = 0
    for (;;) {
      const items = await readStaged(tx, { kind, after, limit: batch })
      if (items.length === 0) break
      await applyBatch(applying, kind, items)
      after = items.at(-1)!.n
    }
  }
  await settleMediaKeys(tx)
}

async function recallEarlier({ tx, origin }: Applying, kind: 'photograph' | 'file'): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await readEarlierMedia(tx, { origin, kind, after })
    if (rows.length === 0) return
    const keys = rows.flatMap(({ foreign_id, local_id, source_url }) => {
      const own = { kind, foreign_id, local_id }
      if (foreign_id.startsWith('seen:')) return [{ ...own, key: foreign_id.slice(5), rank: 4 }]
      return [
        ...libraryKeys(source_url).map((key, rank) => ({ ...own, key: boundKey(key), rank: rank + 1 })),
        { ...own, key: `id:${foreign_id}`, rank: 1 },
        { ...own, key: idKey(foreign_id, source_url), rank: 1 },
      ]
    })
    await insertMediaKeys(tx, keys)
    after = rows.at(-1)!.foreign_id
  }
}

async function applyBatch(
  applying: Applying,
  kind: 'photograph' | 'file',
  items: readonly StagedItem[],
): Promise<void> {
  const { tx, origin, now, keeper } = applying
  const known = await findImported(tx, { origin, kind, foreignIds: items.map(each => each.foreign_id) })
  const fresh = items.filter(each => !known.has(each.foreign_id))
  const table = kind === 'photograph' ? 'photographs' : 'files'
  const here = await findBySource(
    tx,
    table,
    fresh.map(each => mediaOf(each).url),
  )
  const inserts = fresh.filter(each => !here.has(mediaOf(each).url))
  const ids = await takeIds(tx, table, inserts.length)
  const rows = inserts.map((each, index) => rowOf(each, ids[index]!, applying))
  await (kind === 'photograph' ? insertPhotographs : insertFiles)(tx, now, rows)
  const idOf = new Map(inserts.map((each, index) => [each.foreign_id, ids[index]!]))
  const changed = kind === 'photograph' ? await renewWords(applying, items, known) : new Set<string>()

  const places = items.map(each => {
    const local =
      known.get(each.foreign_id)?.local_id ?? here.get(mediaOf(each).url) ?? idOf.get(each.foreign_id)!
    return {
      foreign_id: each.foreign_id,
      local_id: Number(local),
      action: idOf.has(each.foreign_id) ? 'new' : 'same',
    }
  })
  await setPlaces(tx, kind, places)
  const remembered = items.filter(each => !known.has(each.foreign_id) || changed.has(each.foreign_id))
  const localOf = new Map(places.map(each => [each.foreign_id, each.local_id]))
  await remember(tx, {
    origin,
    kind,
    now,
    rows: remembered.map(each => ({
      foreign_id: each.foreign_id,
      local_id: localOf.get(each.foreign_id)!,
      fingerprint: each.fingerprint,
    })),
  })
  keeper.count(kind, 'added', inserts.length)
  keeper.count(kind, 'updated', changed.size)
  keeper.count(kind, 'unchanged', items.length - inserts.length - changed.size)
}

/** Captions and the like that changed at the old site, where the desk has not changed them here. */
async function renewWords(
  { tx, now, keeper }: Applying,
  items: readonly StagedItem[],
  known: ReadonlyMap<string, Known>,
): Promise<Set<string>> {
  const different = items.filter(each => {
    const before = known.get(each.foreign_id)
    return before && before.fingerprint !== each.fingerprint && !each.foreign_id.startsWith('seen:')
  })
  const done = await updatePhotographWords(
    tx,
    now,
    different.map(each => {
      const before = known.get(each.foreign_id)!
      return {
        id: Number(before.local_id),
        ...wordsOf(mediaOf(each)),
        since: before.imported_at.toISOString(),
      }
    }),
  )
  const changed = new Set<string>()
  for (const each of different) {
    if (done.has(Number(known.get(each.foreign_id)!.local_id))) changed.add(each.foreign_id)
    else {
      const what = 'changed at the old site, but the desk has changed it here since; it was left as it is'
      keeper.skipped({ title: each.title, foreignId: each.foreign_id, what })
    }
  }
  return changed
}

function rowOf(item: StagedItem, id: number, { keeper }: Applying): NewMedia {
  const media = mediaOf(item)
  const words = wordsOf(media)
  if ((media.caption ?? '').length > words.caption.length) {
    keeper.changed({
      title: item.title,
      foreignId: item.foreign_id,
      what: 'its caption was cut at 5,000 characters',
    })
  }
  const name = readFileName(media.url, media.name)
  return {
    id,
    source_url: media.url,
    file_key: media.fileKey ?? null,
    name: name.name,
    mime: media.mime ?? name.mime,
    width: media.width ?? null,
    height: media.height ?? null,
    bytes: media.bytes ?? null,
    ...words,
    focal_x: within(media.focalX),
    focal_y: within(media.focalY),
    created_at: media.createdAt ? String(media.createdAt) : null,
  }
}

function within(share: number | undefined): number {
  return share !== undefined && share >= 0 && share <= 1 ? share : 0.5
}

function wordsOf(media: Partial<ImportedMedia>): { alt: string; caption: string; credit: string } {
  return {
    alt: shortened(media.alt ?? '', 1500),
    caption: shortened(media.caption ?? '', 5000),
    credit: shortened(media.credit ?? '', 300),
  }
}

function mediaOf(item: StagedItem): Partial<ImportedMedia> & Pick<SeenMedia, 'url'> {
  return item.data as Partial<ImportedMedia> & Pick<SeenMedia, 'url'>
}
