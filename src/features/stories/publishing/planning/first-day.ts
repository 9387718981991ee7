/**
 * Regions in which the newsroom's languages are written, the likeliest first. Only a guess at the region; on which day its
 * week begins is told by the data of Unicode (CLDR) that the runtime brings along.
 */
const regionsOf: Readonly<Record<string, readonly string[]>> = {
  en: ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'IN', 'ZA', 'KE', 'NG', 'SG', 'PH', 'JM'],
  uk: ['UA'],
  es: [
    'ES',
    'MX',
    'CO',
    'AR',
    'PE',
    'VE',
    'CL',
    'GT',
    'EC',
    'BO',
    'DO',
    'HN',
    'PY',
    'SV',
    'NI',
    'CR',
    'PA',
    'UY',
  ],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CH', 'CA', 'SN', 'CI', 'CM', 'MA'],
  ar: [
    'EG',
    'SA',
    'AE',
    'IQ',
    'JO',
    'LB',
    'SY',
    'YE',
    'OM',
    'KW',
    'QA',
    'BH',
    'LY',
    'TN',
    'DZ',
    'MA',
    'SD',
    'PS',
  ],
}

const monday = 1

/**
 * The day on which a week begins for whoever reads this language, Monday 1 to Sunday 7. A language without a region ("en")
 * takes the one of its regions in which the publication's clock stands; where there is none, ISO 8601 says Monday.
 */
export function firstDayOfWeek(language: string, timeZone: string): number {
  try {
    const locale = new Intl.Locale(language)
    const region = locale.region ?? regionWith(timeZone, regionsOf[locale.language] ?? [])
    return region ? weekInfoOf(new Intl.Locale(locale.language, { region })) : monday
  } catch {
    return monday
  }
}

function regionWith(timeZone: string, regions: readonly string[]): string | undefined {
  const here = canonical(timeZone)
  return regions.find(region => {
    const locale = new Intl.Locale('und', { region }) as LocaleWithFacts
    const zones = locale.getTimeZones?.() ?? locale.timeZones ?? []
    return zones.some(zone => zone === timeZone || zone === here)
  })
}

/** Some engines know a zone by an older name: "Europe/Kiev". */
function canonical(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
}

/** What engines tell of a locale, as a method or, in older ones, as a property. */
interface LocaleWithFacts extends Intl.Locale {
  getWeekInfo?(): { firstDay: number }
  weekInfo?: { firstDay: number }
  getTimeZones?(): string[]
  timeZones?: string[]
}

function weekInfoOf(locale: LocaleWithFacts): number {
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? monday
}
