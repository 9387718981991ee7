import { z } from 'zod'
import { minorDigits, readMoney } from '../../../design/money.ts'
import { readMoment } from '../../../design/newsroom/read-moment.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { type Campaign, type Goal, goalKinds } from '../campaign-goal.ts'
import type { CampaignInput } from '../save-campaign.ts'
import type { deskTexts } from './campaign-desk-page.tsx'

type Texts = ReturnType<typeof deskTexts>

/** What was typed of a campaign. Throws BadInput that names the field. */
export function campaignFrom(
  ask: Ask,
  { texts, timeZone }: { texts: Texts; timeZone: string },
): CampaignInput {
  const typed = readForm(
    ask,
    z.object({
      name: z.string(texts.wrong.name).trim().min(1, texts.wrong.name).max(120, texts.wrong.long),
      goalKind: z.enum(goalKinds),
      goalNumber: z.string(texts.wrong.goalNumber).trim(),
      currency: z.string().trim().toLowerCase().default(''),
    }),
  )
  return {
    name: typed.name,
    goal: goalFrom(typed, texts),
    startsAt: momentFrom('startsAt'),
    endsAt: momentFrom('endsAt'),
  }

  function momentFrom(field: 'startsAt' | 'endsAt'): Date {
    const moment = readMoment(ask.form, field, timeZone)
    if (!moment) throw new BadInput({ field, sentence: texts.wrong[field] })
    return moment
  }
}

function goalFrom(
  { goalKind, goalNumber, currency }: { goalKind: Goal['kind']; goalNumber: string; currency: string },
  { wrong }: Texts,
): Goal {
  if (goalKind === 'amount') {
    if (!isCurrency(currency)) throw new BadInput({ field: 'currency', sentence: wrong.currency })
    const number = readMoney(goalNumber, currency)
    if (!number) throw new BadInput({ field: 'goalNumber', sentence: wrong.amount })
    return { kind: 'amount', number, currency }
  }
  if (!/^[1-9]\d{0,8}$/.test(goalNumber))
    throw new BadInput({ field: 'goalNumber', sentence: wrong.goalNumber })
  return { kind: goalKind, number: Number(goalNumber) }
}

/** How a campaign stands, as its form shows it. */
export function campaignFields(campaign: Campaign | null): Record<string, string> {
  if (!campaign) return { goalKind: 'members' }
  const { name, goal } = campaign
  const currency = goal.kind === 'amount' ? goal.currency : ''
  return {
    name,
    goalKind: goal.kind,
    goalNumber: currency ? String(goal.number / 10 ** minorDigits(currency)) : String(goal.number),
    currency: currency.toUpperCase(),
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase())
}
