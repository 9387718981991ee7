import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { codeFor, sendCodes } from '../../../test/builders/sign-in.ts'
import { type SignedIn, signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
const quarter = 15 * 60 + 1
const proof = '/newsroom/account/proof'

async function browserOf(person: SignedIn): Promise<Visitor> {
  const browser = visitor(url)
  browser.cookies.set(person.session.name, person.session.value)
  await browser.get('/newsroom/account')
  return browser
}

async function setUpApp(browser: Visitor): Promise<{ app: () => string; recovery: string[] }> {
  const { text } = await browser.get('/newsroom/account/app')
  const secret = /typed-secret">([A-Z2-7 ]+)</.exec(text)![1]!.replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const app = () => totp.generate({ timestamp: clock.now().getTime() })
  const { text: shown } = await browser.post('/newsroom/account/app', { code: app() })
  clock.advance(30)
  const codes = [...shown.matchAll(/<code>([a-z0-9-]{14})<\/code>/g)].map(([, code]) => code!)
  return { app, recovery: codes }
}

const passkeyQuestion = async (browser: Visitor) =>
  JSON.parse((await browser.send('/newsroom/account/passkeys/question', {})).text)

test('a sign-in of a quarter of an hour ago has to be proved again before anything is changed', async () => {
  const browser = await browserOf(await signedIn(house, 'editor'))
  expect((await passkeyQuestion(browser)).challenge).toBeTruthy()
  clock.advance(quarter)
  expect(await passkeyQuestion(browser)).toEqual({ to: `${proof}?to=%2Fnewsroom%2Faccount` })
  const shut = [
    ['GET', '/newsroom/account/app'],
    ['GET', '/newsroom/account/address'],
    ['POST', '/newsroom/account/address'],
    ['POST', '/newsroom/account/app'],
    ['POST', '/newsroom/account/app/remove'],
    ['POST', '/newsroom/account/passkeys/1/remove'],
    ['POST', '/newsroom/account/second-factor'],
    ['POST', '/newsroom/account/recovery-codes'],
  ] as const
  for (const [method, path] of shut) {
    const answer = method === 'GET' ? await browser.get(path) : await browser.post(path)
    expect([path, answer.status, answer.location.split('?')[0]]).toEqual([path, 303, proof])
  }
  // Everything else goes on.
  expect((await browser.get('/newsroom/account')).status).toBe(200)
  expect((await browser.post('/newsroom/account', { name: 'Somebody', language: 'en' })).location).toContain(
    'saved',
  )
})

test('a code from a letter proves it, where a sign-in by code asks for no more', async () => {
  const person = await signedIn(house, 'editor')
  const browser = await browserOf(person)
  clock.advance(quarter)
  const led = (await browser.get('/newsroom/account/app')).location
  expect((await browser.get(led)).text).toContain('Send me a code')
  const sent = await browser.post(`${proof}/send`, { to: '/newsroom/account/app' })
  await sendCodes(house)
  expect((await browser.get(sent.location)).text).toContain('Code from the letter')
  const code = await codeFor(house, person.staff.email)
  const wrong = await browser.post(`${proof}/letter`, {
    letter: code === '1' ? '2' : '1',
    to: '/newsroom/account/app',
  })
  expect([wrong.status, wrong.text.includes('That is not the code')]).toEqual([422, true])
  const done = await browser.post(`${proof}/letter`, { letter: code, to: '/newsroom/account/app' })
  expect([done.status, done.location]).toEqual([303, '/newsroom/account/app'])
  expect((await browser.get('/newsroom/account/app')).status).toBe(200)
})

test('a code for somebody else proves nothing', async () => {
  const person = await signedIn(house, 'editor')
  const other = await signedIn(house, 'editor')
  const browser = await browserOf(person)
  clock.advance(quarter)
  const door = visitor(url)
  await door.get('/newsroom/sign-in')
  await door.post('/newsroom/sign-in', { email: other.staff.email })
  await sendCodes(house)
  browser.cookies.set('sign-in', door.cookies.get('sign-in')!)
  const code = await codeFor(house, other.staff.email)
  expect((await browser.post(`${proof}/letter`, { letter: code })).status).toBe(422)
  expect((await browser.get('/newsroom/account/app')).status).toBe(303)
})

test('who has an app shows its password, or a recovery code; a letter is not enough', async () => {
  const person = await signedIn(house, 'editor')
  const browser = await browserOf(person)
  const { app, recovery } = await setUpApp(browser)
  clock.advance(quarter)
  const page = (await browser.get(proof)).text
  expect([page.includes('Password from your app'), page.includes('Send me a code')]).toEqual([true, false])
  await browser.post(`${proof}/send`)
  await sendCodes(house)
  const letter = await codeFor(house, person.staff.email)
  expect((await browser.post(`${proof}/letter`, { letter })).status).toBe(422)
  expect(
    (await browser.post(`${proof}/factor`, { code: app() === '000000' ? '111111' : '000000' })).status,
  ).toBe(422)
  expect((await browser.post(`${proof}/factor`, { code: app() })).location).toBe(
    '/newsroom/account?done=proven',
  )
  clock.advance(quarter)
  expect((await browser.post(`${proof}/factor`, { code: recovery[0]! })).status).toBe(303)
  expect((await browser.post('/newsroom/account/app/remove')).location).toContain('done=removed')
})

test('it leads on to pages of the account only', async () => {
  const browser = await browserOf(await signedIn(house, 'editor'))
  for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/newsroom/audit'])
    expect((await browser.get(`${proof}?to=${encodeURIComponent(to)}`)).location).toBe('/newsroom/account')
})

test('a letter tells what was added and what was removed, in the language of whoever it is about', async () => {
  const person = await signedIn(house, 'editor', { language: 'de' })
  const browser = await browserOf(person)
  await setUpApp(browser)
  const [added] = await readLettersTo(house, person.staff.email)
  expect(added?.subject).toContain('Eine Änderung an Ihrem Konto')
  expect(added?.text).toContain('Einmalpasswörter aus einer App eingerichtet')
  await browser.post('/newsroom/account/app/remove')
  expect((await readLettersTo(house, person.staff.email))[0]?.text).toContain('abgeschaltet')
  await house.db
    .insertInto('staff_passkeys')
    .values({
      staff_id: person.staff.id,
      credential_id: 'one',
      public_key: Buffer.alloc(1),
      counter: 0,
      transports: [],
      name: 'Firefox on Linux',
      created_at: clock.now(),
    })
    .execute()
  const { id } = await house.db
    .selectFrom('staff_passkeys')
    .select('id')
    .where('credential_id', '=', 'one')
    .executeTakeFirstOrThrow()
  await browser.post(`/newsroom/account/passkeys/${id}/remove`)
  expect((await readLettersTo(house, person.staff.email))[0]?.text).toContain(
    'Passkey entfernt (Firefox on Linux)',
  )
  const before = (await readLettersTo(house, person.staff.email)).length
  // What is not there any more is told to nobody.
  await browser.post('/newsroom/account/app/remove')
  await browser.post(`/newsroom/account/passkeys/${id}/remove`)
  expect((await readLettersTo(house, person.staff.email)).length).toBe(before)
})

test('a second factor taken away by an owner is told, too', async () => {
  const owner = await signedIn(house, 'owner')
  const person = await signedIn(house, 'editor')
  await setUpApp(await browserOf(person))
  await owner.post(`${url}/newsroom/staff/${person.staff.id}/reset-second-factor`)
  expect((await readLettersTo(house, person.staff.email))[0]?.text).toContain('were taken away')
})
