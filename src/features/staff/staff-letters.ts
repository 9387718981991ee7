import { composeLetter } from '../../design/letters/compose-letter.ts'
import type { LetterTemplate } from '../../platform/mail/letter.ts'
import type { Role } from '../../platform/permissions.ts'
import { staffLetterMessages } from './staff-letters-messages.ts'

/** The code for a sign-in. It stands in the subject too, so that a telephone shows it without opening the letter. */
export const codeLetter: LetterTemplate<{ name: string; code: string }> = {
  kind: 'sign-in-code',
  secret: true,
  write({ name, code }, context) {
    const texts = staffLetterMessages(context.language)
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`
    return composeLetter(
      {
        subject: texts.codeSubject(shown),
        preview: texts.codeRules,
        parts: [
          { paragraph: texts.codeGreeting(name) },
          { paragraph: texts.codeIntro(context.letterhead.name) },
          { code: shown },
          { paragraph: texts.codeRules },
          { note: texts.codeNotYou },
        ],
      },
      context,
    )
  },
}

export const invitationLetter: LetterTemplate<{ by: string; role: Role; link: string }> = {
  kind: 'staff-invitation',
  secret: true,
  write({ by, role, link }, context) {
    const texts = staffLetterMessages(context.language)
    const { name: paper } = context.letterhead
    const intro = texts.invitationIntro({ by, paper, role: texts.roles[role] })
    return composeLetter(
      {
        subject: texts.invitationSubject(paper),
        preview: intro,
        parts: [
          { paragraph: intro },
          { button: { label: texts.invitationButton, href: link, orOpen: texts.invitationOrOpen } },
          { note: texts.invitationRules },
        ],
      },
      context,
    )
  },
}
