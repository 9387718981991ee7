import { expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { codeFor } from '../../../test/builders/sign-in.ts'
import { type SignedIn, signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'
import { sendAddressCode } from './change-address.ts'
import { findStaff, identifyStaff } from './staff.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
const minute = 60

/** A browser in which this person is signed in. */
async function browserOf(person: SignedIn): Promise<Visitor> {
  const browser = visitor(url)
  browser.cookies.set(person.session.name, person.session.value)
  await browser.get('/newsroom/account/address')
  return browser
}

/** Does the job of the newest code that was asked for. */
async function sendCode(person: SignedIn): Promise<void> {
  const newest = await house.db
    .selectFrom('sign_in_codes')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await sendAddressCode.run({ request: newest.id, staff: person.staff.id }, house)
}

const emailOf = async (id: number) => (await findStaff(house.db, id))!.email
const actsAbout = async (id: number) =>
  (
    await house.db
      .selectFrom('audit_log')
      .select('act')
      .where('subject_kind', '=', 'staff')
      .where('subject_id', '=', String(id))
      .execute()
  ).map(({ act }) => act)

test('a code sent to the new address makes it mine; the old one gets a note, and I stay signed in', async () => {
  const person = await signedIn(house, 'reporter', { email: 'old@paper.example', name: 'Iris Fallon' })
  const browser = await browserOf(person)
  const asked = await browser.post('/newsroom/account/address', { email: 'New@Paper.example' })
  expect([asked.status, asked.location]).toEqual([303, '/newsroom/account/address/code'])
  const page = await browser.get(asked.location)
  expect(page.text).toContain('If new@paper.example can be yours')
  await sendCode(person)
  expect(await emailOf(person.staff.id)).toBe('old@paper.example')
  const code = await codeFor(house, 'new@paper.example')
  const wrong = await browser.post('/newsroom/account/address/code', {
    code: code === '11111111' ? '22222222' : '11111111',
  })
  expect([wrong.status, wrong.text.includes('That is not the code')]).toEqual([422, true])
  const done = await browser.post('/newsroom/account/address/code', { code })
  expect(done.location).toBe('/newsroom/account?done=addressChanged')
  expect((await browser.get(done.location)).text).toContain('Your address is changed')
  expect((await identifyStaff(house, person.cookie))?.email).toBe('new@paper.example')
  const [note] = await readLettersTo(house, 'old@paper.example')
  expect(note?.subject).toContain('has changed')
  expect(note?.text).toContain('new@paper.example')
  expect(await actsAbout(person.staff.id)).toContain('change-own-address')
})

test('an address that somebody else has gets the same answers, and no letter', async () => {
  const other = await signedIn(house, 'editor', { email: 'taken@paper.example' })
  const answers = []
  for (const email of ['taken@paper.example', 'free@paper.example']) {
    const person = await signedIn(house, 'reporter')
    const browser = await browserOf(person)
    const asked = await browser.post('/newsroom/account/address', { email })
    const page = await browser.get(asked.location)
    await sendCode(person)
    const tries = []
    for (let i = 0; i < 6; i++)
      tries.push((await browser.post('/newsroom/account/address/code', { code: '0000000' })).status)
    answers.push([asked.status, asked.location, page.status, page.text.includes('can be yours'), tries])
  }
  expect(answers[0]).toEqual(answers[1])
  expect(await readLettersTo(house, 'taken@paper.example')).toEqual([])
  expect(await emailOf(other.staff.id)).toBe('taken@paper.example')
})

test('of two who want one address, the second to confirm does not get it', async () => {
  const people = [await signedIn(house, 'reporter'), await signedIn(house, 'reporter')]
  const waiting = []
  for (const person of people) {
    const browser = await browserOf(person)
    await browser.post('/newsroom/account/address', { email: 'both@paper.example' })
    await sendCode(person)
    waiting.push({ browser, code: await codeFor(house, 'both@paper.example') })
  }
  const results = []
  for (const { browser, code } of waiting)
    results.push((await browser.post('/newsroom/account/address/code', { code })).status)
  expect(results).toEqual([303, 422])
})

test('a code is of no use in another browser, nor after ten minutes', async () => {
  const person = await signedIn(house, 'reporter')
  const browser = await browserOf(person)
  await browser.post('/newsroom/account/address', { email: 'later@paper.example' })
  await sendCode(person)
  const code = await codeFor(house, 'later@paper.example')
  const other = await browserOf(person)
  expect((await other.post('/newsroom/account/address/code', { code })).status).toBe(422)
  clock.advance(10 * minute + 1)
  expect((await browser.post('/newsroom/account/address/code', { code })).status).toBe(422)
  expect(await emailOf(person.staff.id)).not.toBe('later@paper.example')
})

test('what is no address, and the one I have, are said beside the field', async () => {
  const person = await signedIn(house, 'reporter', { email: 'mine@paper.example' })
  const browser = await browserOf(person)
  const wrong = await browser.post('/newsroom/account/address', { email: 'nobody' })
  expect([wrong.status, wrong.text.includes('value="nobody"')]).toEqual([422, true])
  const same = await browser.post('/newsroom/account/address', { email: 'MINE@paper.example' })
  expect(same.text).toContain('This is your address already.')
})

test('an owner gives somebody another address, which counts once its letter is answered', async () => {
  const owner = await signedIn(house, 'owner', { name: 'Maeve Carrigan' })
  const person = await signedIn(house, 'reporter', { email: 'lost@paper.example', name: 'Tom Ashe' })
  const page = `${url}/newsroom/staff/${person.staff.id}`
  const taken = await owner.post(`${page}/address`, { email: owner.staff.email })
  expect([taken.status, (await taken.text()).includes('Maeve Carrigan has this address already.')]).toEqual([
    422,
    true,
  ])
  expect((await owner.post(`${page}/address`, { email: 'found@paper.example' })).status).toBe(303)
  expect(await (await owner.get(page)).text()).toContain('Waits to be confirmed: found@paper.example')
  const first = await linkTo('found@paper.example')
  await owner.post(`${page}/address/resend`)
  const link = await linkTo('found@paper.example')
  const browser = visitor(url)
  expect((await browser.get(first)).status).toBe(410)
  const opened = await browser.get(link)
  expect([opened.status, opened.text.includes('Tom Ashe, from now on')]).toEqual([200, true])
  expect(await emailOf(person.staff.id)).toBe('lost@paper.example')
  const token = new URL(link, url).searchParams.get('token')!
  expect((await browser.post('/newsroom/invitation/address', { token })).text).toContain('is confirmed')
  expect(await emailOf(person.staff.id)).toBe('found@paper.example')
  expect(await identifyStaff(house, person.cookie)).not.toBeNull()
  // Confirming signs nobody in, and works once.
  expect(browser.cookies.has('session')).toBe(false)
  expect((await browser.post('/newsroom/invitation/address', { token })).status).toBe(410)
  expect((await readLettersTo(house, 'lost@paper.example'))[0]?.text).toContain('found@paper.example')
  expect(await actsAbout(person.staff.id)).toEqual(
    expect.arrayContaining(['offer-address', 'change-own-address']),
  )
})

test('what an owner takes back, and what has run out, changes nothing', async () => {
  const owner = await signedIn(house, 'owner')
  const person = await signedIn(house, 'reporter', { email: 'stays@paper.example' })
  const page = `${url}/newsroom/staff/${person.staff.id}/address`
  await owner.post(page, { email: 'taken-back@paper.example' })
  const back = await linkTo('taken-back@paper.example')
  expect((await owner.post(`${page}/withdraw`)).status).toBe(303)
  expect((await visitor(url).get(back)).status).toBe(410)
  await owner.post(page, { email: 'late@paper.example' })
  const late = await linkTo('late@paper.example')
  clock.advance(7 * 24 * 60 * minute + 1)
  expect((await visitor(url).get(late)).status).toBe(410)
  expect(await emailOf(person.staff.id)).toBe('stays@paper.example')
  expect((await (await signedIn(house, 'editor')).post(page, { email: 'x@paper.example' })).status).toBe(403)
})

async function linkTo(email: string): Promise<string> {
  const [letter] = await readLettersTo(house, email)
  const link = /https?:\/\/\S+\/newsroom\/invitation\/address\?token=\S+/.exec(letter?.text ?? '')?.[0]
  if (!link) throw new Error(`There is no letter with a link for ${email}.`)
  return new URL(link).pathname + new URL(link).search
}
