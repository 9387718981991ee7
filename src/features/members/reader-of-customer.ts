import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { findOrMakeReader, findReader, type Reader, readerEmail } from '../readers/reader.ts'
import type { CheckoutMetadata } from './checkout-metadata.ts'

/**
 * The reader whom the processor knows as a customer, made where there is none: who was signed in when they paid, else
 * whoever has the address they gave. Null for a customer without an address.
 */
export async function readerOfCustomer(
  tx: Transaction,
  house: House,
  { customer, metadata }: { customer: string; metadata: CheckoutMetadata | null },
): Promise<Reader | null> {
  const known = await tx
    .selectFrom('reader_customers')
    .select('reader_id as readerId')
    .where('customer', '=', customer)
    .executeTakeFirst()
  const reader =
    (known && (await findReader(tx, known.readerId))) ??
    (metadata?.readerId ? await findReader(tx, metadata.readerId) : null) ??
    (await readerOfAddress(tx, house, { customer, metadata }))
  if (!reader) return null
  if (!known) await rememberCustomer(tx, { customer, readerId: reader.id })
  return reader
}

async function readerOfAddress(
  tx: Transaction,
  house: House,
  { customer, metadata }: { customer: string; metadata: CheckoutMetadata | null },
): Promise<Reader | null> {
  const client = await house.payments.stripe()
  const found = await client.customers.retrieve(customer)
  if (found.deleted) return null
  const email = readerEmail.safeParse(found.email)
  if (!email.success) return null
  return findOrMakeReader(tx, house, {
    email: email.data,
    name: found.name ?? '',
    language: metadata?.language ?? 'en',
    country: countryOf(found),
  })
}

function countryOf({ address }: Stripe.Customer): string | null {
  return address?.country && /^[A-Z]{2}$/.test(address.country) ? address.country : null
}

/** The newest customer is the one whose card is asked from now on. */
async function rememberCustomer(
  tx: Transaction,
  { customer, readerId }: { customer: string; readerId: number },
): Promise<void> {
  await tx
    .insertInto('reader_customers')
    .values({ customer, reader_id: readerId })
    .onConflict(conflict => conflict.column('customer').doNothing())
    .execute()
  await tx.updateTable('readers').set({ customer }).where('id', '=', readerId).execute()
}
