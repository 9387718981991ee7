import { BadArchive, type ImportedPublicationHint, type LeftBehind } from '../import.ts'
import { plainWords } from '../plain-words.ts'

/** What is known of the file as a whole while its items are read. Holds names only, never texts. */
export type Archive = ReturnType<typeof createArchive>

export function createArchive(now: Date) {
  let channel: Record<string, string> = {}
  let offset = 0
  const hosts = new Set<string>()
  const logins = new Set<string>()
  const topics = new Set<string>()
  const parents = new Map<string, string>()
  const termIds = new Map<string, string>()
  const left = new Map<string, LeftBehind & { count: number; examples: string[] }>()

  return {
    now,
    logins,
    /** Foreign ids of topics that have been told of. */
    topics,
    /** Parent of each category, by nicename. */
    parents,
    /** Nicename of each category by its number, which plugins refer to. */
    termIds,

    open(fields: Record<string, string>): ImportedPublicationHint {
      channel = fields
      const addresses = [fields['wp:base_blog_url'], fields.link].filter((each): each is string =>
        isAddress(each),
      )
      for (const address of addresses) hosts.add(hostOf(address))
      return {
        type: 'publication',
        name: plainWords(fields.title ?? ''),
        tagline: plainWords(fields.description ?? ''),
        ...(fields.language ? { language: fields.language } : {}),
        addresses: [...new Set(addresses)],
      }
    },

    /** The same rule as WordPress's own importer: without a version the file is some other RSS. */
    requireVersion(): void {
      if (/^\d+\.\d+/.test(channel['wp:wxr_version'] ?? '')) return
      throw new BadArchive(
        'The file is RSS, but not a WordPress export: it names no <wp:wxr_version>. Use Tools → Export in WordPress.',
      )
    },

    /** The address when it is one of the old site's own, else null. */
    own(address: string | undefined): string | null {
      return address && isAddress(address) && hosts.has(hostOf(address)) ? address : null
    },

    base(): string | undefined {
      return [channel['wp:base_blog_url'], channel.link].find(isAddress)
    },

    language(): string | undefined {
      return channel.language
    },

    /** Records what is not taken; the first few titles of each kind are kept. */
    leave(what: string, why: string, count: number, title?: string): void {
      if (count === 0) return
      const known = left.get(what) ?? { type: 'left-behind' as const, what, why, count: 0, examples: [] }
      known.count += count
      if (title && known.examples.length < 20) known.examples.push(plainWords(title).slice(0, 200))
      left.set(what, known)
    },

    terms(fields: Record<string, string>): void {
      const taxonomy = fields['wp:term_taxonomy']?.trim() ?? ''
      if (/^(category|post_tag)$/.test(taxonomy)) return
      const why =
        taxonomy === 'nav_menu'
          ? 'menus are made anew in the publication’s settings'
          : 'only categories and tags become topics'
      this.leave(`terms of “${taxonomy}”`, why, 1, fields['wp:term_name'])
    },

    *leftBehind(): Generator<LeftBehind> {
      for (const { examples, count, ...rest } of left.values()) {
        const titled = examples.length
        for (const title of examples) yield { ...rest, title, count: 1 }
        if (count > titled) yield { ...rest, count: count - titled }
      }
    },

    /**
     * The time of an item: WordPress keeps it twice, in its own zone and in UTC; drafts have no time in UTC, so the
     * distance seen last is used. Undefined for "0000-00-00" and other nonsense.
     */
    time(local: string | undefined, gmt: string | undefined): Date | undefined {
      const here = readTime(local)
      const universal = readTime(gmt)
      if (here && universal) offset = here.getTime() - universal.getTime()
      return universal ?? (here && new Date(here.getTime() - offset))
    },
  }
}

/** "2010-08-08 12:00:39" as UTC. */
export function readTime(text: string | undefined): Date | undefined {
  const parts = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text ?? '')
  if (!parts) return
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  return year >= 1000 && month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 ? date : undefined
}

function hostOf(address: string): string {
  return new URL(address).host.toLowerCase().replace(/^www\./, '')
}

function isAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
}
