import { appealRules, type PlaceName, wordingTexts } from '../../src/features/campaigns/appeal.ts'
import { findAppeal } from '../../src/features/campaigns/appeal-queries.ts'
import type { Goal } from '../../src/features/campaigns/campaign-goal.ts'
import { saveAppeal, saveWording } from '../../src/features/campaigns/save-appeal.ts'
import { saveCampaign, startCampaign } from '../../src/features/campaigns/save-campaign.ts'
import { recordLine } from '../../src/features/ledger/ledger.ts'
import { recordEvent } from '../../src/platform/events/events.ts'
import type { House } from '../../src/platform/house.ts'

const day = 86_400_000

/** A campaign that has been started; days are counted from money's now. Returns its id. */
export async function aCampaign(
  house: House,
  { goal = { kind: 'members', number: 100 } as Goal, from = -1, until = 10, started = true } = {},
): Promise<number> {
  const now = house.payments.now().getTime()
  const id = await saveCampaign(house, {
    by: 'program',
    id: null,
    input: {
      name: 'Birthday',
      goal,
      startsAt: new Date(now + from * day),
      endsAt: new Date(now + until * day),
    },
  })
  if (started) await startCampaign(house, { by: 'program', id })
  return id
}

/** A live appeal with one wording, "Ten years" unless told otherwise. Returns the numbers of both. */
export async function anAppeal(
  house: House,
  place: PlaceName,
  options: {
    campaignId?: number | null
    texts?: Parameters<typeof wordingTexts.parse>[0]
    rules?: Parameters<typeof appealRules.parse>[0]
    dismissalDays?: number
    priority?: number
  } = {},
): Promise<{ appealId: number; wordingId: number }> {
  const { campaignId = null, rules = {}, dismissalDays = 30, priority = 0 } = options
  const appealId = await saveAppeal(house, {
    by: 'program',
    id: null,
    input: {
      name: `The ${place}`,
      place,
      campaignId,
      live: true,
      priority,
      dismissalDays,
      rules: appealRules.parse(rules),
    },
  })
  const wordingId = (await findAppeal(house.db, appealId))!.wordings[0]!.id
  const texts = wordingTexts.parse(
    options.texts ?? {
      underway: {
        heading: `Ten years, says the ${place}.`,
        paragraphs: ['{supporters} of you keep us going.'],
      },
    },
  )
  await saveWording(house, { by: 'program', appealId, id: wordingId, name: 'A', texts })
  return { appealId, wordingId }
}

let joined = 0

/** Somebody who joined and paid, as the ledger has it, and every node told of it. */
export async function someoneJoins(
  house: House,
  {
    at = house.payments.now(),
    amountMinor = 1000,
    source = 'paid' as 'paid' | 'gift' | 'complimentary' | 'import' | 'seat',
    wordingId = null as number | null,
    appealId = null as number | null,
  } = {},
): Promise<{ readerId: number; membershipId: number; lineId: number | null }> {
  const number = ++joined
  return house.db.transaction().execute(async tx => {
    const { id: readerId } = await tx
      .insertInto('readers')
      .values({ email: `reader-${number}@wrenmouth.example`, created_at: at } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: tierId } = await tx
      .insertInto('tiers')
      .values({ slug: `friend-${number}`, name: 'Friend', created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: membershipId } = await tx
      .insertInto('memberships')
      .values({
        reader_id: readerId,
        tier_id: tierId,
        source,
        state: 'active',
        started_at: at,
        created_at: at,
        updated_at: at,
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const attribution = { campaignId: null, appealId, wordingId }
    const common = { source: 'test', happenedAt: at, readerId, membershipId, attribution }
    await recordLine(tx, house, {
      ...common,
      kind: 'member-began',
      objectId: `membership:${membershipId}`,
      members: 1,
    })
    const line =
      source === 'paid'
        ? await recordLine(tx, house, {
            ...common,
            kind: 'membership-payment',
            objectId: `ch_${number}`,
            amountMinor,
            currency: 'eur',
          })
        : null
    await recordEvent(tx, house.clock, { kind: 'support-changed', keys: ['support'], payload: {} })
    return { readerId, membershipId, lineId: line?.id ?? null }
  })
}

/** What somebody paid is given back, and the membership with it. */
export async function someoneIsRefunded(
  house: House,
  {
    membershipId,
    lineId,
    amountMinor = 1000,
  }: { membershipId: number; lineId: number; amountMinor?: number },
): Promise<void> {
  const at = house.payments.now()
  await house.db.transaction().execute(async tx => {
    await tx
      .updateTable('memberships')
      .set({ state: 'ended', ended_at: at, ended_because: 'refunded' })
      .where('id', '=', membershipId)
      .execute()
    const common = { source: 'test', happenedAt: at, membershipId }
    await recordLine(tx, house, {
      ...common,
      kind: 'refund',
      objectId: `re_${lineId}`,
      amountMinor: -amountMinor,
      currency: 'eur',
      ofLineId: lineId,
    })
    await recordLine(tx, house, {
      ...common,
      kind: 'member-ended',
      objectId: `membership:${membershipId}`,
      members: -1,
    })
    await recordEvent(tx, house.clock, { kind: 'support-changed', keys: ['support'], payload: {} })
  })
}
