import type { Applying } from './apply-media.ts'
import type { ImportedAuthor, ImportedTopic } from './import.ts'
import { findMediaKeys } from './media-queries.ts'
import {
  findNamed,
  insertNamed,
  type NamedRow,
  type NamedTable,
  type NewNamed,
  readSlugs,
  updateNamed,
} from './names-queries.ts'
import { oldPath } from './old-address.ts'
import { shortened } from './plain-words.ts'
import { asSlug, withSuffix } from './slugs.ts'
import { keysFor } from './stage.ts'
import {
  findImported,
  insertAddresses,
  type Known,
  readStaged,
  remember,
  type StagedItem,
  setPlaces,
  takeIds,
} from './stage-queries.ts'

const batch = 500

interface Kind {
  kind: 'author' | 'topic'
  table: NamedTable
  path: string
}

const authors: Kind = { kind: 'author', table: 'authors', path: '/authors/' }
const topics: Kind = { kind: 'topic', table: 'topics', path: '/topics/' }

/** Gives every author and topic of the archive its row, or the row of the one who is here already. */
export async function applyNames(applying: Applying): Promise<void> {
  for (const kind of [authors, topics]) {
    let after = 0
    // Rows this import makes itself: two authors of one archive with one name stay two.
    const made = new Set<number>()
    for (;;) {
      const items = await readStaged(applying.tx, { kind: kind.kind, after, limit: batch })
      if (items.length === 0) break
      await applyBatch(applying, kind, items, made)
      after = items.at(-1)!.n
    }
  }
}

async function applyBatch(
  applying: Applying,
  of: Kind,
  items: readonly StagedItem[],
  made: Set<number>,
): Promise<void> {
  const { tx, origin, now, keeper } = applying
  const { kind, table } = of
  const known = await findImported(tx, { origin, kind, foreignIds: items.map(each => each.foreign_id) })
  const fresh = items.filter(each => !known.has(each.foreign_id))
  const slugs = fresh.flatMap(each => slugsFor(each))
  const here = await findNamed(tx, table, { slugs, names: fresh.map(each => nameOf(each).toLowerCase()) })
  const pictures = await picturesOf(applying, items)
  const ids = await takeIds(tx, table, fresh.length)
  const rows: NewNamed[] = []
  const localOf = new Map<string, number>()
  for (const [index, item] of fresh.entries()) {
    const same = here.find(row => isSame(row, item, of, made))
    if (same) {
      localOf.set(item.foreign_id, same.id)
      if (kind === 'topic' && made.has(same.id)) {
        keeper.changed({
          title: nameOf(item),
          foreignId: item.foreign_id,
          what: 'a category and a tag of the same name are one topic',
        })
      }
      continue
    }
    const [wanted, ...others] = slugsFor(item)
    const slug =
      [wanted!, ...others].find(each => !here.some(row => row.slug === each)) ??
      withSuffix(wanted!, ids[index]!)
    if (slug !== nameSlug(item.slug)) {
      keeper.changed({
        title: nameOf(item),
        foreignId: item.foreign_id,
        what: `its address is “${of.path}${slug}”`,
      })
    }
    const row = {
      ...rowOf(item),
      id: ids[index]!,
      slug,
      photograph_id: pictures.get(item.foreign_id) ?? null,
    }
    rows.push(row)
    here.push({ id: row.id, slug, name: row.name, updated_at: now })
    made.add(row.id)
    localOf.set(item.foreign_id, row.id)
  }
  await insertNamed(tx, table, now, rows)
  const changed = await renew(applying, of, items, known)
  for (const item of items)
    localOf.set(item.foreign_id, localOf.get(item.foreign_id) ?? Number(known.get(item.foreign_id)!.local_id))

  await setPlaces(
    tx,
    kind,
    items.map(each => ({
      foreign_id: each.foreign_id,
      local_id: localOf.get(each.foreign_id)!,
      action: 'same',
    })),
  )
  const remembered = items.filter(each => !known.has(each.foreign_id) || changed.has(each.foreign_id))
  await remember(tx, {
    origin,
    kind,
    now,
    rows: remembered.map(({ foreign_id, fingerprint }) => ({
      foreign_id,
      fingerprint,
      local_id: localOf.get(foreign_id)!,
    })),
  })
  await leadOldAddresses(applying, of, items, localOf)
  keeper.count(kind, 'added', rows.length)
  keeper.count(kind, 'updated', changed.size)
  keeper.count(kind, 'unchanged', items.length - rows.length - changed.size)
  for (const item of items) {
    if (known.has(item.foreign_id)) continue
    for (const what of (item.data as ImportedTopic).notes ?? [])
      keeper.changed({ title: nameOf(item), foreignId: item.foreign_id, what })
  }
}

