import type { LetterTemplate } from '../../platform/mail/letter.ts'
import { composeLetter } from './compose-letter.ts'
import { mentionLetterMessages } from './mention-letter-messages.ts'

export interface Mention {
  /** Of whoever gets the letter. */
  name: string
  /** Who wrote the note. */
  by: string
  /** The story's headline; '' while it has none. */
  story: string
  /** The words of the note. */
  note: string
  /** The words of the story that the note stands beside; '' for a note on the whole. */
  passage: string
  /** Address of the story in the newsroom, at that note. */
  link: string
}

/** Somebody was mentioned in a note in the margin of a story. Not published yet, so it is kept secret. */
export const mentionLetter: LetterTemplate<Mention> = {
  kind: 'mention',
  secret: true,
  write({ name, by, story, note, passage, link }, context) {
    const texts = mentionLetterMessages(context.language)
    const about = { by, story: story || texts.untitled }
    return composeLetter(
      {
        subject: texts.subject(about),
        preview: note.slice(0, 140),
        parts: [
          { paragraph: texts.greeting(name) },
          { paragraph: texts.intro(about) },
          { quotation: note },
          ...(passage ? [{ paragraph: texts.passage }, { quotation: passage }] : []),
          { button: { label: texts.open, href: link } },
          { note: texts.why },
        ],
      },
      context,
    )
  },
}
