import type { Database, Transaction } from '../../platform/database/database.ts'
import type { ReaderAccount } from '../../platform/http/reader-account.ts'

/** A session as its owner sees it. */
export interface SessionLine {
  id: number
  browser: string
  createdAt: Date
  lastUsedAt: Date
}

export interface FoundSession {
  reader: ReaderAccount
  lastUsedAt: Date
}

/** Whose session the hash is, unless it has ended, lain idle since `idleSince`, or its owner is gone. One indexed read. */
export async function findSession(
  db: Database,
  { hash, now, idleSince }: { hash: Buffer; now: Date; idleSince: Date },
): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('reader_sessions as session')
    .innerJoin('readers', 'readers.id', 'session.reader_id')
    .select([
      'readers.id',
      'readers.email',
      'readers.name',
      'readers.language',
      'session.id as sessionId',
      'session.last_used_at as lastUsedAt',
    ])
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', now)
    .where('session.last_used_at', '>', idleSince)
    .executeTakeFirst()
  if (!row?.email) return null
  const { lastUsedAt, email, ...reader } = row
  return { reader: { ...reader, email }, lastUsedAt }
}

export async function touchSession(db: Database, { reader }: FoundSession, now: Date): Promise<void> {
  await db
    .with('used', query =>
      query.updateTable('reader_sessions').set({ last_used_at: now }).where('id', '=', reader.sessionId),
    )
    .updateTable('readers')
    .set({ last_seen_at: now })
    .where('id', '=', reader.id)
    .execute()
}

export async function insertSession(
  tx: Transaction,
  session: { readerId: number; hash: Buffer; browser: string; now: Date; expiresAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('reader_sessions')
    .values({
      reader_id: session.readerId,
      token_hash: session.hash,
      browser: session.browser,
      created_at: session.now,
      last_used_at: session.now,
      expires_at: session.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('readers')
    .set({ last_seen_at: session.now })
    .where('id', '=', session.readerId)
    .execute()
  return id
}

/** The newest use first. */
export async function listSessions(
  db: Database,
  { readerId, now, idleSince }: { readerId: number; now: Date; idleSince: Date },
): Promise<SessionLine[]> {
  return await db
    .selectFrom('reader_sessions')
    .select(['id', 'browser', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('reader_id', '=', readerId)
    .where('expires_at', '>', now)
    .where('last_used_at', '>', idleSince)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Ends sessions of one reader: one, all but one, or all. */
export async function deleteSessions(
  tx: Transaction,
  { readerId, only, except }: { readerId: number; only?: number; except?: number },
): Promise<void> {
  let query = tx.deleteFrom('reader_sessions').where('reader_id', '=', readerId)
  if (only !== undefined) query = query.where('id', '=', only)
  if (except !== undefined) query = query.where('id', '!=', except)
  await query.execute()
}

export async function deleteExpiredSessions(
  tx: Transaction,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<void> {
  await tx
    .deleteFrom('reader_sessions')
    .where(({ eb, or }) => or([eb('expires_at', '<', now), eb('last_used_at', '<', idleSince)]))
    .execute()
}
