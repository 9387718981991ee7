import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Role } from '../../platform/permissions.ts'
import type { NewStaff, StaffLine } from './staff.ts'

const columns = [
  'id',
  'name',
  'email',
  'role',
  'language',
  'author_id as authorId',
  'active',
  'asks_second_factor as asksSecondFactor',
  'handle',
  'created_at as createdAt',
  'last_seen_at as lastSeenAt',
] as const

/** Whom of the staff a second factor protects. */
export async function listProtected(db: Database): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select staff_id as id from staff_totp where confirmed_at is not null
    union select staff_id from staff_passkeys`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Everyone, those who have left last, by name. */
export async function listStaff(db: Database): Promise<StaffLine[]> {
  return await db
    .selectFrom('staff')
    .select(columns)
    .orderBy('active', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function findStaff(db: Database, id: number): Promise<StaffLine | null> {
  return (await db.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function findStaffByEmail(db: Database, email: string): Promise<StaffLine | null> {
  const row = await db
    .selectFrom('staff')
    .select(columns)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return row ?? null
}

export async function anyOwner(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Returns the number. Throws the database's error for an address that is already there. */
export async function insertStaff(tx: Transaction, staff: NewStaff, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('staff')
    .values({
      name: staff.name,
      email: staff.email.toLowerCase(),
      role: staff.role,
      language: staff.language,
      author_id: staff.authorId,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Locks out two changes that would each leave the other as the last owner. Call first in the transaction. */
export async function lockOwners(tx: Transaction): Promise<number[]> {
  const rows = await tx
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function updateStaff(
  tx: Transaction,
  id: number,
  change: Partial<{
    name: string
    email: string
    role: Role
    language: string
    author_id: number | null
    active: boolean
    asks_second_factor: boolean
  }>,
): Promise<void> {
  await tx.updateTable('staff').set(change).where('id', '=', id).execute()
}
