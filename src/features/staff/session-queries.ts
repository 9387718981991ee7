import type { Database, Transaction } from '../../platform/database/database.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'

/** A session as its owner sees it. */
export interface SessionLine {
  id: number
  browser: string
  createdAt: Date
  lastUsedAt: Date
}

export interface FoundSession {
  staff: StaffMember
  lastUsedAt: Date
}

/** Whose session the hash is, unless it has ended, lain idle since `idleSince`, or its owner has left. One indexed read. */
export async function findSession(
  db: Database,
  { hash, now, idleSince }: { hash: Buffer; now: Date; idleSince: Date },
): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('staff_sessions as session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .select([
      'staff.id',
      'staff.name',
      'staff.email',
      'staff.role',
      'staff.language',
      'staff.author_id as authorId',
      'session.id as sessionId',
      'session.last_used_at as lastUsedAt',
    ])
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', now)
    .where('session.last_used_at', '>', idleSince)
    .where('staff.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const { lastUsedAt, ...staff } = row
  return { staff, lastUsedAt }
}

export async function touchSession(db: Database, { staff }: FoundSession, now: Date): Promise<void> {
  await db
    .with('used', query =>
      query.updateTable('staff_sessions').set({ last_used_at: now }).where('id', '=', staff.sessionId),
    )
    .updateTable('staff')
    .set({ last_seen_at: now })
    .where('id', '=', staff.id)
    .execute()
}

export async function insertSession(
  tx: Transaction,
  session: {
    staffId: number
    hash: Buffer
    browser: string
    secondFactor: boolean
    now: Date
    expiresAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('staff_sessions')
    .values({
      staff_id: session.staffId,
      token_hash: session.hash,
      browser: session.browser,
      second_factor: session.secondFactor,
      proven_at: session.now,
      created_at: session.now,
      last_used_at: session.now,
      expires_at: session.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('staff').set({ last_seen_at: session.now }).where('id', '=', session.staffId).execute()
  return id
}

/** When whoever has this session last showed who they are; null where it has ended. */
export async function findProof(db: Database, sessionId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('staff_sessions')
    .select('proven_at as provenAt')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row?.provenAt ?? null
}

export async function markProven(tx: Transaction, sessionId: number, now: Date): Promise<void> {
  await tx.updateTable('staff_sessions').set({ proven_at: now }).where('id', '=', sessionId).execute()
}

/** The newest use first. */
export async function listSessions(
  db: Database,
  { staffId, now, idleSince }: { staffId: number; now: Date; idleSince: Date },
): Promise<SessionLine[]> {
  return await db
    .selectFrom('staff_sessions')
    .select(['id', 'browser', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .where('last_used_at', '>', idleSince)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Ends sessions of one person: one, all but one, or all. Returns the numbers of those that ended. */
export async function deleteSessions(
  tx: Transaction,
  { staffId, only, except }: { staffId: number; only?: number; except?: number },
): Promise<number[]> {
  let query = tx.deleteFrom('staff_sessions').where('staff_id', '=', staffId)
  if (only !== undefined) query = query.where('id', '=', only)
  if (except !== undefined) query = query.where('id', '!=', except)
  return (await query.returning('id').execute()).map(({ id }) => id)
}

/** Ends all sessions that began without a second factor, but for one. Returns them by whose they were. */
export async function deleteWeakSessions(tx: Transaction, except: number): Promise<Map<number, number[]>> {
  const rows = await tx
    .deleteFrom('staff_sessions')
    .where('second_factor', '=', false)
    .where('id', '!=', except)
    .returning(['id', 'staff_id as staffId'])
    .execute()
  const ended = new Map<number, number[]>()
  for (const { id, staffId } of rows) ended.set(staffId, [...(ended.get(staffId) ?? []), id])
  return ended
}
