import { composeLetter } from '../../design/letters/compose-letter.ts'
import type { LetterTemplate } from '../../platform/mail/letter.ts'
import { readerLetterMessages } from './reader-letters-messages.ts'

/** The code for a sign-in, and the link for another browser. The subject shows the code without opening the letter. */
export const readerCodeLetter: LetterTemplate<{ name: string; code: string; link: string }> = {
  kind: 'reader-sign-in',
  secret: true,
  write({ name, code, link }, context) {
    const texts = readerLetterMessages(context.language)
    const shown = inTwo(code)
    return composeLetter(
      {
        subject: texts.codeSubject(shown),
        preview: texts.codeRules,
        parts: [
          { paragraph: texts.hello(name) },
          { paragraph: texts.codeIntro(context.letterhead.name) },
          { code: shown },
          { paragraph: texts.codeRules },
          { paragraph: texts.linkIntro },
          { button: { label: texts.linkButton, href: link, orOpen: texts.orOpen } },
          { note: texts.codeNotYou },
        ],
      },
      context,
    )
  },
}

/** For an address that no account has: its owner would otherwise wait for a letter that does not come. */
export const noAccountLetter: LetterTemplate<object> = {
  kind: 'reader-no-account',
  write(_, context) {
    const texts = readerLetterMessages(context.language)
    const { name: paper, siteUrl } = context.letterhead
    return composeLetter(
      {
        subject: texts.noneSubject(paper),
        preview: texts.noneOther,
        parts: [
          { paragraph: texts.hello('') },
          { paragraph: texts.noneIntro(paper) },
          { paragraph: texts.noneOther },
          {
            button: {
              label: texts.noneButton,
              href: `${siteUrl}/account/sign-in`,
              orOpen: texts.orOpen,
            },
          },
          { note: texts.noneNotYou },
        ],
      },
      context,
    )
  },
}

/** To a new address, before the account moves there. */
export const newAddressLetter: LetterTemplate<{ name: string; code: string }> = {
  kind: 'reader-new-address',
  secret: true,
  write({ name, code }, context) {
    const texts = readerLetterMessages(context.language)
    const shown = inTwo(code)
    return composeLetter(
      {
        subject: texts.addressSubject(shown),
        preview: texts.codeRules,
        parts: [
          { paragraph: texts.hello(name) },
          { paragraph: texts.addressIntro(context.letterhead.name) },
          { code: shown },
          { paragraph: texts.codeRules },
          { note: texts.addressNotYou },
        ],
      },
      context,
    )
  },
}

/** To the address that was, once the account has moved. */
export const addressMovedLetter: LetterTemplate<{ name: string; email: string }> = {
  kind: 'reader-address-moved',
  write({ name, email }, context) {
    const texts = readerLetterMessages(context.language)
    const intro = texts.movedIntro({ paper: context.letterhead.name, email })
    return composeLetter(
      {
        subject: texts.movedSubject,
        preview: intro,
        parts: [{ paragraph: texts.hello(name) }, { paragraph: intro }, { note: texts.movedNotYou }],
      },
      context,
    )
  },
}

function inTwo(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
