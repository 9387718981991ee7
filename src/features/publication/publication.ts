import { z } from 'zod'
import { type Colour, readColour } from '../../design/colour.ts'
import type { FramePublication } from '../../design/frame.ts'
import { sansNames, serifNames } from '../../design/typefaces.ts'
import { BadInput } from '../../platform/errors/errors.ts'

export { adoptSettings } from './adopt-settings.ts'
export { breadcrumbJsonLd, organisationJsonLd, publisherJsonLd, siteJsonLd } from './publication-json-ld.ts'
export { publicationPage } from './publication-page.tsx'
export { hasSettings, readPublication, readSettings } from './publication-queries.ts'
export { savePublication, savePublicationIn } from './save-publication.ts'

const line = (most: number) =>
  z.string('is a line of text').trim().max(most, `has at most ${most} characters`)

const href = line(2000).refine(
  text => /^(\/(?![/\\])|#|https?:\/\/[^\s\\]+$|mailto:[^\s]+$|tel:[+\d])/i.test(text),
  'is a path on this site ("/about") or an address that begins with https://, mailto: or tel:',
)

const link = z.object({ label: line(80).min(1, 'is needed'), href })

const logo = z.object({
  /** Key of the file in the store (platform/files). */
  file: z.string().min(1).max(400),
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
})

const timeZone = line(60).refine(isTimeZone, 'is a time zone such as "Europe/Dublin"')
const language = line(35).refine(isLanguageTag, 'is a language tag such as "en", "uk" or "de-AT"')
const email = z.union([z.literal(''), z.email('is an e-mail address')])

const organisation = z.object({
  legalName: line(200).default(''),
  foundedIn: z.int('is a year').min(1500, 'is a year').max(2200, 'is a year').nullable().default(null),
  email: email.default(''),
  correctionsEmail: email.default(''),
  address: z
    .object({
      street: line(200).default(''),
      locality: line(200).default(''),
      region: line(200).default(''),
      postalCode: line(20).default(''),
      /** ISO 3166-1 alpha-2, or a name. */
      country: line(80).default(''),
    })
    .prefault({}),
  /** Slug of the author who edits the paper. */
  editor: line(190).default(''),
  /** The same organisation elsewhere: profiles, encyclopaedias. */
  sameAs: z.array(z.url('is an address that begins with https://')).max(30).default([]),
  publishingPrinciples: href.or(z.literal('')).default(''),
  correctionsPolicy: href.or(z.literal('')).default(''),
  ownership: href.or(z.literal('')).default(''),
})

/** What a newsroom sets about its publication. Every field but the name has a sensible start. */
export const publicationSettings = z.object({
  name: line(120).min(1, 'is needed'),
  shortName: line(40).default(''),
  tagline: line(160).default(''),
  description: line(600).default(''),
  logo: z
    .object({ light: logo, dark: logo.nullable().default(null) })
    .nullable()
    .default(null),
  /** The sign for tabs and home screens, square; made from the logo where there is none. */
  icon: z
    .object({ file: z.string().min(1).max(400) })
    .nullable()
    .default(null),
  accent: z
    .string()
    .refine(text => readColour(text) !== null, 'is a colour such as "#0b5563"')
    .transform(text => readColour(text) as Colour)
    .default('#0b5563'),
  serif: z.enum(serifNames, `is one of ${serifNames.join(', ')}`).default('source-serif-4'),
  sans: z.enum(sansNames, `is one of ${sansNames.join(', ')}`).default('public-sans'),
  language: language.default('en'),
  timeZone: timeZone.default('UTC'),
  navigation: z.array(link).max(24, 'has at most 24 entries').default([]),
  footer: z
    .object({
      columns: z
        .array(z.object({ title: line(80), links: z.array(link).max(20) }))
        .max(6, 'has at most 6 columns')
        .default([]),
      note: line(600).default(''),
    })
    .prefault({}),
  organisation: organisation.prefault({}),
  /** Title of the front in search results and tabs; the name and the tagline where it is empty. */
  homeTitle: line(120).default(''),
  newsFeed: z.object({ name: line(60).default('') }).prefault({}),
})

export type PublicationSettings = z.infer<typeof publicationSettings>
export type PublicationInput = z.input<typeof publicationSettings>

/** The one publication, as pages see it: its settings, where it stands, and where its logo is to be had. */
export interface Publication extends Omit<PublicationSettings, 'logo'>, FramePublication {
  /** Key of the logo's file, for the icons made from it. */
  logoFile: string | null
}

/** Reads settings from outside. Throws BadInput that names the field and says what it should be. */
export function parseSettings(input: unknown): PublicationSettings {
  const result = publicationSettings.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.path.join('.') || 'settings'
  const expected = issue?.code === 'invalid_type' && issue.input === undefined ? 'is needed' : issue?.message
  throw new BadInput({ field, sentence: `The publication’s ${field} cannot be used: it ${expected}.` })
}

/** `files` turns a file's key into its address. */
export function describePublication(
  settings: PublicationSettings,
  { siteUrl, fileAddress }: { siteUrl: string; fileAddress: (key: string) => string },
): Publication {
  const { organisation, logo } = settings
  const { street, locality, region, postalCode, country } = organisation.address
  const shown = (one: NonNullable<typeof logo>['light']) => ({
    src: fileAddress(one.file),
    width: one.width,
    height: one.height,
  })
  return {
    ...settings,
    siteUrl,
    logoFile: logo?.light.file ?? null,
    logo: logo && { light: shown(logo.light), dark: logo.dark && shown(logo.dark) },
    imprint: {
      publisher: organisation.legalName,
      foundedIn: organisation.foundedIn,
      address: [street, [postalCode, locality].filter(Boolean).join(' '), region, country].filter(Boolean),
      email: organisation.email,
    },
  }
}

/** What a publication is before anybody has set anything. */
export const unsetPublication: PublicationInput = { name: 'Masthead', tagline: '' }

/** The publication as far as it can be told without the database, for the page that says the database is away. */
export function unsetAtHand(siteUrl: string): Publication {
  return describePublication(parseSettings(unsetPublication), {
    siteUrl,
    fileAddress: key => `/media/${key}`,
  })
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
