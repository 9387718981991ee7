import { formatDate, formatDateTime } from '../../../design/dates.ts'
import { composeLetter, type LetterPart } from '../../../design/letters/compose-letter.ts'
import { formatMoney } from '../../../design/money.ts'
import type { Letterhead, LetterTemplate } from '../../../platform/mail/letter.ts'
import { spanWords } from '../spans.ts'
import { giftLetterMessages } from './gift-letters-messages.ts'

/** What every letter about a gift may speak of. */
export interface GiftWords {
  buyer: string
  recipient: string
  tier: string
  months: number
}

export interface BoughtGift {
  recipient: string
  /** Null: the buyer hands it over. */
  address: string | null
  /** Null: at once. */
  deliverAt: Date | null
  timeZone: string
}

type Context = { language: string; letterhead: Letterhead }

/** To the buyer, once the gifts are paid for. */
export const giftReceiptLetter: LetterTemplate<
  GiftWords & {
    gifts: BoughtGift[]
    amountMinor: number
    currency: string
    paidAt: Date
    link: string
    taxText: string
  }
> = {
  kind: 'gift-receipt',
  secret: true,
  write({ buyer, tier, months, gifts, amountMinor, currency, paidAt, link, taxText }, context) {
    const { language, letterhead } = context
    const texts = giftLetterMessages(language)
    const n = gifts.length
    const intro = texts.receiptIntro({
      n,
      span: spanWords(months, language),
      tier,
      paper: letterhead.name,
    })
    return composeLetter(
      {
        subject: texts.receiptSubject(n, letterhead.name),
        preview: intro,
        parts: [
          { paragraph: texts.hello(buyer) },
          { paragraph: intro },
          {
            paragraph: texts.receiptPaid(formatMoney(amountMinor, currency, language), day(paidAt, context)),
          },
          { rule: true },
          ...gifts.map(gift => ({ paragraph: howItArrives(gift, context) })),
          button(texts.yourPage, link, context),
          { note: texts.receiptRules },
          ...(taxText ? [{ note: taxText }] : []),
        ],
      },
      context,
    )
  },
}

/** The gift itself. */
export const giftLetter: LetterTemplate<GiftWords & { message: string; link: string; claimUntil: Date }> = {
  kind: 'gift',
  secret: true,
  write({ message, link, claimUntil, ...words }, context) {
    const texts = giftLetterMessages(context.language)
    const given = givenWords(words, context)
    return composeLetter(
      {
        subject: texts.giftSubject(words.buyer, context.letterhead.name),
        preview: texts.giftIntro(given),
        parts: [
          { heading: texts.giftHeading(words.recipient) },
          { paragraph: texts.giftIntro(given) },
          ...(message ? [{ quotation: message }] : []),
          button(texts.accept, link, context),
          { note: texts.giftRules(day(claimUntil, context)) },
        ],
      },
      context,
    )
  },
}

/** To a recipient who has not accepted it, once. */
export const giftReminderLetter: LetterTemplate<GiftWords & { link: string; claimUntil: Date }> = {
  kind: 'gift-reminder',
  secret: true,
  write({ link, claimUntil, ...words }, context) {
    const texts = giftLetterMessages(context.language)
    const intro = texts.reminderIntro(givenWords(words, context))
    return composeLetter(
      {
        subject: texts.reminderSubject(words.buyer),
        preview: intro,
        parts: [
          { paragraph: texts.hello(words.recipient) },
          { paragraph: intro },
          button(texts.accept, link, context),
          { note: texts.giftRules(day(claimUntil, context)) },
        ],
      },
      context,
    )
  },
}

/** To a buyer who wanted to hand it over, once. */
export const ownReminderLetter: LetterTemplate<GiftWords & { link: string; claimUntil: Date }> = {
  kind: 'gift-own-reminder',
  secret: true,
  write({ buyer, recipient, link, claimUntil }, context) {
    const texts = giftLetterMessages(context.language)
    const intro = texts.ownReminderIntro(recipient, day(claimUntil, context))
    return composeLetter(
      {
        subject: texts.ownReminderSubject(recipient),
        preview: intro,
        parts: [
          { paragraph: texts.hello(buyer) },
          { paragraph: intro },
          button(texts.yourPage, link, context),
        ],
      },
      context,
    )
  },
}

