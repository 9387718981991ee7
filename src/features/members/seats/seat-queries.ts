import type { Database, Transaction } from '../../../platform/database/database.ts'
import type { Membership } from '../membership.ts'
import { toMembership } from '../membership-queries.ts'

/** A seat that is offered to somebody, or that somebody has. */
export interface Seat {
  kind: 'invited' | 'taken'
  /** Of the invitation, or of the membership that the seat is. */
  id: number
  email: string
  since: Date
}

/** The seats of a membership beside its holder's: those taken, and open invitations. */
export async function listSeats(db: Database, holderId: number, now: Date): Promise<Seat[]> {
  const taken = await db
    .selectFrom('memberships')
    .innerJoin('readers', 'readers.id', 'memberships.reader_id')
    .select(['memberships.id', 'readers.email', 'memberships.started_at'])
    .where('holder_id', '=', holderId)
    .where('state', '<>', 'ended')
    .orderBy('memberships.id')
    .execute()
  const invited = await db
    .selectFrom('seat_invitations')
    .select(['id', 'email', 'created_at'])
    .where('membership_id', '=', holderId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
  return [
    ...taken.map(row => ({
      kind: 'taken' as const,
      id: row.id,
      email: row.email ?? '',
      since: row.started_at,
    })),
    ...invited.map(row => ({
      kind: 'invited' as const,
      id: row.id,
      email: row.email,
      since: row.created_at,
    })),
  ]
}

export async function insertInvitation(
  tx: Transaction,
  row: { holderId: number; email: string; tokenHash: Buffer; now: Date; expiresAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('seat_invitations')
    .values({
      membership_id: row.holderId,
      email: row.email,
      token_hash: row.tokenHash,
      created_at: row.now,
      expires_at: row.expiresAt,
      accepted_at: null,
      withdrawn_at: null,
      seat_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An invitation that can still be accepted, by what is kept of its token; locked where a transaction asks. */
export async function findInvitation(
  db: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<{ id: number; holderId: number; email: string } | null> {
  const row = await db
    .selectFrom('seat_invitations')
    .select(['id', 'membership_id', 'email'])
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return row ? { id: row.id, holderId: row.membership_id, email: row.email } : null
}

export async function markAccepted(tx: Transaction, id: number, seatId: number, now: Date): Promise<void> {
  await tx
    .updateTable('seat_invitations')
    .set({ accepted_at: now, seat_id: seatId })
    .where('id', '=', id)
    .execute()
}

export async function withdrawRow(
  tx: Transaction,
  { id, holderId, now }: { id: number; holderId: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('seat_invitations')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('membership_id', '=', holderId)
    .where('accepted_at', 'is', null)
    .execute()
}

/** The memberships that are seats of this one and still run, locked. */
export async function lockSeatsOf(tx: Transaction, holderId: number): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('memberships')
    .selectAll()
    .where('holder_id', '=', holderId)
    .where('state', '<>', 'ended')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toMembership)
}
