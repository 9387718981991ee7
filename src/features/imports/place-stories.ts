import { reservedSlugs } from '../stories/story.ts'
import type { Applying } from './apply-media.ts'
import type { ForeignState } from './import.ts'
import { guessKey, oldPath } from './old-address.ts'
import { asSlug, withSuffix } from './slugs.ts'
import type { StagedStory } from './stage.ts'
import {
  findImported,
  insertAddresses,
  type Known,
  readStaged,
  type StagedItem,
  setPlaces,
  takeIds,
} from './stage-queries.ts'
import { findStanding, keepSlugs, type StandingStory, takenSlugs } from './story-queries.ts'

const batch = 500

type Placing = Pick<StagedStory, 'kind' | 'oldAddresses' | 'state'> & { blocks?: unknown }

/**
 * Gives every story its id and its address, and decides what is to be done with it, before any text is written: links
 * between stories can then be set right whichever way they point. Stories that readers see choose their slugs first.
 */
export async function placeStories(applying: Applying): Promise<number> {
  let toWrite = 0
  for (const first of [true, false]) {
    let after = 0
    for (;;) {
      const items = await readStaged(applying.tx, { kind: 'story', after, limit: batch, first })
      if (items.length === 0) break
      toWrite += await placeBatch(applying, items)
      after = items.at(-1)!.n
    }
  }
  return toWrite
}

async function placeBatch(applying: Applying, items: readonly StagedItem[]): Promise<number> {
  const { tx, origin, keeper } = applying
  const known = await findImported(tx, {
    origin,
    kind: 'story',
    foreignIds: items.map(each => each.foreign_id),
  })
  const standing = await findStanding(
    tx,
    [...known.values()].map(each => Number(each.local_id)),
  )
  const fresh = items.filter(each => !known.has(each.foreign_id))
  const ids = await takeIds(tx, 'stories', fresh.length)
  const idOf = new Map(fresh.map((each, index) => [each.foreign_id, ids[index]!]))
  const slugOf = await freeSlugs(applying, fresh)

  const places = items.map(item => {
    const before = known.get(item.foreign_id)
    if (!before)
      return {
        foreign_id: item.foreign_id,
        local_id: idOf.get(item.foreign_id)!,
        action: 'new',
        slug: slugOf.get(item.foreign_id)!,
      }
    const stands = standing.get(Number(before.local_id))
    const action = actionFor(item, before, stands)
    if (action === 'left') leave(applying, item, stands)
    if (action === 'same') keeper.count(kindOf(item, stands?.state), 'unchanged')
    return {
      foreign_id: item.foreign_id,
      local_id: Number(before.local_id),
      action,
      slug: stands?.slug ?? item.slug,
    }
  })
  await setPlaces(tx, 'story', places)
  await insertAddresses(
    tx,
    items.flatMap((item, index) => addressesOf(item, places[index]!)),
  )
  return places.filter(each => each.action === 'new' || each.action === 'update').length
}

function actionFor(
  item: StagedItem,
  before: Known,
  stands: StandingStory | undefined,
): 'same' | 'update' | 'left' {
  if (before.fingerprint === item.fingerprint) return 'same'
  if (!stands) return 'left'
  const untouched =
    stands.draft_updated_at <= before.imported_at &&
    stands.state !== 'withdrawn' &&
    (stands.published_by === null || stands.published_by.startsWith('import '))
  return untouched ? 'update' : 'left'
}

function leave({ keeper }: Applying, item: StagedItem, stands: StandingStory | undefined): void {
  const { state } = item.data as Placing
  const hidden = stands?.state === 'published' && (state === 'private' || state === 'password')
  const what = !stands
    ? 'changed at the old site, but it was removed here since; it stays removed'
    : hidden
      ? `is ${state} at the old site now, but the desk has changed it here since; it is STILL PUBLIC, decide on it`
      : 'changed at the old site, but the desk has changed it here since; it was left as it is'
  keeper.skipped({ title: item.title || stands?.slug || item.foreign_id, foreignId: item.foreign_id, what })
}

/** A slug for each: its own, or one made from its title; with a number where that one is taken or reserved. */
async function freeSlugs(
  { tx, keeper }: Applying,
  items: readonly StagedItem[],
): Promise<Map<string, string>> {
  const wishes = items.map(item => {
    const own = asSlug(item.slug)
    const made = own || asSlug(item.title) || asSlug(`story-${item.foreign_id}`) || 'story'
    return {
      item,
      own,
      made,
      options: [made, ...[2, 3, 4, 5].map(number => withSuffix(made, number)), last(made, item)],
    }
  })
  const taken = await takenSlugs(
    tx,
    wishes.flatMap(each => each.options),
  )
  const found = new Map<string, string>()
  for (const { item, own, made, options } of wishes) {
    let slug = options.find(each => !taken.has(each) && !reservedSlugs.has(each))
    for (let number = 2; slug === undefined; number++) {
      const next = withSuffix(last(made, item), number)
      if (!taken.has(next)) slug = next
    }
    taken.add(slug)
    found.set(item.foreign_id, slug)
    const { state } = item.data as Placing
    if (slug !== made) {
      const why = reservedSlugs.has(made) ? 'belongs to the publication itself' : 'is taken'
      keeper.changed({
        title: item.title || slug,
        foreignId: item.foreign_id,
        what: `its address “/${made}” ${why}; it is “/${slug}”`,
      })
    } else if (own !== item.slug && item.slug !== '' && state === 'published') {
      keeper.changed({
        title: item.title || slug,
        foreignId: item.foreign_id,
        what: `its address is “/${slug}”`,
      })
    }
  }
  await keepSlugs(tx, [...found.values()])
  return found
}

function last(slug: string, item: StagedItem): string {
  return withSuffix(slug, asSlug(item.foreign_id).slice(-40) || item.n)
}

/** Only what readers could see at the old site leads anywhere: the address of a draft says what it is about. */
function addressesOf(item: StagedItem, place: { local_id: number; action: string; slug: string }) {
  const { oldAddresses, state } = item.data as Placing
  if (state !== 'published' || place.slug === '') return []
  const own = { target: `/${encodeURIComponent(place.slug)}`, story_id: place.local_id }
  const paths = oldAddresses.flatMap((address, rank) => {
    const path = oldPath(address)
    return path ? [{ ...own, path, rank }] : []
  })
  // For links whose date is not (or no longer) the story's: WordPress found those by their last part too.
  return item.slug ? [...paths, { ...own, path: guessKey(item.slug), rank: 0 }] : paths
}

/** How the report names it: "story published", "page draft". */
export function kindOf(item: { data: unknown }, state: string | undefined): string {
  const { kind, state: foreign } = item.data as Placing
  return `${kind} ${state === 'draft' && isHidden(foreign) ? `draft (${foreign})` : (state ?? foreign)}`
}

export function isHidden(state: ForeignState): state is 'private' | 'password' {
  return state === 'private' || state === 'password'
}
