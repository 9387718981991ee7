import { z } from 'zod'
import { interfaceLanguage, interfaceLanguages } from '../../../design/messages.ts'
import { readZoned, writeZoned } from '../../../design/zoned-moment.ts'
import { knownZone } from '../../../design/zones.ts'
import { type Form, fieldOf } from '../../../platform/http/form.ts'
import { emailAddress, oneLine } from '../../../platform/mail/address.ts'
import type { GiftChange } from '../change-gift.ts'
import { addMonths, deliverWithinMonths, type Gift } from '../gift.ts'
import type { giftMessages } from '../gift-messages.ts'

export const deliveries = ['now', 'date', 'self'] as const

/** One gift as it stands in a form, right or wrong. */
export interface TypedGift {
  delivery: (typeof deliveries)[number]
  name: string
  email: string
  message: string
  language: string
  /** "2026-12-24" */
  day: string
  /** "09:00" */
  hour: string
  zone: string
}

export type WrongGift = Partial<Record<keyof TypedGift, string>>

const shape = z.object({
  delivery: z.enum(deliveries).catch('now'),
  name: z.string().max(400).catch(''),
  email: z.string().max(254).catch(''),
  message: z.string().max(20_000).catch(''),
  language: z.enum(interfaceLanguages).catch('en'),
  day: z.string().max(20).catch(''),
  hour: z.string().max(10).catch(''),
  zone: z.string().max(60).catch(''),
})

const longestName = 80
const longestMessage = 600

const zones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

/** The zones to choose from, with the one that is chosen: it may go by a newer name ("Europe/Kyiv") than the list has. */
export function zonesWith(chosen: string): readonly string[] {
  return zones.includes(chosen) || !isZone(chosen) ? zones : [chosen, ...zones]
}

function isZone(name: string): boolean {
  return knownZone(name, '') !== ''
}

/** The fields of one gift; those of several stand in one form by a number after their names. */
export function typedGift(form: Form, number: number): TypedGift {
  const names = Object.keys(shape.shape)
  return shape.parse(Object.fromEntries(names.map(name => [name, fieldOf(form, `${name}-${number}`)])))
}

export function emptyGift({
  language,
  timeZone,
  now,
}: {
  language: string
  timeZone: string
  now: Date
}): TypedGift {
  const tomorrow = writeZoned(new Date(now.getTime() + 86_400_000), timeZone).slice(0, 10)
  return {
    delivery: 'now',
    name: '',
    email: '',
    message: '',
    language: interfaceLanguage(language),
    day: tomorrow,
    hour: '09:00',
    zone: timeZone,
  }
}

/** A gift that was filled in before, as its form shows it again. */
export function typedAgain(gift: Gift, now: Date): TypedGift {
  const empty = emptyGift({ language: gift.language, timeZone: gift.timeZone, now })
  const [day = '', time = ''] = gift.deliverAt ? writeZoned(gift.deliverAt, gift.timeZone).split('T') : []
  return {
    ...empty,
    delivery: gift.delivery === 'self' ? 'self' : gift.deliverAt ? 'date' : 'now',
    name: gift.recipientName,
    email: gift.recipientEmail ?? '',
    message: gift.message,
    ...(gift.deliverAt ? { day, hour: `${time.slice(0, 2)}:00` } : {}),
  }
}

/** What was typed as a gift, or what is wrong with it by field. */
export function readGift(
  typed: TypedGift,
  { texts, now }: { texts: ReturnType<typeof giftMessages>; now: Date },
): { gift: GiftChange } | { wrong: WrongGift } {
  const wrong: WrongGift = {}
  const name = oneLine(typed.name, 200)
  if (name === '' || [...name].length > longestName) wrong.name = texts.wrong.name
  const message = typed.message.toWellFormed().trim()
  if ([...message].length > longestMessage) wrong.message = texts.wrong.message
  const self = typed.delivery === 'self'
  const email = self ? null : emailAddress.safeParse(typed.email.trim()).data?.toLowerCase()
  if (email === undefined) wrong.email = texts.wrong.email
  const moment = typed.delivery === 'date' ? momentOf(typed, now) : null
  if (typeof moment === 'string') wrong[moment === 'past' ? 'hour' : moment] = texts.wrong[moment]
  if (Object.keys(wrong).length > 0 || email === undefined || typeof moment === 'string') return { wrong }
  return {
    gift: {
      delivery: self ? 'self' : 'letter',
      recipientName: name,
      recipientEmail: email,
      message,
      language: typed.language,
      timeZone: isZone(typed.zone) ? typed.zone : 'UTC',
      deliverAt: moment,
    },
  }
}

/**
 * The hour on the clock of the recipient. One that clocks leave out is the hour they go on with; of one that comes twice
 * it is the first.
 */
export function momentOf(
  { day, hour, zone }: Pick<TypedGift, 'day' | 'hour' | 'zone'>,
  now: Date,
): Date | 'day' | 'zone' | 'past' {
  if (!isZone(zone)) return 'zone'
  if (!/^([01]\d|2[0-3]):00$/.test(hour)) return 'day'
  const found = readZoned(`${day}T${hour}`, zone)
  if (!found) return 'day'
  const moment =
    found.kind === 'once' ? found.moment : found.kind === 'twice' ? found.moments[0] : after(found)
  if (!moment || moment > addMonths(now, deliverWithinMonths)) return 'day'
  return moment <= now ? 'past' : moment

  function after({ to }: { to: string }): Date | null {
    const next = readZoned(`${day}T${to}`, zone)
    return next?.kind === 'once' ? next.moment : null
  }
}
