/** A fundraising drive: what it wants, from when until when. */
export interface Campaign {
  id: number
  name: string
  goal: Goal
  startsAt: Date
  endsAt: Date
  state: CampaignState
  /** When an editor ended it, where that was before its time. */
  endedAt: Date | null
}

export const goalKinds = ['members', 'gifts', 'supporters', 'amount'] as const
export type GoalKind = (typeof goalKinds)[number]

/** What a campaign wants to gain in its time: so many of something, or so much money in minor units. */
export type Goal =
  | { kind: Exclude<GoalKind, 'amount'>; number: number }
  | { kind: 'amount'; number: number; currency: string }

export type CampaignState = 'draft' | 'running' | 'ended'

/** How far a campaign has come; each has words of its own. */
export const moments = ['before', 'underway', 'reached', 'passed', 'ended'] as const
export type Moment = (typeof moments)[number]

/** How far a campaign has come with so much gained; a goal of 1,000 is passed with 1,001. */
export function momentOf(campaign: Campaign, gained: number, now: Date): Moment {
  if (campaign.state === 'ended' || now >= campaign.endsAt) return 'ended'
  if (now < campaign.startsAt) return 'before'
  if (gained < campaign.goal.number) return 'underway'
  return gained === campaign.goal.number ? 'reached' : 'passed'
}

/** When the campaign is over: its end, or the moment an editor ended it. */
export function overAt({ endedAt, endsAt }: Campaign): Date {
  return endedAt && endedAt < endsAt ? endedAt : endsAt
}

/** Whole days that are left, the last one counted; 0 once it is over. */
export function daysLeft(campaign: Campaign, now: Date): number {
  return Math.max(0, Math.ceil((overAt(campaign).getTime() - now.getTime()) / dayMs))
}

export const dayMs = 86_400_000
