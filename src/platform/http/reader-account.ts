/** A reader who is signed in. */
export interface ReaderAccount {
  id: number
  email: string
  name: string
  /** Language tag of the letters and pages that are theirs alone. */
  language: string
  sessionId: number
}
