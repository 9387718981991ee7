import type { House } from '../../platform/house.ts'
import { countMembers, countSupporters } from '../ledger/ledger.ts'
import type { Appeal, AppealSettings } from './appeal.ts'
import { type Experiment, listAppeals, listExperiments, readAppealSettings } from './appeal-queries.ts'
import { type Campaign, dayMs, momentOf, overAt } from './campaign-goal.ts'
import { type Candidate, inOrder } from './choose-appeals.ts'
import type { Figures } from './figure-text.ts'
import { type Counts, figuresFrom, type Gains, gainedOf } from './figures.ts'
import { countGains } from './gain-queries.ts'
import { mayStandOn, type PageFacts } from './rules.ts'

/** The press key of every page that may carry an appeal. */
export const appealsKey = 'appeals'
/** The press key of what shows figures; thrown away when money or the clock moved them. */
export const figuresKey = 'figures'

/** Says how many distinct readers the last 30 days had; null where nobody counts them. */
export type CountReaders = (house: House) => Promise<number | null>

export interface LiveAppeals {
  appeals: Appeal[]
  experiments: Experiment[]
  settings: AppealSettings
}

type Doors = Pick<House, 'db' | 'press' | 'payments'>

/** The appeals that are live, asked of the database once until they change. */
export function liveAppeals({ db, press }: Pick<House, 'db' | 'press'>): Promise<LiveAppeals> {
  return press.keep('live-appeals', [appealsKey], async () => {
    const all = await listAppeals(db)
    const appeals = all.filter(
      ({ live, campaign, wordings }) => live && campaign?.state !== 'draft' && wordings.length > 0,
    )
    return {
      appeals,
      experiments: appeals.length > 0 ? await listExperiments(db) : [],
      settings: await readAppealSettings(db),
    }
  })
}

/** The appeals that a page may carry, in the order in which they are tried. */
export function candidatesFor(
  { appeals, experiments, settings }: LiveAppeals,
  page: PageFacts,
  now: Date,
): Candidate[] {
  return inOrder(
    appeals.flatMap(appeal => {
      const moment = appeal.campaign && momentOf(appeal.campaign, 0, now)
      const state = { now, settings, moment }
      return mayStandOn(page, appeal, state) ? { ...wordingsNow(appeal, experiments, now), state } : []
    }),
  )
}

/** The wordings that are dealt just now, and by what. */
export function wordingsNow(
  appeal: Appeal,
  experiments: readonly Experiment[],
  now: Date,
): Pick<Candidate, 'appeal' | 'wordings' | 'draw' | 'experimentId'> {
  const running = experiments.find(each => each.appealId === appeal.id && isRunning(each, now))
  const compared = appeal.wordings.filter(({ id }) => running?.wordingIds.includes(id))
  return running && compared.length > 1
    ? { appeal, wordings: compared, draw: `experiment ${running.id}`, experimentId: running.id }
    : { appeal, wordings: appeal.wordings.slice(0, 1), draw: `appeal ${appeal.id}`, experimentId: null }
}

export function isRunning({ startedAt, endsAt, stoppedAt }: Experiment, now: Date): boolean {
  return stoppedAt === null && startedAt <= now && now < endsAt
}

/** Seconds until a campaign or an experiment begins or ends, so that pages are printed anew then; at most a day. */
export function secondsToChange({ appeals, experiments, settings }: LiveAppeals, now: Date): number {
  const moments = [
    ...appeals.flatMap(({ campaign }) =>
      campaign
        ? [
            campaign.startsAt,
            overAt(campaign),
            new Date(overAt(campaign).getTime() + settings.afterDays * dayMs),
          ]
        : [],
    ),
    ...experiments.flatMap(({ startedAt, endsAt }) => [startedAt, endsAt]),
  ]
  const ahead = moments.map(moment => moment.getTime() - now.getTime()).filter(each => each > 0)
  return Math.ceil(Math.min(dayMs, ...ahead) / 1000)
}

/** The figures of an appeal's campaign, or of the paper alone; counted once until something moves them. */
export async function figuresOf(
  house: Doors,
  options: { campaign: Campaign | null; counts: Counts },
): Promise<{ figures: Figures; gained: number }> {
  const { campaign, counts } = options
  const now = house.payments.now()
  if (!campaign) return { figures: figuresFrom(counts, null, now), gained: 0 }
  const gains = await gainsOf(house, campaign)
  return { figures: figuresFrom(counts, { campaign, gains }, now), gained: gainedOf(campaign, gains) }
}

/** What a campaign has gained so far. */
export function gainsOf({ db, press }: Doors, campaign: Campaign): Promise<Gains> {
  const span = { from: campaign.startsAt, until: overAt(campaign) }
  const name = `gains ${campaign.id} ${span.from.getTime()} ${span.until.getTime()}`
  return press.keep(name, [figuresKey], () => countGains(db, span))
}

/** What the ledger and the audience counts say now. */
export async function countsNow(house: House, countReaders: CountReaders): Promise<Counts> {
  const { db, press, payments } = house
  const now = payments.now()
  // Time alone takes a supporter away: twelve months after a gift.
  const hour = Math.floor(now.getTime() / 3_600_000)
  const { supporters, members } = await press.keep(`supporters ${hour}`, [figuresKey], async () => {
    return { supporters: await countSupporters(db, now), members: await countMembers(db, now) }
  })
  return { supporters, members, readersMonth: await countReaders(house) }
}
