import type { House } from '../../platform/house.ts'
import type { AccountData } from './account-part.ts'
import { findReader, listLettersTo } from './reader-queries.ts'
import { idleSince } from './session.ts'
import { listSessions } from './session-queries.ts'

/** Everything that is kept about one reader, as it is at one moment: the account, and what each feature adds. */
export async function gatherData(
  house: Pick<House, 'db' | 'clock'>,
  { readerId, parts }: { readerId: number; parts: readonly AccountData[] },
): Promise<Record<string, unknown>> {
  const now = house.clock.now()
  return await house.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const reader = await findReader(tx, readerId)
      const sessions = await listSessions(tx, { readerId, now, idleSince: idleSince(now) })
      const letters = reader?.email ? await listLettersTo(tx, reader.email) : []
      const data: Record<string, unknown> = {
        madeAt: now,
        account: reader && { ...reader, id: undefined, forgottenAt: undefined },
        sessions: sessions.map(({ browser, createdAt, lastUsedAt }) => ({ browser, createdAt, lastUsedAt })),
        letters,
      }
      for (const part of parts) Object.assign(data, await part(tx, readerId))
      return data
    })
}