/** To the buyer. Who claimed it, and what they do with it, is theirs. */
export const giftClaimedLetter: LetterTemplate<GiftWords> = {
  kind: 'gift-claimed',
  write({ buyer, recipient, months }, context) {
    const texts = giftLetterMessages(context.language)
    const { name: paper } = context.letterhead
    const intro = texts.claimedIntro({
      name: recipient,
      span: spanWords(months, context.language),
      paper,
    })
    return composeLetter(
      {
        subject: texts.claimedSubject(recipient),
        preview: intro,
        parts: [{ paragraph: texts.hello(buyer) }, { paragraph: intro }],
      },
      context,
    )
  },
}

/** To the buyer, once the processor gives the money back. */
export const giftRefundedLetter: LetterTemplate<GiftWords & { amountMinor: number; currency: string }> = {
  kind: 'gift-refunded',
  write({ buyer, recipient, amountMinor, currency }, context) {
    const texts = giftLetterMessages(context.language)
    const amount = formatMoney(amountMinor, currency, context.language)
    const intro = texts.refundedIntro({ name: recipient, amount })
    return composeLetter(
      {
        subject: texts.refundedSubject(recipient),
        preview: intro,
        parts: [{ paragraph: texts.hello(buyer) }, { paragraph: intro }],
      },
      context,
    )
  },
}

/** What became of the gift, to whoever accepted it. */
export const giftBegunLetter: LetterTemplate<
  GiftWords & { name: string; how: 'own' | 'later' | 'longer' | 'renewal'; from: Date; until: Date }
> = {
  kind: 'gift-begun',
  write({ buyer, name, how, from, until }, context) {
    const texts = giftLetterMessages(context.language)
    const { name: paper, siteUrl } = context.letterhead
    const sentence = {
      own: texts.begunOwn,
      later: texts.begunLater,
      longer: texts.begunLonger,
      renewal: texts.begunRenewal,
    }[how]
    const intro = sentence({ buyer, from: day(from, context), until: day(until, context) })
    return composeLetter(
      {
        subject: texts.begunSubject(paper),
        preview: intro,
        parts: [
          { paragraph: texts.hello(name) },
          { paragraph: intro },
          { paragraph: texts.begunRules },
          button(texts.account, `${siteUrl}/account`, context),
        ],
      },
      context,
    )
  },
}

/** To an address that a gift is to be accepted with and that it did not come to. */
export const giftProofLetter: LetterTemplate<{ buyer: string; name: string; link: string }> = {
  kind: 'gift-proof',
  secret: true,
  write({ buyer, name, link }, context) {
    const texts = giftLetterMessages(context.language)
    const { name: paper } = context.letterhead
    return composeLetter(
      {
        subject: texts.proofSubject(paper),
        preview: texts.proofRules,
        parts: [
          { paragraph: texts.hello(name) },
          { paragraph: texts.proofIntro({ buyer, paper }) },
          button(texts.accept, link, context),
          { note: texts.proofRules },
        ],
      },
      context,
    )
  },
}

/** Two weeks before a gift membership ends, once. */
export const carryOnLetter: LetterTemplate<{ name: string; buyer: string; until: Date }> = {
  kind: 'gift-carry-on',
  write({ name, buyer, until }, context) {
    const texts = giftLetterMessages(context.language)
    const { name: paper, siteUrl } = context.letterhead
    const last = day(until, context)
    const intro = texts.carryOnIntro({ buyer, until: last })
    return composeLetter(
      {
        subject: texts.carryOnSubject(paper, last),
        preview: intro,
        parts: [
          { paragraph: texts.hello(name) },
          { paragraph: intro },
          { paragraph: texts.carryOnAsk },
          button(texts.carryOn, `${siteUrl}/join`, context),
        ],
      },
      context,
    )
  },
}

function howItArrives(gift: BoughtGift, { language }: Context): string {
  const texts = giftLetterMessages(language)
  const { recipient: name, address, deliverAt, timeZone } = gift
  if (address === null) return texts.receiptSelf(name)
  if (!deliverAt) return texts.receiptAtOnce({ name, address })
  const when = `${formatDateTime(deliverAt, { language, timeZone })} (${timeZone.replaceAll('_', ' ')})`
  return texts.receiptOn({ name, address, when })
}

function givenWords({ buyer, tier, months }: GiftWords, { language, letterhead }: Context) {
  return { buyer, paper: letterhead.name, tier, span: spanWords(months, language) }
}

function button(label: string, href: string, { language }: Context): LetterPart {
  return { button: { label, href, orOpen: giftLetterMessages(language).orOpen } }
}

function day(at: Date, { language, letterhead }: Context): string {
  return formatDate(at, { language, timeZone: letterhead.timeZone })
}
