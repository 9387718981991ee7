import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { askForCode } from '../../../test/builders/sign-in.ts'
import { type SignedIn, signedIn, signInAgain } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'
import { identifyStaff } from './staff.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()

/** The authenticator app of somebody: what it shows at this moment. */
function appFor(secret: string): () => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return () => totp.generate({ timestamp: clock.now().getTime() })
}

function secretOn(page: string): string {
  return /typed-secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
}

function codesOn(page: string): string[] {
  return [...page.matchAll(/<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})<\/code>/g)].map(([, code]) => code!)
}

async function withApp(person: SignedIn): Promise<{ app: () => string; recovery: string[] }> {
  const page = await (await person.get(`${url}/newsroom/account/app`)).text()
  const app = appFor(secretOn(page))
  const confirmed = await person.post(`${url}/newsroom/account/app`, { code: app() })
  const recovery = codesOn(await confirmed.text())
  expect(recovery.length).toBe(10)
  clock.advance(30)
  return { app, recovery }
}

async function toSecondStep(email: string): Promise<Visitor> {
  const browser = visitor(url)
  const code = await askForCode(house, browser, email)
  const step = await browser.post('/newsroom/sign-in/code', { code })
  expect(step.location).toBe('/newsroom/sign-in/second-factor')
  expect(browser.cookies.has('session')).toBe(false)
  await browser.get(step.location)
  return browser
}

const enter = (browser: Visitor, code: string) => browser.post('/newsroom/sign-in/second-factor', { code })
const whoIs = (browser: Visitor) => identifyStaff(house, `session=${browser.cookies.get('session')}`)

test('who has an app is asked for its password after the code', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  const browser = await toSecondStep(person.staff.email)
  expect((await browser.get('/newsroom/account')).status).toBe(303)
  expect((await enter(browser, app())).location).toBe('/newsroom')
  expect((await whoIs(browser))?.id).toBe(person.staff.id)
})

test('the secret is sealed: neither it nor a recovery code can be read in the database', async () => {
  const person = await signedIn(house, 'editor')
  const secret = secretOn(await (await person.get(`${url}/newsroom/account/app`)).text())
  const rows = await house.db.selectFrom('staff_totp').selectAll().execute()
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
  expect(rows.some(row => row.sealed_secret.includes(bytes))).toBe(false)
  const { recovery } = await withApp(person)
  const hashes = await house.db.selectFrom('staff_recovery_codes').selectAll().execute()
  expect(JSON.stringify(hashes)).not.toContain(recovery[0])
})

test('a password of the app is taken once', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  const password = app()
  expect((await enter(await toSecondStep(person.staff.email), password)).status).toBe(303)
  expect((await enter(await toSecondStep(person.staff.email), password)).status).toBe(422)
  clock.advance(30)
  expect((await enter(await toSecondStep(person.staff.email), app())).status).toBe(303)
})

test('a clock may differ by half a minute, and not by more', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  clock.advance(60)
  const early = app()
  clock.advance(30)
  expect((await enter(await toSecondStep(person.staff.email), early)).status).toBe(303)
  const old = app()
  clock.advance(90)
  expect((await enter(await toSecondStep(person.staff.email), old)).status).toBe(422)
})

test('a recovery code stands in, once', async () => {
  const person = await signedIn(house, 'editor')
  const { recovery } = await withApp(person)
  const typed = ` ${recovery[3]!.toUpperCase().replaceAll('-', ' ')} `
  expect((await enter(await toSecondStep(person.staff.email), typed)).status).toBe(303)
  expect((await enter(await toSecondStep(person.staff.email), recovery[3]!)).status).toBe(422)
  const again = await signInAgain(house, person.staff.id)
  expect(await (await again.get(`${url}/newsroom/account`)).text()).toContain('9 unused codes are left.')
  const other = await signedIn(house, 'editor')
  await withApp(other)
  expect((await enter(await toSecondStep(other.staff.email), recovery[4]!)).status).toBe(422)
})

test('after five wrong passwords the sign-in begins anew, after ten there is a pause', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  const wrong = () => (app() === '000000' ? '111111' : '000000')
  const first = await toSecondStep(person.staff.email)
  for (let i = 0; i < 5; i++) await enter(first, wrong())
  const right = await enter(first, app())
  expect(right.text).toContain('Please begin again')
  expect(first.cookies.has('session')).toBe(false)
  const second = await toSecondStep(person.staff.email)
  for (let i = 0; i < 5; i++) await enter(second, wrong())
  const third = await toSecondStep(person.staff.email)
  expect((await enter(third, app())).status).toBe(429)
  clock.advance(15 * 60 + 1)
  expect((await enter(await toSecondStep(person.staff.email), app())).status).toBe(303)
})

