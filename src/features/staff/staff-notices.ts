import { formatDateTime } from '../../design/dates.ts'
import { composeLetter } from '../../design/letters/compose-letter.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { LetterTemplate } from '../../platform/mail/letter.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { staffLetterMessages } from './staff-letters-messages.ts'
import { staffNoticeMessages } from './staff-notices-messages.ts'
import { findStaff } from './staff-queries.ts'

/** What happened to what somebody signs in with. */
export type FactorChange = 'passkeyAdded' | 'passkeyRemoved' | 'appAdded' | 'appRemoved' | 'factorsReset'

/** The code that shows that a new address is one's own. */
export const addressCodeLetter: LetterTemplate<{ name: string; code: string }> = {
  kind: 'address-code',
  secret: true,
  write({ name, code }, context) {
    const texts = staffNoticeMessages(context.language)
    const shared = staffLetterMessages(context.language)
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`
    return composeLetter(
      {
        subject: texts.addressCodeSubject(shown),
        preview: shared.codeRules,
        parts: [
          { paragraph: shared.codeGreeting(name) },
          { paragraph: texts.addressCodeIntro(context.letterhead.name) },
          { code: shown },
          { paragraph: shared.codeRules },
          { note: texts.addressCodeNotYou },
        ],
      },
      context,
    )
  },
}

/** The link by which somebody confirms the address that an owner gave them. */
export const addressLinkLetter: LetterTemplate<{ name: string; by: string; link: string }> = {
  kind: 'address-link',
  secret: true,
  write({ name, by, link }, context) {
    const texts = staffNoticeMessages(context.language)
    const { name: paper } = context.letterhead
    const intro = texts.addressLinkIntro({ by, paper })
    return composeLetter(
      {
        subject: texts.addressLinkSubject(paper),
        preview: intro,
        parts: [
          { paragraph: staffLetterMessages(context.language).codeGreeting(name) },
          { paragraph: intro },
          { button: { label: texts.addressLinkButton, href: link, orOpen: texts.orOpen } },
          { note: texts.addressLinkRules },
        ],
      },
      context,
    )
  },
}

const addressChangedLetter: LetterTemplate<{ name: string; email: string; at: Date }> = {
  kind: 'address-changed',
  write({ name, email, at }, context) {
    const texts = staffNoticeMessages(context.language)
    const { name: paper, timeZone } = context.letterhead
    const when = formatDateTime(at, { language: context.language, timeZone })
    const said = texts.addressChanged({ paper, email, at: when })
    return composeLetter(
      {
        subject: texts.addressChangedSubject(paper),
        preview: said,
        parts: [
          { paragraph: staffLetterMessages(context.language).codeGreeting(name) },
          { paragraph: said },
          { note: texts.notYou },
        ],
      },
      context,
    )
  },
}

const factorLetter: LetterTemplate<{ name: string; change: FactorChange; passkey: string; at: Date }> = {
  kind: 'factor-change',
  write({ name, change, passkey, at }, context) {
    const texts = staffNoticeMessages(context.language)
    const { name: paper, timeZone } = context.letterhead
    const when = formatDateTime(at, { language: context.language, timeZone })
    const said = texts[change]({ name: passkey, at: when })
    return composeLetter(
      {
        subject: texts.accountSubject(paper),
        preview: said,
        parts: [
          { paragraph: staffLetterMessages(context.language).codeGreeting(name) },
          { paragraph: said },
          { note: texts.notYou },
        ],
      },
      context,
    )
  },
}

export type Post = Pick<House, 'mail' | 'jobs' | 'clock'>

/** Tells somebody, at the address codes go to, that what they sign in with has changed. `passkey` is its name. */
export async function tellFactorChange(
  tx: Transaction,
  house: Post,
  { staffId, change, passkey = '' }: { staffId: number; change: FactorChange; passkey?: string },
): Promise<void> {
  const staff = await findStaff(tx, staffId)
  if (!staff) return
  await sendLetter(tx, house, {
    to: { address: staff.email, name: staff.name },
    language: staff.language,
    template: factorLetter,
    data: { name: staff.name, change, passkey, at: house.clock.now() },
  })
}

/** Tells somebody at their old address that they have another now. */
export async function tellAddressChange(
  tx: Transaction,
  house: Post,
  { staff, email }: { staff: { name: string; email: string; language: string }; email: string },
): Promise<void> {
  await sendLetter(tx, house, {
    to: { address: staff.email, name: staff.name },
    language: staff.language,
    template: addressChangedLetter,
    data: { name: staff.name, email, at: house.clock.now() },
  })
}
