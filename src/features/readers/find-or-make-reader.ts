import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { oneLine } from '../../platform/mail/address.ts'
import type { NewReader, Reader } from './reader.ts'
import { findReaderByEmail, insertReader, updateReader } from './reader-queries.ts'

/**
 * The account of an address, made where there is none. What is known of a reader already stays; a name or a country
 * that was missing is filled in. Two at once with one address end up with the same account. The address has been read
 * by `readerEmail` before.
 */
export async function findOrMakeReader(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  { email, name = '', language, country = null }: NewReader,
): Promise<Reader> {
  const known = await findReaderByEmail(tx, email)
  if (known) return await fillIn(tx, known, { name: oneLine(name, 120), country })
  const made = await insertReader(tx, {
    email: email.trim().toLowerCase(),
    name: oneLine(name, 120),
    language,
    country,
    created_at: clock.now(),
  })
  // Somebody else was quicker; what they wrote is committed by now, since their row was waited for.
  return made ?? (await fillIn(tx, (await findReaderByEmail(tx, email))!, { name, country }))
}

async function fillIn(
  tx: Transaction,
  known: Reader,
  { name, country }: { name: string; country: string | null },
): Promise<Reader> {
  const filled = { ...known, name: known.name || name, country: known.country ?? country }
  if (filled.name !== known.name || filled.country !== known.country)
    await updateReader(tx, known.id, { name: filled.name, country: filled.country })
  return filled
}
