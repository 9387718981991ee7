import { setTimeout as pause } from 'node:timers/promises'
import type { Transaction } from '../database/database.ts'
import type { House } from '../house.ts'
import { emailAddress } from './address.ts'
import { nextTry } from './back-off.ts'
import type { WrittenLetter } from './letter.ts'
import { endLetter, keepInHand, type Letter, putOff, takeInHand } from './letter-queries.ts'
import { unsealLetter } from './sealed-letter.ts'
import { NotDelivered } from './transport.ts'

type Doors = Pick<House, 'db' | 'mail' | 'clock' | 'log' | 'metrics'>
/** Makes sure, in the transaction that puts the letter off, that somebody comes back to it. */
type ComeBack = (tx: Transaction, at: Date) => Promise<void>

const handMs = 30_000
// More than the pauses allow: each one ended in a crash or in a fault of ours.
const mostTries = 20
const day = 86_400_000

/**
 * Tries to hand one letter to the mail server and notes what came of it. Does nothing with a letter that has ended, is
 * in other hands, or whose time has not come.
 *
 * At least once: a letter is taken in hand (state "sending") before anything is said to the server, and noted as
 * accepted right after the server's word. Killed between the two, the program cannot know, and tries again once nobody
 * renews the hold, with the same Message-ID, by which servers and mail programs know a second copy. The other way,
 * at most once, would lose sign-in codes and invitations to every crash.
 */
export async function deliverLetter(house: Doors, id: number, comeBack: ComeBack): Promise<void> {
  const { db, clock, log, metrics } = house
  const letter = await takeInHand(db, id, { now: clock.now(), until: holdUntil(house) })
  if (!letter) return
  if (isTooLate(letter, clock.now())) return giveUp('Its time had passed before it could be sent.')
  const hold = setInterval(() => keepInHand(db, id, holdUntil(house)).catch(() => {}), handMs / 3)
  try {
    const answer = await house.mail.deliver(await messageFrom(house, letter))
    await insist(() => endLetter(db, id, { state: 'accepted', answer, now: clock.now() }))
    metrics.letter('accepted')
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    await noteFailure(error)
  } finally {
    clearInterval(hold)
  }

  async function noteFailure({ refused, words }: NotDelivered): Promise<void> {
    if (refused) {
      await endLetter(db, id, { state: 'refused', answer: words, now: clock.now() })
      metrics.letter('refused')
      log.warn({ letter: id, kind: letter!.kind }, 'the mail server refused a letter')
      return
    }
    const again = nextTry(letter!.tries, clock.now())
    if (!again) return giveUp(words)
    await db.transaction().execute(async tx => {
      await putOff(tx, id, { answer: words, until: again })
      await comeBack(tx, again)
    })
    metrics.letter('put-off')
    log.warn({ letter: id, kind: letter!.kind, tries: letter!.tries }, 'a letter has to wait')
  }

  async function giveUp(answer: string): Promise<void> {
    await endLetter(db, id, { state: 'given-up', answer, now: clock.now() })
    metrics.letter('given-up')
    log.warn({ letter: id, kind: letter!.kind }, 'a letter was given up')
  }
}

function holdUntil({ clock }: Doors): Date {
  return new Date(clock.now().getTime() + handMs)
}

/** A code that has run out helps nobody, and neither does a letter whose tries were used up while nobody was there. */
function isTooLate(letter: Letter, now: Date): boolean {
  const age = now.getTime() - letter.created_at.getTime()
  if ((letter.tries > 1 && age > 2 * day) || letter.tries > mostTries) return true
  return letter.useless_after !== null && letter.useless_after < now
}

async function messageFrom({ mail }: Doors, letter: Letter) {
  const { name, email } = await mail.letterhead()
  const words: WrittenLetter = letter.sealed
    ? unsealLetter(mail.key, letter.sealed)
    : { subject: letter.subject, html: letter.html, text: letter.text }
  return {
    ...words,
    from: { address: mail.from.address, name: mail.from.name || name },
    to: { address: letter.to_address, name: letter.to_name },
    replyTo: emailAddress.safeParse(email).data ?? null,
    messageId: letter.message_id,
    date: letter.created_at,
    language: letter.language,
    headers: letter.headers as Record<string, string>,
  }
}

/** What the server has accepted must be noted, even while the database is away for a moment. */
async function insist(note: () => Promise<void>): Promise<void> {
  for (const wait of [100, 400, 1500, 4000, 10_000]) {
    try {
      return await note()
    } catch {
      await pause(wait)
    }
  }
  await note()
}
