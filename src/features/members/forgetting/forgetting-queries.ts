import type { Transaction } from '../../../platform/database/database.ts'

/** Why somebody left may say who they are. */
export async function takeOutReasons(tx: Transaction, readerId: number): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ cancel_reason: '' })
    .where('reader_id', '=', readerId)
    .where('cancel_reason', '!=', '')
    .execute()
}

/** The addresses of those who were invited to share a membership, and the reader's own where they were. */
export async function takeOutInvitations(tx: Transaction, readerId: number): Promise<void> {
  const own = tx.selectFrom('memberships').select('id').where('reader_id', '=', readerId)
  await tx
    .deleteFrom('seat_invitations')
    .where(({ eb, or }) => or([eb('membership_id', 'in', own), eb('seat_id', 'in', own)]))
    .execute()
}

/** What the processor calls this reader: each checkout may have made another customer. */
export async function listCustomers(tx: Transaction, readerId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('reader_customers')
    .select('customer')
    .where('reader_id', '=', readerId)
    .execute()
  return rows.map(({ customer }) => customer)
}
