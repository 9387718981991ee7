import { z } from 'zod'
import type { JobKind } from '../jobs/jobs.ts'
import { deliverLetter } from './deliver-letter.ts'
import { forgetLetters, takeUpLost } from './letter-queries.ts'
import { mostConnections } from './transport.ts'

const letter = z.object({ letter: z.int().positive() })
const nothing = z.object({}) as z.ZodType<Record<string, never>>
const minute = 60_000
const day = 24 * 60 * minute

/** Takes one letter to the mail server. A letter that has to wait gets its next job with its next time. */
export const sendLetterJob: JobKind<z.infer<typeof letter>> = {
  name: 'send-letter',
  schema: letter,
  concurrency: mostConnections,
  // A server may take ten minutes for its last answer (transport.ts).
  expireInSeconds: 900,
  run: (data, house) =>
    deliverLetter(house, data.letter, (tx, at) =>
      house.jobs.send(tx, sendLetterJob, data, { startAfter: at }),
    ),
}

/** Gives a new job to letters whose own was lost, and to those that were in hand when the program was killed. */
export const sweepLettersJob: JobKind<Record<string, never>> = {
  name: 'sweep-letters',
  schema: nothing,
  async run(_data, house) {
    const now = house.clock.now()
    await house.db.transaction().execute(async tx => {
      const lost = await takeUpLost(tx, { before: new Date(now.getTime() - 10 * minute), now, most: 500 })
      for (const id of lost) await house.jobs.send(tx, sendLetterJob, { letter: id })
    })
  },
}

const wordsKeptDays = 30
const rowsKeptDays = 400

/** Nobody needs for ever what was written to whom. */
export const forgetLettersJob: JobKind<Record<string, never>> = {
  name: 'forget-letters',
  schema: nothing,
  async run(_data, house) {
    const now = house.clock.now().getTime()
    await forgetLetters(house.db, {
      wordsBefore: new Date(now - wordsKeptDays * day),
      rowsBefore: new Date(now - rowsKeptDays * day),
    })
    // What was practised is nobody's once a real server is there.
    if (!house.mail.practice) await house.db.deleteFrom('practice_letters').execute()
  },
}
