import type { IncomingMessage } from 'node:http'
import { isPrefetch, isRobot } from '../../platform/http/robots.ts'
import type { Chosen, Variants } from '../../platform/press/variants.ts'
import { type Candidate, type Choice, chooseAppeals } from './choose-appeals.ts'
import { deviceOf, readerFacts } from './reader-facts.ts'
import {
  digest,
  firstReading,
  readingAttributes,
  readReading,
  withStory,
  writeReading,
} from './reading-cookie.ts'
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
  const { standing } = page
  const story = page.story === undefined ? undefined : digest(page.story)
  const attributes = readingAttributes(doors.siteUrl)
  const variants = {
    choose(request: IncomingMessage): ChosenAppeals {
      const { headers } = request
      const program = programOf(headers['user-agent'])
      if (program.isCrawler) return forCrawlers
      const now = doors.now()
      const known = readReading(headers.cookie)
      const before = known ?? firstReading(now, doors.chance)
      const reading = story === undefined ? before : withStory(before, story, now)
      const facts: ReaderFacts = readerFacts(reading, {
        member: standing === 'member',
        device: program.device,
        country: wantsCountry ? doors.countryOf(request) : null,
        now,
      })
      const choice = chooseAppeals(candidates, facts)
      const ahead = isPrefetch(request)
      return {
        name: nameOf(choice),
        cookie: reading === known || ahead ? undefined : writeReading(reading, attributes),
        counts: !ahead && request.method === 'GET' && standing !== 'staff' && !program.isRobot,
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

interface Program {
  /** Search engines index the story, not what is asked beside it. */
  isCrawler: boolean
  /** Sees what a reader sees, and is not counted. */
  isRobot: boolean
  device: ReaderFacts['device']
}

const programs = new Map<string, Program>()

/** What a request's User-Agent says; remembered, since browsers send few different ones. */
function programOf(userAgent = ''): Program {
  const found = programs.get(userAgent)
  if (found) return found
  const program = {
    isCrawler: /bot\b|crawl|spider|slurp/i.test(userAgent),
    isRobot: isRobot(userAgent || undefined),
    device: deviceOf(userAgent),
  }
  if (programs.size >= 500) programs.clear()
  programs.set(userAgent, program)
  return program
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
