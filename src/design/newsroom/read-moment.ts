import { BadInput } from '../../platform/errors/errors.ts'
import { type Form, fieldOf } from '../../platform/http/form.ts'
import { type DatePlace, formatDate, zoneName } from '../dates.ts'
import { readZoned } from '../zoned-moment.ts'
import { momentTexts } from './moment-messages.newsroom.ts'

/** A time was given that comes twice, because clocks go back; which of the two has to be said. */
export class TimeComesTwice extends BadInput {
  override name = 'TimeComesTwice'
  readonly moments: [Date, Date]
  constructor(field: string, moments: [Date, Date], place: DatePlace) {
    const [first = '', second = ''] = moments.map(moment => zoneName(moment, place))
    super({ field, sentence: momentTexts(place.language).twice(first, second) })
    this.moments = moments
  }
}

/**
 * The moment that a `MomentField` holds, on the clock of the zone; null where it is empty. What is wrong is said in the
 * language of the place, and in English where only a zone is given. Throws BadInput for what is
 * no time and for one that clocks jump over, TimeComesTwice for one that needs to be told apart.
 */
export function readMoment(form: Form, name: string, where: DatePlace | string): Date | null {
  const place = typeof where === 'string' ? { language: 'en', timeZone: where } : where
  const { timeZone } = place
  const texts = momentTexts(place.language)
  const text = fieldOf(form, name).trim()
  if (text === '') return null
  const zoned = readZoned(text, timeZone)
  if (!zoned) throw new BadInput({ field: name, sentence: texts.notATime })
  if (zoned.kind === 'once') return zoned.moment
  if (zoned.kind === 'never') {
    const noon = new Date(`${text.slice(0, 10)}T12:00:00Z`)
    const day = formatDate(noon, { ...place, timeZone: 'UTC' })
    const { from, to } = zoned
    const gap = { day, from, to, zone: timeZone, time: text.slice(11, 16) }
    throw new BadInput({ field: name, sentence: texts.never(gap) })
  }
  const which = fieldOf(form, whichOf(name))
  if (which === 'first') return zoned.moments[0]
  if (which === 'second') return zoned.moments[1]
  throw new TimeComesTwice(name, zoned.moments, place)
}

/** The field that tells two such times apart. */
export function whichOf(name: string): string {
  return `${name}-which`
}
