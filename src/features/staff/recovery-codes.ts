import { createHmac, randomInt } from 'node:crypto'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { replaceRecoveryCodes } from './factor-queries.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10

/**
 * Makes ten new recovery codes, each good once; older ones end. They are returned to be shown, once: what is kept is
 * their HMAC. Twelve letters out of 31 are 59 bits.
 */
export async function makeRecoveryCodes(
  tx: Transaction,
  house: Pick<House, 'secrets'>,
  staffId: number,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => [part(), part(), part()].join('-'))
  await replaceRecoveryCodes(
    tx,
    staffId,
    codes.map(code => recoveryHash(house, staffId, code)),
  )
  return codes
}

export function recoveryHash({ secrets }: Pick<House, 'secrets'>, staffId: number, code: string): Buffer {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return createHmac('sha256', secrets.keyFor('recovery-codes')).update(`${staffId} ${plain}`).digest()
}

function part(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}
