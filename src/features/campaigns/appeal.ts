import { z } from 'zod'
import type { Campaign } from './campaign-goal.ts'

export const places = ['strip', 'closing', 'card', 'front', 'join', 'gift', 'newsletter'] as const
export type PlaceName = (typeof places)[number]

export const devices = ['phone', 'desktop'] as const
export type Device = (typeof devices)[number]

/** To whom an appeal speaks; an empty list is everyone. */
export const appealRules = z.object({
  /** Topics of stories that it stands beside. */
  topics: z.array(z.int()).default([]),
  /** Language tags of stories or pages, without region. */
  languages: z.array(z.string()).default([]),
  /** ISO 3166-1 alpha-2. */
  countries: z.array(z.string()).default([]),
  devices: z.array(z.enum(devices)).default([]),
  visits: z.enum(['any', 'first', 'returning']).default('any'),
  /** Stories read this month, this one counted. */
  storiesFrom: z.int().min(0).default(0),
  storiesUntil: z.int().min(0).nullable().default(null),
  /** Whether members and supporters see it, as thanks. */
  thanks: z.boolean().default(true),
  /** Of a hundred readers, so many are left alone. */
  holdOut: z.int().min(0).max(90).default(0),
})
export type AppealRules = z.infer<typeof appealRules>

const words = z.object({
  heading: z.string().trim().max(200).default(''),
  paragraphs: z.array(z.string().trim().max(2000)).max(12).default([]),
})
export type Words = z.infer<typeof words>

/** What an appeal says. For what is left empty the program has words of its own in the page's language. */
export const wordingTexts = z.object({
  before: words.prefault({}),
  underway: words.prefault({}),
  reached: words.prefault({}),
  passed: words.prefault({}),
  ended: words.prefault({}),
  /** To members and supporters. */
  thanks: words.prefault({}),
  /** Who signs the letter, and as what. */
  signature: z.string().trim().max(120).default(''),
  office: z.string().trim().max(120).default(''),
  join: z.string().trim().max(60).default(''),
  gift: z.string().trim().max(60).default(''),
})
export type WordingTexts = z.infer<typeof wordingTexts>
export type Telling = 'before' | 'underway' | 'reached' | 'passed' | 'ended' | 'thanks'
export const tellings = [
  'underway',
  'before',
  'reached',
  'passed',
  'ended',
  'thanks',
] as const satisfies Telling[]

export interface Wording {
  id: number
  name: string
  texts: WordingTexts
}

/** One message in one place; of a campaign, or there all year. */
export interface Appeal {
  id: number
  campaign: Campaign | null
  name: string
  place: PlaceName
  live: boolean
  priority: number
  dismissalDays: number
  rules: AppealRules
  /** In order; the first one is shown unless an experiment runs. */
  wordings: Wording[]
}

/** How long the newsroom leaves whom alone. */
export const appealSettings = z.object({
  /** Days in which who gave once is not asked again. */
  restDays: z.int().min(0).max(365).default(90),
  /** Days for which a campaign's last words stay after its end. */
  afterDays: z.int().min(0).max(60).default(3),
})
export type AppealSettings = z.infer<typeof appealSettings>
