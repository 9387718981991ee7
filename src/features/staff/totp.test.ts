import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, totpStep } from './totp.ts'

const secret = newTotpSecret()
const now = new Date('2026-11-22T09:00:00Z')
const app = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) })
const right = app.generate({ timestamp: now.getTime() })
const stepOf = (code: string) => totpStep({ secret, code, now, lastStep: 0 })

test('a password counts as the app shows it, in two groups or in one', () => {
  expect(stepOf(right)).toBe(now.getTime() / 30_000)
  expect(stepOf(`${right.slice(0, 3)} ${right.slice(3)}`)).toBe(now.getTime() / 30_000)
})

test('six letters of another script are a wrong password, not a fault', () => {
  for (const code of ['مرحباا', '١٢٣٤٥٦', '😀😀😀', '', right.slice(1), `${right}0`])
    expect(stepOf(code)).toBeNull()
})
