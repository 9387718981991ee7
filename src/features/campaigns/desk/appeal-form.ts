import { z } from 'zod'
import { BadInput } from '../../../platform/errors/errors.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { type AppealRules, appealRules, devices } from '../appeal.ts'
import type { AppealInput } from '../save-appeal.ts'
import type { deskTexts } from './campaign-desk-page.tsx'

/** Places that a page of the paper offers. */
export const deskPlaces = ['strip', 'closing', 'card', 'front'] as const

const visits = ['any', 'first', 'returning'] as const

/** What was typed of an appeal and of who sees it. Throws BadInput that names the field. */
export function appealFrom(ask: Ask, { wrong }: ReturnType<typeof deskTexts>): AppealInput {
  const whole = (from: number, until: number) =>
    z.coerce
      .number(wrong.number(from, until))
      .int(wrong.number(from, until))
      .min(from, wrong.number(from, until))
      .max(until, wrong.number(from, until))
  const many = z.array(z.string()).default([])
  const typed = readForm(
    ask,
    z.object({
      name: z.string(wrong.name).trim().min(1, wrong.name).max(120, wrong.long),
      place: z.enum(deskPlaces).default('strip'),
      campaign: z
        .string()
        .regex(/^\d{0,9}$/)
        .default(''),
      live: z.string().optional(),
      priority: whole(-1000, 1000).default(0),
      dismissalDays: whole(1, 365).default(30),
      'topics[]': many,
      languages: z.string().max(200, wrong.long).default(''),
      countries: z.string().max(900, wrong.long).default(''),
      'devices[]': z.array(z.enum(devices)).default([]),
      visits: z.enum(visits).default('any'),
      storiesFrom: whole(0, 9999).default(0),
      storiesUntil: z.union([z.literal('').transform(() => null), whole(0, 9999)]).default(null),
      thanks: z.string().optional(),
      holdOut: whole(0, 90).default(0),
    }),
  )
  return {
    name: typed.name,
    place: typed.place,
    campaignId: typed.campaign === '' ? null : Number(typed.campaign),
    live: typed.live === 'yes',
    priority: typed.priority,
    dismissalDays: typed.dismissalDays,
    rules: appealRules.parse({
      topics: typed['topics[]'].filter(id => /^\d{1,9}$/.test(id)).map(Number),
      languages: codesIn(typed.languages, /^[a-z]{2,3}$/i, 'languages').map(code => code.toLowerCase()),
      countries: codesIn(typed.countries, /^[a-z]{2}$/i, 'countries').map(code => code.toUpperCase()),
      devices: typed['devices[]'],
      visits: typed.visits,
      storiesFrom: typed.storiesFrom,
      storiesUntil: typed.storiesUntil,
      thanks: typed.thanks === 'yes',
      holdOut: typed.holdOut,
    } satisfies AppealRules),
  }

  function codesIn(text: string, shape: RegExp, field: 'languages' | 'countries'): string[] {
    const codes = text.split(/[\s,;]+/).filter(Boolean)
    if (codes.some(code => !shape.test(code))) throw new BadInput({ field, sentence: wrong[field] })
    return [...new Set(codes)]
  }
}
