import type { House } from '../../platform/house.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { carryOnDays } from './gift.ts'
import { listEnding } from './gift-queries.ts'
import { carryOnLetter } from './letters/gift-letters.ts'

const day = 86_400_000

/** Writes to members by gift two weeks before their time ends, once for each end. Safe to repeat. */
export async function askToCarryOn(house: House): Promise<void> {
  const now = house.payments.now()
  const before = new Date(now.getTime() + carryOnDays * day)
  for (const ending of await listEnding(house.db, { now, before }))
    await house.db.transaction().execute(async tx => {
      const { membershipId, email, name, language, buyer, until } = ending
      await sendLetter(tx, house, {
        to: { address: email, name },
        language,
        template: carryOnLetter,
        key: carryOnKey(membershipId, until),
        data: { name, buyer, until },
      })
    })
}

/** A membership that was made longer ends another time, and its reader is asked again. */
export function carryOnKey(membershipId: number, until: Date): string {
  return `gift-carry-on:${membershipId}:${until.getTime()}`
}
