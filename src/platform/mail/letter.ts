/** What a letter says about the publication it comes from. */
export interface Letterhead {
  name: string
  accent: `#${string}`
  /** Without a slash at its end. */
  siteUrl: string
  language: string
  timeZone: string
  /** Publisher, street, town: a line each. */
  imprint: string[]
  /** Where answers go; '' where the publication has no address of its own. */
  email: string
}

/** A letter in words, ready to be sent. */
export interface WrittenLetter {
  subject: string
  html: string
  /** The same without any marks, so that it reads well aloud. */
  text: string
}

/** One kind of letter: turns its data into words in the reader's language. */
export interface LetterTemplate<Data> {
  kind: string
  /** What it says must not lie around: it is encrypted while it waits, and forgotten once it is accepted. */
  secret?: boolean
  write(data: Data, context: { language: string; letterhead: Letterhead }): WrittenLetter
}

/** A letter as somebody wants it sent. */
export interface LetterToSend<Data> {
  /** The template's own where nothing is said. */
  kind?: string
  to: { address: string; name?: string }
  /** Of the person it goes to. */
  language: string
  template: LetterTemplate<Data>
  data: Data
  /** There is never a second letter with the same key. */
  key?: string
  /** After this moment it is of no use (a code has run out) and is not sent any more. */
  uselessAfter?: Date
  /** Further headers, such as List-Unsubscribe. */
  headers?: Record<string, string>
}
