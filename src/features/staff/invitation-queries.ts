import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Role } from '../../platform/permissions.ts'

export interface Invitation {
  id: number
  email: string
  role: Role
  language: string
  authorId: number | null
  sentAt: Date
  expiresAt: Date
}

const columns = [
  'id',
  'email',
  'role',
  'language',
  'author_id as authorId',
  'sent_at as sentAt',
  'expires_at as expiresAt',
] as const

/** Those that have run out too, so that they can be sent again. The newest first. */
export async function listInvitations(db: Database): Promise<Invitation[]> {
  return await db.selectFrom('staff_invitations').select(columns).orderBy('sent_at', 'desc').execute()
}

/** Uses nothing up. */
export async function findInvitation(
  db: Database,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<Invitation | null> {
  const row = await db
    .selectFrom('staff_invitations')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Uses the invitation up; null where it has been, or has run out. */
export async function takeInvitation(
  tx: Transaction,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<Invitation | null> {
  const row = await tx
    .deleteFrom('staff_invitations')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** Puts a person's invitation, in place of one that is there already: the older letter's link ends. */
export async function putInvitation(
  tx: Transaction,
  invitation: {
    hash: Buffer
    email: string
    role: Role
    language: string
    authorId: number | null
    invitedBy: number | null
    now: Date
    expiresAt: Date
  },
): Promise<number> {
  await tx
    .deleteFrom('staff_invitations')
    .where(sql`lower(email)`, '=', invitation.email.toLowerCase())
    .execute()
  const { id } = await tx
    .insertInto('staff_invitations')
    .values({
      token_hash: invitation.hash,
      email: invitation.email,
      role: invitation.role,
      language: invitation.language,
      author_id: invitation.authorId,
      invited_by: invitation.invitedBy,
      created_at: invitation.now,
      sent_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function renewInvitation(
  tx: Transaction,
  { id, hash, now, expiresAt }: { id: number; hash: Buffer; now: Date; expiresAt: Date },
): Promise<Invitation | null> {
  const row = await tx
    .updateTable('staff_invitations')
    .set({ token_hash: hash, sent_at: now, expires_at: expiresAt })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** Returns the address it was for. */
export async function deleteInvitation(tx: Transaction, id: number): Promise<string | null> {
  const row = await tx
    .deleteFrom('staff_invitations')
    .where('id', '=', id)
    .returning('email')
    .executeTakeFirst()
  return row?.email ?? null
}
