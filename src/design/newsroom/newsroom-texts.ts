import { type InterfaceLanguage, interfaceLanguage } from '../messages.ts'

/**
 * Declares the newsroom's texts of one feature: English whole, other languages as far as somebody has translated them.
 * Gives back a function from a language tag to the texts; what is not translated stands in English.
 */
export function newsroomTexts<M extends object>(
  all: { en: M } & Partial<Record<Exclude<InterfaceLanguage, 'en'>, Partial<M>>>,
): (language: string) => M {
  const merged = new Map<InterfaceLanguage, M>()
  return tag => {
    const language = interfaceLanguage(tag)
    const known = merged.get(language)
    if (known) return known
    const texts = { ...all.en, ...all[language] }
    merged.set(language, texts)
    return texts
  }
}
