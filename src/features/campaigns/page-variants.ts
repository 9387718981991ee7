import type { IncomingMessage } from 'node:http'
import { isPrefetch, isRobot } from '../../platform/http/robots.ts'
import type { Chosen, Variants } from '../../platform/press/variants.ts'
import { type Candidate, type Choice, chooseAppeals } from './choose-appeals.ts'
import { deviceOf, readerFacts } from './reader-facts.ts'
import { firstReading, readReading, withStory, writeReading } from './reading-cookie.ts'
import type { ReaderFacts } from './rules.ts'

/** What a variant of a page carries: a strip and an appeal by their wordings. */
export interface VariantParts {
  strip: VariantPart | null
  appeal: VariantPart | null
}

interface VariantPart {
  wordingId: number
  thanks: boolean
}

interface ChosenAppeals extends Chosen {
  choice: Choice | null
}

/** What choosing needs besides the request. */
export interface ChoosingDoors {
  siteUrl: string
  now(): Date
  chance(): number
  countryOf(request: IncomingMessage): string | null
  /** Hears of every page that went to a reader. */
  count(choice: Choice): void
}

/**
 * Who gets which print of a page: the candidates are those that the page may carry, in order. `story` is the address that
 * counts as a story read; on other pages none does.
 */
export function variantsOf(
  candidates: readonly Candidate[],
  page: { standing: 'guest' | 'member' | 'staff'; story?: string },
  doors: ChoosingDoors,
): Variants {
  const wantsCountry = candidates.some(({ appeal }) => appeal.rules.countries.length > 0)
  const { standing, story } = page
  const variants = {
    choose(request: IncomingMessage): ChosenAppeals {
      const { headers } = request
      const userAgent = headers['user-agent']
      if (isCrawler(userAgent)) return forCrawlers
      const now = doors.now()
      const known = readReading(headers.cookie)
      const before = known ?? firstReading(now, doors.chance)
      const reading = story === undefined ? before : withStory(before, story, now)
      const facts: ReaderFacts = readerFacts(reading, {
        member: standing === 'member',
        device: deviceOf(userAgent),
        country: wantsCountry ? doors.countryOf(request) : null,
        now,
      })
      const choice = chooseAppeals(candidates, facts)
      const ahead = isPrefetch(request)
      return {
        name: nameOf(choice),
        cookie:
          reading === known || ahead ? undefined : writeReading(reading, { siteUrl: doors.siteUrl, now }),
        counts: !ahead && request.method === 'GET' && standing !== 'staff' && !isRobot(userAgent),
        choice,
      }
    },
    sent({ counts, choice }: ChosenAppeals) {
      if (counts && choice) doors.count(choice)
    },
  }
  return variants
}

/** What a variant's name says; nothing for a name that is none of ours. */
export function readVariant(name: string): VariantParts {
  const [strip = '', appeal = ''] = name.split('-')
  return { strip: readPart(strip), appeal: readPart(appeal) }
}

/** Search engines index the story, not what is asked beside it. Other programs see what a reader sees, and are not counted. */
function isCrawler(userAgent: string | undefined): boolean {
  return userAgent !== undefined && /bot\b|crawl|spider|slurp/i.test(userAgent)
}

const forCrawlers: ChosenAppeals = { name: '', counts: false, choice: null }

function nameOf({ strip, appeal }: Choice): string {
  if (!strip && !appeal) return ''
  return `${partName(strip)}-${partName(appeal)}`
}

function partName(shown: Choice['strip']): string {
  return shown === null ? '' : `${shown.wording.id}${shown.thanks ? 't' : ''}`
}

function readPart(text: string): VariantPart | null {
  const found = /^(\d{1,15})(t?)$/.exec(text)
  return found && { wordingId: Number(found[1]), thanks: found[2] === 't' }
}
