import { formatDate } from '../../../design/dates.ts'
import { composeLetter, type LetterPart } from '../../../design/letters/compose-letter.ts'
import { formatMoney } from '../../../design/money.ts'
import type { LetterTemplate } from '../../../platform/mail/letter.ts'
import type { Period } from '../membership.ts'
import { type FailedBecause, type LetterFacts, memberLetterMessages } from './member-letters-messages.ts'

export type MemberLetterKind =
  | 'welcome'
  | 'welcomeTrial'
  | 'renewed'
  | 'given'
  | 'failed'
  | 'graceEnding'
  | 'lapsed'
  | 'restored'
  | 'goodbye'
  | 'goesOn'
  | 'paused'
  | 'pausedForNow'
  | 'resumed'
  | 'trialEnding'
  | 'renewalAhead'
  | 'changed'
  | 'refunded'

export interface Money {
  amountMinor: number
  currency: string
}

/** What a letter to a member or a giver is about. Moments and amounts are written out in the letter's language. */
export interface MemberLetterData {
  name: string
  tier: string
  price: (Money & { period: Period }) | null
  paid: Money | null
  /** The next payment, the end, the return: what the words call "the day". */
  day: Date | null
  because?: FailedBecause
  receipt?: { number: string; paidAt: Date; taxText: string } | null
  signature: { name: string; role: string }
}

type Texts = ReturnType<typeof memberLetterMessages>

/** The template of one kind of letter. */
export function memberLetter(kind: MemberLetterKind): LetterTemplate<MemberLetterData> {
  return {
    kind: `member-${kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
    write(data, { language, letterhead }) {
      const texts = memberLetterMessages(language)
      const place = { language, timeZone: letterhead.timeZone }
      const money = (given: Money | null) =>
        given ? formatMoney(given.amountMinor, given.currency, language) : ''
      const facts: LetterFacts = {
        paper: letterhead.name,
        tier: data.tier,
        price: data.price ? texts.per[data.price.period](money(data.price)) : '',
        amount: money(data.paid ?? data.price),
        day: data.day ? formatDate(data.day, place) : '',
      }
      const { subject, body } =
        kind === 'failed'
          ? texts.failed({ ...facts, because: texts.because[data.because ?? 'refused'] })
          : texts[kind](facts)
      const receipt = data.receipt
        ? receiptParts(texts, {
            number: data.receipt.number,
            taxText: data.receipt.taxText,
            line: texts.receiptLine({
              what: data.tier || texts.single,
              amount: money(data.paid),
              day: formatDate(data.receipt.paidAt, place),
            }),
          })
        : []
      return composeLetter(
        {
          subject,
          preview: body[0] ?? subject,
          parts: [
            { paragraph: texts.hello(data.name) },
            ...body.map(paragraph => ({ paragraph })),
            ...buttonFor(kind, texts, letterhead.siteUrl),
            { paragraph: signedBy(texts, data.signature, letterhead.name) },
            ...receipt,
          ],
        },
        { language, letterhead },
      )
    },
  }
}

function receiptParts(
  texts: Texts,
  { number, line, taxText }: { number: string; line: string; taxText: string },
): LetterPart[] {
  return [
    { rule: true },
    { note: [texts.receipt(number), line, taxText, texts.receiptPdf].filter(Boolean).join('\n') },
  ]
}

function buttonFor(kind: MemberLetterKind, texts: Texts, siteUrl: string): LetterPart[] {
  if (kind === 'given' || kind === 'refunded') return []
  if (kind === 'lapsed') return button(texts.join, `${siteUrl}/join`)
  const label = kind === 'failed' || kind === 'graceEnding' ? texts.card : texts.account
  return button(label, `${siteUrl}/account#membership`)

  function button(words: string, href: string): LetterPart[] {
    return [{ button: { label: words, href, orOpen: texts.orOpen } }]
  }
}

/** A person where the newsroom names one, else the newsroom. */
export function signedBy(texts: Texts, signature: { name: string; role: string }, paper: string): string {
  const who = signature.name
    ? [signature.name, signature.role].filter(Boolean).join('\n')
    : texts.signed(paper)
  return `${texts.thanks}\n${who}`
}
