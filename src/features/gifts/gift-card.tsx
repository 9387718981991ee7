import type { ComponentChildren } from 'preact'
import { formatDate } from '../../design/dates.ts'
import { direction } from '../../design/messages.ts'
import { giftMessages } from './gift-messages.ts'
import { spanWords } from './spans.ts'

/** A gift as a card, to be looked at before paying, and to be printed: in the recipient's language. */
export function GiftCard(props: {
  paper: string
  language: string
  recipient: string
  buyer: string
  message: string
  months: number
  /** Null while nothing is paid for. */
  link: string | null
  claimUntil: Date | null
  timeZone: string
  /** The page is there to be printed, and only this of it. */
  alone?: boolean
}): ComponentChildren {
  const { alone, paper, language, recipient, buyer, message, months, link, claimUntil, timeZone } = props
  const texts = giftMessages(language)
  return (
    <article
      class={alone ? 'gift-card gift-card--alone' : 'gift-card'}
      lang={language}
      dir={direction(language)}
    >
      <p class="gift-card__paper" dir="auto">
        {paper}
      </p>
      <p class="gift-card__for" dir="auto">
        {texts.cardFor(recipient)}
      </p>
      <p class="gift-card__gives">{texts.cardGives({ span: spanWords(months, language), paper })}</p>
      {message && (
        <blockquote class="gift-card__message" dir="auto">
          {message}
        </blockquote>
      )}
      <p class="gift-card__from" dir="auto">
        {texts.cardFrom(buyer)}
      </p>
      {link && claimUntil && (
        <p class="gift-card__open">
          {texts.cardOpen}
          <span class="gift-card__link" dir="ltr">
            {link}
          </span>
          {texts.cardUntil(formatDate(claimUntil, { language, timeZone }))}
        </p>
      )}
    </article>
  )
}
