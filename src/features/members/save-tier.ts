import { type Act, recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { Period } from './membership.ts'
import { tellSupportChanged } from './tell-support-changed.ts'
import { priceOf } from './tier.ts'
import {
  archivePrice,
  findTier,
  insertPrice,
  insertTier,
  listTiers,
  setTierArchived,
  setTierOrder,
  type TierInput,
  updateTier,
} from './tier-queries.ts'

type Doors = Pick<House, 'db' | 'clock'>
type By = Act['by']

/** What is asked from now on for a period in a currency; null: nothing, it cannot be had so. */
export interface AskedPrice {
  period: Period
  currency: string
  amountMinor: number | null
}

/**
 * Makes a tier, or changes one, with the prices that are given; prices that are not named stay. A changed amount is a
 * new price: whoever joined at the old one keeps it. Returns the tier's number.
 */
export function saveTier(
  house: Doors,
  {
    by,
    id,
    input,
    prices,
  }: { by: By; id: number | null; input: Omit<TierInput, 'slug'>; prices: AskedPrice[] },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    await lockTiers(tx)
    const now = house.clock.now()
    const words = { ...input, slug: slugOf(input.name) }
    const tierId = id ?? (await insertTier(tx, words, now))
    if (id !== null) await updateTier(tx, id, words)
    const tier = await findTier(tx, tierId)
    if (!tier) throw new NotFound('There is no tier with this number.')
    const changed: string[] = []
    for (const { period, currency, amountMinor } of prices) {
      const before = priceOf(tier, period, currency)
      if ((before?.amountMinor ?? null) === amountMinor) continue
      if (before) await archivePrice(tx, before.id, now)
      if (amountMinor !== null) await insertPrice(tx, { tierId, period, currency, amountMinor }, now)
      changed.push(`${currency} ${period}: ${before?.amountMinor ?? '–'} → ${amountMinor ?? '–'}`)
    }
    await told(tx, house, {
      by,
      act: id === null ? 'add-tier' : 'change-tier',
      subject: { kind: 'tier', id: tierId, title: input.name },
      detail: changed.length > 0 ? { prices: changed } : {},
    })
    return tierId
  })
}

/** Offers a tier no longer, or again. Those who have it keep it. */
export function archiveTier(
  house: Doors,
  { by, id, archived }: { by: By; id: number; archived: boolean },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    await lockTiers(tx)
    const tier = await findTier(tx, id)
    if (!tier) throw new NotFound('There is no tier with this number.')
    await setTierArchived(tx, id, archived ? house.clock.now() : null)
    await told(tx, house, {
      by,
      act: archived ? 'archive-tier' : 'offer-tier',
      subject: { kind: 'tier', id, title: tier.name },
    })
  })
}

/** Moves a tier one place up or down among those that are offered. */
export function moveTier(
  house: Doors,
  { by, id, places }: { by: By; id: number; places: -1 | 1 },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    await lockTiers(tx)
    const order = (await listTiers(tx)).filter(({ archivedAt }) => !archivedAt)
    const from = order.findIndex(tier => tier.id === id)
    const tier = order[from]
    const other = order[from + places]
    if (!tier || !other) return
    order[from + places] = tier
    order[from] = other
    await setTierOrder(
      tx,
      order.map(each => each.id),
    )
    await told(tx, house, { by, act: 'move-tier', subject: { kind: 'tier', id, title: tier.name } })
  })
}

/** Two people who save at once must not both archive one price, or make two of it. */
async function lockTiers(tx: Transaction): Promise<void> {
  await tx.selectFrom('support_settings').select('id').forUpdate().execute()
}

async function told(tx: Transaction, house: Doors, act: Act): Promise<void> {
  await recordAct(tx, house.clock, act)
  await tellSupportChanged(tx, house)
  // The paper's head leads to joining as soon as there is something to join.
  await recordEvent(tx, house.clock, { kind: 'publication-changed', keys: ['publication'] })
}

function slugOf(name: string): string {
  const words = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return (
    words
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'tier'
  )
}
