import { defineMessages, formatNumber, type PluralForms, plural } from '../../design/messages.ts'

interface Spans {
  months: PluralForms
  years: PluralForms
}

// As they stand after a word for "for": für …, на …, لمدة …
const spans = defineMessages<Spans>({
  en: { months: { one: 'one month', other: '# months' }, years: { one: 'one year', other: '# years' } },
  uk: {
    months: { one: '# місяць', few: '# місяці', many: '# місяців', other: '# місяця' },
    years: { one: '# рік', few: '# роки', many: '# років', other: '# року' },
  },
  es: { months: { one: 'un mes', other: '# meses' }, years: { one: 'un año', other: '# años' } },
  de: { months: { one: 'einen Monat', other: '# Monate' }, years: { one: 'ein Jahr', other: '# Jahre' } },
  fr: { months: { one: 'un mois', other: '# mois' }, years: { one: 'un an', other: '# ans' } },
  ar: {
    months: { one: 'شهر واحد', two: 'شهرين', few: '# أشهر', many: '# شهرًا', other: '# شهر' },
    years: { one: 'سنة واحدة', two: 'سنتين', few: '# سنوات', many: '# سنة', other: '# سنة' },
  },
})

/** A number of months in words, as years where they are whole: "3 months", "one year". */
export function spanWords(months: number, language: string): string {
  const whole = months % 12 === 0
  const number = whole ? months / 12 : months
  const forms = spans(language)[whole ? 'years' : 'months']
  return plural(language, number, forms).replace('#', formatNumber(number, language))
}
