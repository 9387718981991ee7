/** The languages the interface speaks. A story may be in any language; the words around it are in one of these. */
export const interfaceLanguages = ['en', 'uk', 'es', 'de', 'fr', 'ar'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export interface PluralForms {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/**
 * Declares the texts of one feature in all interface languages; the compiler refuses a missing one.
 * Gives back a function from a language tag ("en-IE", "ar") to its texts. Unknown languages get English.
 */
export function defineMessages<M>(
  all: { en: M } & Record<Exclude<InterfaceLanguage, 'en'>, NoInfer<M>>,
): (language: string) => M {
  return language => all[interfaceLanguage(language)]
}

/** The interface language for a tag: its own, that of its first subtag, or English. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  const dash = tag.indexOf('-')
  const primary = (dash === -1 ? tag : tag.slice(0, dash)).toLowerCase()
  return isInterfaceLanguage(primary) ? primary : 'en'
}

/** The form of a word for a number, by the plural rules of Unicode CLDR for the language. */
export function plural(language: string, n: number, forms: PluralForms): string {
  return forms[pluralRules(interfaceLanguage(language)).select(n)] ?? forms.other
}

/** "rtl" for languages whose usual script runs from right to left, else "ltr". */
export function direction(tag: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  if (rest.some(part => part === 'arab' || part === 'hebr' || part === 'thaa')) return 'rtl'
  if (rest.includes('latn') || rest.includes('cyrl')) return 'ltr'
  return rightToLeft.has(primary) ? 'rtl' : 'ltr'
}

/** A whole number as the language writes it, with its separators. */
export function formatNumber(n: number, language: string): string {
  return numberFormat(language).format(n)
}

const rightToLeft = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb', 'syr'])

function isInterfaceLanguage(value: string): value is InterfaceLanguage {
  return (interfaceLanguages as readonly string[]).includes(value)
}

// Intl objects cost far more to make than to use; these tables only remember what depends on nothing but the key.
const rulesByLanguage = new Map<InterfaceLanguage, Intl.PluralRules>()
const numbersByTag = new Map<string, Intl.NumberFormat>()

function pluralRules(language: InterfaceLanguage): Intl.PluralRules {
  const known = rulesByLanguage.get(language)
  if (known) return known
  const made = new Intl.PluralRules(language)
  rulesByLanguage.set(language, made)
  return made
}

function numberFormat(language: string): Intl.NumberFormat {
  const tag = intlTag(language)
  const known = numbersByTag.get(tag)
  if (known) return known
  const made = new Intl.NumberFormat(tag)
  numbersByTag.set(tag, made)
  return made
}

/**
 * The tag handed to Intl for an interface text: the region is kept where one is named ("en-US", "de-AT"),
 * plain English is British, and Arabic gets the digits most newsrooms' sites use, so that times and numbers line up.
 */
export function intlTag(language: string): string {
  const primary = interfaceLanguage(language)
  const region = /^[a-z]{2}-([A-Z]{2})\b/.exec(language)?.[1]
  const regional = region && language.startsWith(primary) ? `${primary}-${region}` : primary
  if (primary === 'ar') return `${regional}-u-nu-latn`
  return regional === 'en' ? 'en-GB' : regional
}
