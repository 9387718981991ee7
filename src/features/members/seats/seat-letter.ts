import { composeLetter } from '../../../design/letters/compose-letter.ts'
import type { LetterTemplate } from '../../../platform/mail/letter.ts'
import { memberLetterMessages } from '../letters/member-letters-messages.ts'

/** Offers a seat in somebody's membership. Whoever has the link can take it, so it is kept secret. */
export const seatLetter: LetterTemplate<{ by: string; tier: string; link: string }> = {
  kind: 'member-seat-invitation',
  secret: true,
  write({ by, tier, link }, { language, letterhead }) {
    const texts = memberLetterMessages(language)
    const facts = { paper: letterhead.name, tier, price: '', amount: '', day: '', by }
    const { subject, body } = texts.seat(facts)
    return composeLetter(
      {
        subject,
        preview: body[0] ?? subject,
        parts: [
          { paragraph: texts.hello('') },
          ...body.map(paragraph => ({ paragraph })),
          { button: { label: texts.seatButton, href: link, orOpen: texts.orOpen } },
          { note: texts.seatRules },
        ],
      },
      { language, letterhead },
    )
  },
}
