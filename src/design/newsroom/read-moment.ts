import { BadInput } from '../../platform/errors/errors.ts'
import { type Form, fieldOf } from '../../platform/http/form.ts'
import { formatDate, zoneName } from '../dates.ts'
import { readZoned } from '../zoned-moment.ts'

/** A time was given that comes twice, because clocks go back; which of the two has to be said. */
export class TimeComesTwice extends BadInput {
  override name = 'TimeComesTwice'
  readonly moments: [Date, Date]
  constructor(field: string, moments: [Date, Date], timeZone: string) {
    const [first, second] = moments.map(moment => zoneName(moment, { language: 'en', timeZone }))
    super({
      field,
      sentence: `Clocks go back that night, so this time comes twice: first as ${first}, then as ${second}. Say which one you mean.`,
    })
    this.moments = moments
  }
}

/**
 * The moment that a `MomentField` holds, on the clock of the zone; null where it is empty. Throws BadInput for what is
 * no time and for one that clocks jump over, TimeComesTwice for one that needs to be told apart.
 */
export function readMoment(form: Form, name: string, timeZone: string): Date | null {
  const text = fieldOf(form, name).trim()
  if (text === '') return null
  const zoned = readZoned(text, timeZone)
  if (!zoned)
    throw new BadInput({ field: name, sentence: 'Give a day and a time, such as 2026-11-22 09:30.' })
  if (zoned.kind === 'once') return zoned.moment
  if (zoned.kind === 'never') {
    const day = formatDate(new Date(`${text.slice(0, 10)}T12:00:00Z`), { language: 'en', timeZone: 'UTC' })
    throw new BadInput({
      field: name,
      sentence: `On ${day} clocks go from ${zoned.from} straight to ${zoned.to} in ${timeZone}, so ${text.slice(11, 16)} does not come. Choose a time before or after.`,
    })
  }
  const which = fieldOf(form, whichOf(name))
  if (which === 'first') return zoned.moments[0]
  if (which === 'second') return zoned.moments[1]
  throw new TimeComesTwice(name, zoned.moments, timeZone)
}

/** The field that tells two such times apart. */
export function whichOf(name: string): string {
  return `${name}-which`
}
