import { type Campaign, daysLeft } from './campaign-goal.ts'
import type { Figures } from './figure-text.ts'

/** What the ledger and the audience counts say at one moment. */
export interface Counts {
  supporters: number
  members: number
  /** Distinct readers of the last 30 days; null where nobody counts them. */
  readersMonth: number | null
}

/** What a campaign has gained in its time, net of what was refunded or disputed. */
export interface Gains {
  members: number
  gifts: number
  supporters: number
  /** In minor units, by currency. */
  raised: ReadonlyMap<string, number>
}

/** How much of what the campaign wants it has gained. Money in other currencies than the goal's is not counted. */
export function gainedOf({ goal }: Pick<Campaign, 'goal'>, gains: Gains): number {
  return goal.kind === 'amount' ? (gains.raised.get(goal.currency) ?? 0) : gains[goal.kind]
}

/** Everything that texts can name; without a campaign, nothing of what only one has. */
export function figuresFrom(
  counts: Counts,
  campaign: { campaign: Campaign; gains: Gains } | null,
  now: Date,
): Figures {
  const { supporters, members, readersMonth } = counts
  const perSupporter =
    readersMonth === null || supporters === 0 ? null : Math.round(readersMonth / supporters)
  return {
    // Nobody is told that nobody supports the paper.
    supporters: supporters || null,
    members: members || null,
    readers_month: readersMonth,
    // Fewer readers than supporters, as on a paper's first day, make no "one in N".
    readers_per_supporter: perSupporter === null || perSupporter < 2 ? null : perSupporter,
    ...(campaign ? campaignFigures(campaign, now) : noCampaign),
  }
}

const noCampaign = {
  members_new: null,
  gifts_new: null,
  supporters_new: null,
  raised: null,
  goal: null,
  remaining: null,
  beyond: null,
  days_left: null,
}

function campaignFigures({ campaign, gains }: { campaign: Campaign; gains: Gains }, now: Date) {
  const { goal } = campaign
  const gained = gainedOf(campaign, gains)
  const inGoal = (number: number) =>
    goal.kind === 'amount' ? { amountMinor: number, currency: goal.currency } : number
  return {
    members_new: gains.members,
    gifts_new: gains.gifts,
    supporters_new: gains.supporters,
    raised: raisedOf(campaign, gains),
    goal: inGoal(goal.number),
    remaining: gained < goal.number ? inGoal(goal.number - gained) : null,
    beyond: gained > goal.number ? inGoal(gained - goal.number) : null,
    days_left: daysLeft(campaign, now) || null,
  }
}

/** In the goal's currency; else in the only one there is. Currencies are not added up: no rate is known. */
function raisedOf({ goal }: Campaign, { raised }: Gains) {
  const [only] = raised
  const currency = goal.kind === 'amount' ? goal.currency : raised.size === 1 ? only![0] : null
  return currency === null ? null : { amountMinor: raised.get(currency) ?? 0, currency }
}
