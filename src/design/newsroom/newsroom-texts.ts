import { type InterfaceLanguage, interfaceLanguage } from '../messages.ts'

type Declared<M> = { en: M } & Partial<Record<Exclude<InterfaceLanguage, 'en'>, Partial<M>>>

/** The languages that the whole newsroom speaks; a test holds every one of its texts to them. */
export const newsroomLanguages = ['en', 'de', 'uk'] as const

/**
 * Declares the newsroom's texts of one feature: English whole, German and Ukrainian too once the feature is done, other
 * languages as far as somebody has translated them. Gives back a function from a language tag to the texts; what is not
 * translated stands in English. `declared` is what was given, for the test that finds gaps.
 */
export function newsroomTexts<M extends object>(
  all: Declared<M>,
): ((language: string) => M) & { declared: Declared<M> } {
  const merged = new Map<InterfaceLanguage, M>()
  const textsIn = (tag: string): M => {
    const language = interfaceLanguage(tag)
    const known = merged.get(language)
    if (known) return known
    const texts = { ...all.en, ...all[language] }
    merged.set(language, texts)
    return texts
  }
  return Object.assign(textsIn, { declared: all })
}

/** The language that the newsroom's pages are in for somebody: theirs where the whole newsroom speaks it, or English. */
export function newsroomLanguage(tag: string): (typeof newsroomLanguages)[number] {
  const language = interfaceLanguage(tag)
  return newsroomLanguages.find(known => known === language) ?? 'en'
}
