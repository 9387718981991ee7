import type { Act } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { findCampaign } from './appeal-queries.ts'
import type { Campaign, Goal } from './campaign-goal.ts'
import { tellAppealsChanged } from './tell-appeals-changed.ts'

type Doors = Pick<House, 'db' | 'clock' | 'payments'>
type By = Act['by']

export interface CampaignInput {
  name: string
  goal: Goal
  startsAt: Date
  endsAt: Date
}

/**
 * Makes a campaign, or changes one. Once it has been started its goal and its beginning stand: whoever gave did so for
 * these. Throws BadInput that names the field. Returns the campaign's number.
 */
export function saveCampaign(
  house: Doors,
  { by, id, input }: { by: By; id: number | null; input: CampaignInput },
): Promise<number> {
  if (input.endsAt <= input.startsAt)
    throw new BadInput({ field: 'endsAt', sentence: 'A campaign ends after it has begun.' })
  return house.db.transaction().execute(async tx => {
    const before = id === null ? null : await lockCampaign(tx, id)
    if (before && before.state !== 'draft') requireSame(before, input)
    const values = {
      name: input.name,
      goal_kind: input.goal.kind,
      goal_number: input.goal.number,
      currency: input.goal.kind === 'amount' ? input.goal.currency : null,
      starts_at: before && before.state !== 'draft' ? before.startsAt : input.startsAt,
      ends_at: input.endsAt,
      updated_at: house.clock.now(),
    }
    const campaignId = before
      ? before.id
      : (
          await tx
            .insertInto('campaigns')
            .values({ ...values, created_at: house.clock.now() })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
    if (before) await tx.updateTable('campaigns').set(values).where('id', '=', campaignId).execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: before ? 'change-campaign' : 'add-campaign',
      subject: { kind: 'campaign', id: campaignId, title: input.name },
    })
    return campaignId
  })
}

/** Starts a campaign: from its beginning on, its appeals that are live stand on the paper. */
export function startCampaign(house: Doors, { by, id }: { by: By; id: number }): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const campaign = await lockCampaign(tx, id)
    if (campaign.state !== 'draft')
      throw new BadInput({ field: 'state', sentence: 'This campaign has been started before.' })
    if (campaign.endsAt <= house.payments.now())
      throw new BadInput({ field: 'endsAt', sentence: 'Its end is past. Give it a later one first.' })
    await tx.updateTable('campaigns').set({ state: 'running' }).where('id', '=', id).execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'start-campaign',
      subject: { kind: 'campaign', id, title: campaign.name },
    })
  })
}

/** Ends a campaign now, before its time. Its last words stay for the days that the newsroom has set. */
export function endCampaign(house: Doors, { by, id }: { by: By; id: number }): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const campaign = await lockCampaign(tx, id)
    if (campaign.state !== 'running')
      throw new BadInput({ field: 'state', sentence: 'Only a campaign that runs can be ended.' })
    await tx
      .updateTable('campaigns')
      .set({ state: 'ended', ended_at: house.payments.now() })
      .where('id', '=', id)
      .execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'end-campaign',
      subject: { kind: 'campaign', id, title: campaign.name },
    })
  })
}

async function lockCampaign(tx: Transaction, id: number): Promise<Campaign> {
  await tx.selectFrom('campaigns').select('id').where('id', '=', id).forUpdate().execute()
  const campaign = await findCampaign(tx, id)
  if (!campaign) throw new NotFound('There is no campaign with this number.')
  return campaign
}

function requireSame(before: Campaign, { goal, startsAt }: CampaignInput): void {
  const currency = (one: Goal) => (one.kind === 'amount' ? one.currency : '')
  const sameGoal =
    goal.kind === before.goal.kind &&
    goal.number === before.goal.number &&
    currency(goal) === currency(before.goal)
  if (!sameGoal)
    throw new BadInput({
      field: 'goalNumber',
      sentence: 'The goal stands once a campaign has started: readers gave for it.',
    })
  // Forms know no seconds.
  if (Math.abs(startsAt.getTime() - before.startsAt.getTime()) >= 60_000)
    throw new BadInput({ field: 'startsAt', sentence: 'A campaign that has started keeps its beginning.' })
}