/**
 * The same topic has the same name, and the same slug but for the number WordPress once put behind it. An author who
 * was here before the import is the same person when name and slug agree.
 */
function isSame(row: NamedRow, item: StagedItem, { kind }: Kind, made: ReadonlySet<number>): boolean {
  if (row.name.trim().toLowerCase() !== nameOf(item).toLowerCase()) return false
  if (kind === 'author') return row.slug === nameSlug(item.slug) && !made.has(row.id)
  return withoutNumber(row.slug) === withoutNumber(nameSlug(item.slug))
}

async function renew(
  { tx, now, keeper }: Applying,
  { table }: Kind,
  items: readonly StagedItem[],
  known: ReadonlyMap<string, Known>,
): Promise<Set<string>> {
  const different = items.filter(each => {
    const before = known.get(each.foreign_id)
    const implied = (each.data as ImportedTopic).implied === true
    return before !== undefined && before.fingerprint !== each.fingerprint && !implied
  })
  const done = await updateNamed(
    tx,
    table,
    now,
    different.map(each => {
      const { name, words } = rowOf(each)
      const before = known.get(each.foreign_id)!
      return { id: Number(before.local_id), name, words, since: before.imported_at.toISOString() }
    }),
  )
  const changed = new Set<string>()
  for (const each of different) {
    if (done.has(Number(known.get(each.foreign_id)!.local_id))) changed.add(each.foreign_id)
    else {
      const what = 'changed at the old site, but the desk has changed it here since; it was left as it is'
      keeper.skipped({ title: nameOf(each), foreignId: each.foreign_id, what })
    }
  }
  return changed
}

async function leadOldAddresses(
  { tx }: Applying,
  { table, path }: Kind,
  items: readonly StagedItem[],
  localOf: ReadonlyMap<string, number>,
): Promise<void> {
  const slugs = await readSlugs(tx, table, [...new Set(localOf.values())])
  const rows = items.flatMap(item => {
    const slug = slugs.get(localOf.get(item.foreign_id)!)
    if (!slug) return []
    const addresses = (item.data as ImportedTopic).oldAddresses ?? []
    return addresses.flatMap((address, rank) => {
      const old = oldPath(address)
      return old ? [{ path: old, rank: rank + 10, target: path + encodeURIComponent(slug) }] : []
    })
  })
  await insertAddresses(tx, rows)
}

async function picturesOf({ tx }: Applying, items: readonly StagedItem[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const wanted = items.flatMap(item => {
    const reference = (item.data as ImportedAuthor).photograph
    return reference && '$media' in reference
      ? [{ item, keys: keysFor(reference.$media || undefined, reference.url) }]
      : []
  })
  const locals = await findMediaKeys(
    tx,
    'photograph',
    wanted.flatMap(each => each.keys),
  )
  for (const { item, keys } of wanted) {
    const key = keys.find(each => locals.has(each))
    if (key) found.set(item.foreign_id, locals.get(key)!)
  }
  return found
}

function rowOf(item: StagedItem): Omit<NewNamed, 'id' | 'slug' | 'photograph_id'> {
  const { bio, role, links } = item.data as ImportedAuthor
  const { description } = item.data as ImportedTopic
  return {
    name: nameOf(item),
    words: description === undefined ? shortened(bio ?? '', 4000) : shortened(description, 2000),
    role: shortened(role ?? '', 200),
    links: links ?? [],
  }
}

function nameOf(item: StagedItem): string {
  return shortened((item.data as { name: string }).name.trim(), 200)
}

/** The slug itself, then with numbers. */
function slugsFor(item: StagedItem): string[] {
  const slug =
    nameSlug(item.slug) || nameSlug(asSlug(nameOf(item))) || nameSlug(asSlug(item.foreign_id)) || 'unnamed'
  return [slug, ...[2, 3, 4, 5, 6].map(number => withSuffix(slug, number))]
}

/** Authors and topics have hyphens only. */
function nameSlug(slug: string): string {
  return asSlug(slug).replace(/[._~]+/g, '-')
}

function withoutNumber(slug: string): string {
  return slug.replace(/-\d+$/, '')
}
