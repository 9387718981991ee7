import { composeLetter } from '../../design/letters/compose-letter.ts'
import type { LetterTemplate } from '../../platform/mail/letter.ts'
import type { Role } from '../../platform/permissions.ts'
import { staffLetterMessages } from './staff-letters-messages.ts'

/** The code somebody asked for to sign in. */
export const codeLetter: LetterTemplate<{ name: string; code: string }> = {
  kind: 'sign-in-code',
  secret: true,
  write({ name, code }, context) {
    const texts = staffLetterMessages(context.language)
    const subject = texts.codeSubject(code)
    return composeLetter(
      {
        subject,
        preview: texts.codeRules,
        parts: [
          { paragraph: texts.codeGreeting(name) },
          { paragraph: texts.codeIntro(context.letterhead.name) },
          { code },
          { paragraph: texts.codeRules },
          { note: texts.codeNotYou },
        ],
      },
      context,
    )
  },
}

/** The link by which somebody joins the newsroom. Secret, because whoever has it can. */
export const invitationLetter: LetterTemplate<{ by: string; role: Role; link: string }> = {
  kind: 'invitation',
  secret: true,
  write({ by, role, link }, context) {
    const texts = staffLetterMessages(context.language)
    const paper = context.letterhead.name
    const intro = texts.invitationIntro({ by, paper, role: texts.roles[role] })
    return composeLetter(
      {
        subject: texts.invitationSubject(paper),
        preview: intro,
        parts: [
          { paragraph: intro },
          { button: { label: texts.invitationButton, href: link } },
          { note: texts.invitationRules },
        ],
      },
      context,
    )
  },
}
