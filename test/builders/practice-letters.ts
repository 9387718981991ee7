import { findLetter, listLetters } from '../../practice/mailbox/mailbox-queries.ts'
import { type ReadLetter, readLetter } from '../../practice/mailbox/read-letter.ts'
import { deliverLetter } from '../../src/platform/mail/deliver-letter.ts'
import type { MailDoors } from './mail-doors.ts'

/**
 * Sends every letter that waits, over SMTP into the practice mailbox, and gives back those to an address, newest first,
 * as a mail program would read them. For houses whose jobs do not run, and for those whose jobs do.
 */
export async function readLettersTo(house: Omit<MailDoors, 'jobs'>, address: string): Promise<ReadLetter[]> {
  const waiting = await house.db.selectFrom('letters').select('id').where('state', '=', 'waiting').execute()
  for (const { id } of waiting) await deliverLetter(house, id, async () => {})
  const kept = await listLetters(house.db, address)
  const letters = await Promise.all(kept.map(({ id }) => findLetter(house.db, id)))
  return Promise.all(letters.flatMap(letter => (letter ? [readLetter(letter.source)] : [])))
}
