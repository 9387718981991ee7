import { sendSignInCode } from '../../src/features/staff/staff-jobs.ts'
import type { House } from '../../src/platform/house.ts'
import { readLettersTo } from './practice-letters.ts'
import type { Visitor } from './visitor.ts'

/** Does the job of every code that was asked for, for houses whose jobs do not run. */
export async function sendCodes(house: House): Promise<void> {
  const waiting = await house.db
    .selectFrom('sign_in_codes')
    .select('id')
    .where('code_hash', 'is', null)
    .execute()
  for (const { id } of waiting) await sendSignInCode.run({ request: id }, house)
}

/** The code in the newest letter to an address. */
export async function codeFor(house: House, email: string): Promise<string> {
  const [letter] = await readLettersTo(house, email)
  const code = /\b(\d{4}) ?(\d{4})\b/.exec(letter?.text ?? '')
  if (!code) throw new Error(`There is no letter with a code for ${email}.`)
  return `${code[1]}${code[2]}`
}

/** Asks for a code in this browser, and reads it from the letter. */
export async function askForCode(house: House, browser: Visitor, email: string): Promise<string> {
  await browser.get('/newsroom/sign-in')
  await browser.post('/newsroom/sign-in', { email })
  await sendCodes(house)
  return codeFor(house, email)
}
