import { formatNumber, intlTag } from '../../design/messages.ts'
import { formatMoney } from '../../design/money.ts'

/** What texts of appeals may name in braces, in the order in which editors see them. */
export const figureNames = [
  'supporters',
  'members',
  'members_new',
  'gifts_new',
  'supporters_new',
  'raised',
  'goal',
  'remaining',
  'beyond',
  'days_left',
  'readers_month',
  'readers_per_supporter',
] as const
export type FigureName = (typeof figureNames)[number]

/** An amount in minor units of its currency, or a count. */
export type Figure = number | { amountMinor: number; currency: string }

/** Everything that texts can name, counted at one moment; null where it cannot be computed. */
export type Figures = Readonly<Record<FigureName, Figure | null>>

export interface FilledText {
  text: string
  /** Figures for want of which a sentence was left out. */
  missing: FigureName[]
  /** Names in braces that are no figures; their sentences are left out too. */
  unknown: string[]
}

const inBraces = /\{([a-z_]+)((?:\|[^{}|]*)*)\}/g

/**
 * Puts the figures into a text, written as the language writes numbers. A sentence that names one which cannot be
 * computed is left out. `{days_left|day|days}` adds the form of the word that goes with the number, in the order of the
 * language's plural forms (CLDR: zero, one, two, few, many, other).
 */
export function fillFigures(text: string, figures: Figures, language: string): FilledText {
  const missing = new Set<FigureName>()
  const unknown = new Set<string>()
  const named: (string | null)[] = []
  // A capital stands in for each figure while sentences are told apart: a digit at its beginning would join it to the
  // one before (UAX 29, SB8).
  const skeleton = text.replaceAll(standIn, '').replace(inBraces, (_, name: string, forms: string) => {
    named.push(written(name, forms))
    return standIn
  })
  const kept = sentencesOf(skeleton, language).flatMap(sentence => {
    const here = named.splice(0, sentence.split(standIn).length - 1)
    return here.includes(null) ? [] : [sentence.replaceAll(standIn, () => here.shift() ?? '')]
  })
  return { text: kept.join('').trim(), missing: [...missing], unknown: [...unknown] }

  function written(name: string, forms: string): string | null {
    if (!isFigureName(name)) {
      unknown.add(`{${name}}`)
      return null
    }
    const figure = figures[name]
    if (figure === null) missing.add(name)
    return figure === null ? null : formatFigure(figure, language) + wordFor(figure, forms, language)
  }
}

/** A figure as the language writes it: "1,043", "1.043", "€ 3.200". */
export function formatFigure(figure: Figure, language: string): string {
  return typeof figure === 'number'
    ? formatNumber(figure, language)
    : formatMoney(figure.amountMinor, figure.currency, language)
}

/** The figures that a text names, and the names in it that are none. */
export function figuresIn(text: string): { names: FigureName[]; unknown: string[] } {
  const all = [...text.matchAll(inBraces)].map(([, name]) => name!)
  const braces = text.replace(inBraces, '').match(/[{}]/g) ?? []
  return {
    names: [...new Set(all.filter(isFigureName))],
    unknown: [...new Set([...all.filter(name => !isFigureName(name)).map(name => `{${name}}`), ...braces])],
  }
}

// A capital of mathematics, which stands in no text of a paper.
const standIn = '\u{1D400}'

function isFigureName(name: string): name is FigureName {
  return (figureNames as readonly string[]).includes(name)
}

function wordFor(figure: Figure, forms: string, language: string): string {
  const words = forms.split('|').slice(1)
  if (words.length === 0 || typeof figure !== 'number') return ''
  const rules = new Intl.PluralRules(intlTag(language))
  const order = ['zero', 'one', 'two', 'few', 'many', 'other']
  const categories = rules
    .resolvedOptions()
    .pluralCategories.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const at = categories.indexOf(rules.select(figure))
  return `\u00a0${(words[at] ?? words.at(-1))!.trim()}`
}

function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(intlTag(language), { granularity: 'sentence' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