test('the step is bound to the browser, ends after ten minutes, and is used up', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  const browser = await toSecondStep(person.staff.email)
  const thief = visitor(url)
  await thief.get('/newsroom/sign-in')
  expect((await enter(thief, app())).status).toBe(422)
  const step = browser.cookies.get('sign-in')!
  await enter(browser, app())
  thief.cookies.set('sign-in', step)
  clock.advance(30)
  expect((await enter(thief, app())).status).toBe(422)
  const late = await toSecondStep(person.staff.email)
  clock.advance(601)
  expect((await enter(late, app())).text).toContain('Please begin again')
})

test('an owner can require it of everyone, but not before having one', async () => {
  const owner = await signedIn(house, 'owner')
  const weak = await signedIn(house, 'reporter')
  await house.db
    .updateTable('staff_sessions')
    .set({ second_factor: false })
    .where('id', '=', weak.staff.sessionId)
    .execute()
  const strong = await signedIn(house, 'reporter')
  expect((await owner.post(`${url}/newsroom/staff/rules`, { required: 'yes' })).status).toBe(409)
  await withApp(owner)
  expect((await owner.post(`${url}/newsroom/staff/rules`, { required: 'yes' })).status).toBe(303)
  expect(await identifyStaff(house, weak.cookie)).toBeNull()
  expect(await identifyStaff(house, strong.cookie)).not.toBeNull()
  expect(await identifyStaff(house, owner.cookie)).not.toBeNull()

  // Who has none sets one up on the way in.
  const browser = await toSecondStep(weak.staff.email)
  const page = await browser.get('/newsroom/sign-in/second-factor')
  expect(page.text).toContain('asks everyone for a second factor')
  const app = appFor(secretOn(page.text))
  // A recovery code or a password of nobody's does not.
  expect((await enter(browser, app())).status).toBe(422)
  expect((await browser.get('/newsroom/account')).status).toBe(303)
  clock.advance(30)
  const entered = await browser.post('/newsroom/sign-in/enrol/app', { code: app() })
  expect(codesOn(entered.text).length).toBe(10)
  expect((await whoIs(browser))?.id).toBe(weak.staff.id)

  // And does not take it away again.
  expect((await browser.get('/newsroom/account')).status).toBe(200)
  expect((await browser.post('/newsroom/account/app/remove')).status).toBe(409)
  await owner.post(`${url}/newsroom/staff/rules`, { required: 'no' })
  expect((await browser.post('/newsroom/account/app/remove')).status).toBe(303)
})

test('nobody adds a second factor on the way in who has one already', async () => {
  const person = await signedIn(house, 'editor')
  const { app } = await withApp(person)
  const browser = await toSecondStep(person.staff.email)
  expect((await browser.post('/newsroom/sign-in/enrol/app', { code: app() })).status).toBe(422)
  expect((await browser.send('/newsroom/sign-in/enrol/passkey/question', {})).status).toBe(422)
})

test('an owner takes away a second factor that was lost', async () => {
  const owner = await signedIn(house, 'owner')
  const person = await signedIn(house, 'editor')
  await withApp(person)
  await owner.post(`${url}/newsroom/staff/${person.staff.id}/reset-second-factor`)
  expect(await identifyStaff(house, person.cookie)).toBeNull()
  const browser = visitor(url)
  const code = await askForCode(house, browser, person.staff.email)
  expect((await browser.post('/newsroom/sign-in/code', { code })).location).toBe('/newsroom')
})

test('a passkey’s answer that proves nothing opens nothing', async () => {
  const browser = visitor(url)
  await browser.get('/newsroom/sign-in')
  const question = await browser.send('/newsroom/sign-in/passkey/question', {})
  expect(JSON.parse(question.text)).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  const made = {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
    clientExtensionResults: {},
  }
  for (const answer of [made, { ...made, id: 'not base64!' }, {}, null, 'x', []])
    expect((await browser.send('/newsroom/sign-in/passkey/answer', { answer })).status).toBe(422)
  expect(browser.cookies.has('session')).toBe(false)
})
