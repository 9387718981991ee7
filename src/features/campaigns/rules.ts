import type { Appeal, AppealSettings, Device, PlaceName } from './appeal.ts'
import { dayMs, type Moment, overAt } from './campaign-goal.ts'

/** What is the same for all who read a page; decided when it is printed. */
export interface PageFacts {
  /** Where on the page an appeal can stand. */
  places: readonly PlaceName[]
  topics: readonly number[]
  /** Language tag of what is read. */
  language: string
  /** A sensitive story asks nobody for anything. */
  asksNothing: boolean
}

/** What is told of whoever asks for a page; nothing of it says who that is. */
export interface ReaderFacts {
  /** supporter: gave once in the last twelve months. */
  standing: 'guest' | 'member' | 'supporter'
  /** ISO 3166-1 alpha-2; null where no proxy that is trusted tells it. */
  country: string | null
  device: Device
  /** This month, the one asked for counted. */
  storiesRead: number
  /** Has been here on an earlier day. */
  returning: boolean
  /** Appeal → days since it was dismissed. */
  dismissed: ReadonlyMap<number, number>
  /** Days since a gift of money; null for none that is known of. */
  gaveDaysAgo: number | null
  /** From 0 to 999: by which of a thousand lots this browser's shares and wordings are drawn. */
  lot: number
}

/** What else is so at the moment. */
export interface State {
  now: Date
  settings: AppealSettings
  /** How far the appeal's campaign has come; null without one. */
  moment: Moment | null
}

export interface Verdict {
  rule: RuleName
  passes: boolean
}

type Rule<Facts> = (appeal: Appeal, facts: Facts, state: State) => boolean

/** What can be said before anybody asks for the page. */
export const pageRules = {
  live: ({ live, campaign }) => live && campaign?.state !== 'draft',
  dates: (appeal, _, state) => isTime(appeal, state),
  place: ({ place }, { places }) => places.includes(place),
  sensitive: (_, { asksNothing }) => !asksNothing,
  topic: ({ rules }, { topics }) => rules.topics.length === 0 || rules.topics.some(id => topics.includes(id)),
  language: ({ rules }, { language }) =>
    rules.languages.length === 0 || rules.languages.includes(primary(language)),
} as const satisfies Record<string, Rule<PageFacts>>

/** What depends on who asks. */
export const readerRules = {
  standing: ({ rules }, { standing }) => standing === 'guest' || rules.thanks,
  rest: (_, { standing, gaveDaysAgo }, { settings }) =>
    standing === 'member' || gaveDaysAgo === null || gaveDaysAgo >= settings.restDays,
  country: ({ rules }, { country }) =>
    rules.countries.length === 0 || (country !== null && rules.countries.includes(country)),
  device: ({ rules }, { device }) => rules.devices.length === 0 || rules.devices.includes(device),
  visit: ({ rules }, { returning }) => rules.visits === 'any' || (rules.visits === 'returning') === returning,
  stories: ({ rules }, { storiesRead }) =>
    storiesRead >= rules.storiesFrom && (rules.storiesUntil === null || storiesRead <= rules.storiesUntil),
  dismissed: ({ id, dismissalDays }, { dismissed }) => (dismissed.get(id) ?? dismissalDays) >= dismissalDays,
  'hold-out': (appeal, { lot }) => !isHeldOut(appeal, lot),
} as const satisfies Record<string, Rule<ReaderFacts>>

// Asked for every page that goes out.
const allReaderRules = Object.values(readerRules) as Rule<ReaderFacts>[]

export type RuleName = keyof typeof pageRules | keyof typeof readerRules

/** Whether the page may carry the appeal at all. */
export function mayStandOn(page: PageFacts, appeal: Appeal, state: State): boolean {
  return Object.values(pageRules).every(rule => (rule as Rule<PageFacts>)(appeal, page, state))
}

/** Whether this reader would see it where it stands. */
export function isFor(reader: ReaderFacts, appeal: Appeal, state: State): boolean {
  for (const rule of allReaderRules) if (!rule(appeal, reader, state)) return false
  return true
}

/** Left alone by the hold-out, and by nothing else. */
export function isOnlyHeldOut(reader: ReaderFacts, appeal: Appeal, state: State): boolean {
  return verdictsOn(reader, appeal, state).every(({ rule, passes }) => passes === (rule !== 'hold-out'))
}

/** Every rule with what it says, in the order in which they are asked: the trace that staff read. */
export function traceOf(
  facts: { page: PageFacts; reader: ReaderFacts },
  appeal: Appeal,
  state: State,
): Verdict[] {
  const page = Object.entries(pageRules).map(([rule, says]) => ({
    rule: rule as RuleName,
    passes: (says as Rule<PageFacts>)(appeal, facts.page, state),
  }))
  return [...page, ...verdictsOn(facts.reader, appeal, state)]
}

/**
 * Which of `count` shares a lot falls into. Each name deals the lots anew, so that the readers of one wording are not
 * the same as those of another appeal's.
 */
export function shareOf(lot: number, name: string, count: number): number {
  return Math.floor((mixed(`${name} ${lot}`) / 2 ** 32) * count)
}

/** All appeals of a campaign leave the same readers alone. */
export function isHeldOut({ id, campaign, rules }: Appeal, lot: number): boolean {
  const name = campaign ? `hold-out campaign ${campaign.id}` : `hold-out appeal ${id}`
  return rules.holdOut > 0 && shareOf(lot, name, 100) < rules.holdOut
}

function verdictsOn(reader: ReaderFacts, appeal: Appeal, state: State): Verdict[] {
  return Object.entries(readerRules).map(([rule, says]) => ({
    rule: rule as RuleName,
    passes: (says as Rule<ReaderFacts>)(appeal, reader, state),
  }))
}

/** Before its time a campaign shows only what was written for then; after it, its last words for some days. */
function isTime({ campaign, wordings }: Appeal, { now, settings, moment }: State): boolean {
  if (!campaign || !moment) return true
  if (moment === 'before') return wordings.some(({ texts }) => texts.before.paragraphs.length > 0)
  if (moment !== 'ended') return true
  return now.getTime() < overAt(campaign).getTime() + settings.afterDays * dayMs
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!
}

/** FNV-1a and a finaliser (Fowler, Noll, Vo; Appleby): spreads neighbouring numbers over the whole range. */
function mixed(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
