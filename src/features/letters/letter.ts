/** How many of the newest letters that went wrong are listed. */
export const mostListed = 100

/** A letter that waits for another try, or that was refused or given up. */
export interface TroubledLetter {
  id: number
  kind: string
  to: string
  /** '' for a secret one, and for one whose words are forgotten. */
  subject: string
  tries: number
  /** The mail server's own. */
  words: string
  state: 'waiting' | 'sending' | 'refused' | 'given-up'
  /** When it is tried again, or when it ended. */
  at: Date
  /** Its words are still there, and still of use. */
  sendable: boolean
}
