import { expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import {
  aReader,
  askForReaderLetter,
  type SignedInReader,
  sendReaderLetters,
  signedInReader,
} from '../../../test/builders/readers.ts'
import { codeFor } from '../../../test/builders/sign-in.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'
import { savePublication } from '../publication/publication.ts'
import { gatherData } from './gather-data.ts'
import { findReader, forgetReader, identifyReader } from './reader.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })

async function signedInHere(
  who: Parameters<typeof signedInReader>[1] = {},
): Promise<SignedInReader & { own: Visitor }> {
  clock.advance(3601)
  const signed = await signedInReader(house, who)
  const own = visitor(url)
  own.cookies.set(signed.session.name, signed.session.value)
  await own.get('/account')
  return { ...signed, own }
}

test('what one says about oneself is kept, and read again', async () => {
  const { own, reader } = await signedInHere()
  const form = { name: '  Оля  Фінн ', language: 'uk', country: 'UA', timeZone: 'Europe/Kyiv' }
  const saved = await own.post('/account/details', form)
  expect([saved.status, saved.location]).toEqual([303, '/account?done=saved#details'])
  expect(await findReader(house.db, reader.id)).toMatchObject({
    name: 'Оля Фінн',
    language: 'uk',
    country: 'UA',
    timeZone: 'Europe/Kyiv',
  })
  const page = await own.get('/account?done=saved')
  expect(page.text).toContain('<html lang="uk" dir="ltr">')
  expect(page.text).toContain('Збережено.')
  expect(page.text).toMatch(/<option value="UA"[^>]* selected[^>]*>Україна</)
  await own.post('/account/details', { ...form, name: '', language: 'ar', country: '', timeZone: '' })
  const arabic = await own.get('/account')
  expect(arabic.text).toContain('<html lang="ar" dir="rtl">')
  expect(arabic.text).toContain('Firefox على Linux')
  expect(await findReader(house.db, reader.id)).toMatchObject({ name: '', country: null, timeZone: null })
})

test('what cannot be is refused beside its field, and what was typed stays', async () => {
  const { own, reader } = await signedInHere({ name: 'Orla' })
  const good = { name: 'Else', language: 'en', country: '', timeZone: '' }
  for (const bad of [
    { language: 'xx' },
    { country: 'ZZ' },
    { country: 'ie' },
    { timeZone: 'Mars/Olympus' },
    { name: 'x'.repeat(401) },
  ]) {
    const answer = await own.post('/account/details', { ...good, ...bad })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`id="field-${Object.keys(bad)[0]}-error"`)
    if (!('name' in bad)) expect(answer.text).toContain('value="Else"')
  }
  expect((await findReader(house.db, reader.id))?.name).toBe('Orla')
})

test('a name is a line of words and nothing else', async () => {
  const { own, reader } = await signedInHere()
  const name = '"><script>alert(1)</script>\u202egnp.exe\r\nBcc: x@example.org'
  await own.post('/account/details', { name, language: 'en', country: '', timeZone: '' })
  const kept = (await findReader(house.db, reader.id))!.name
  expect(kept).not.toMatch(/[\u202e\r\n]/)
  expect((await own.get('/account')).text).not.toContain('<script>alert')
})

test('one signs other browsers out, and only one’s own', async () => {
  const { own, reader, cookie } = await signedInHere()
  const other = await signedInReader(house, reader.id)
  const third = await signedInReader(house, reader.id)
  const stranger = await signedInReader(house)
  await own.post(`/account/sessions/${stranger.sessionId}/end`)
  expect(await identifyReader(house, stranger.cookie)).not.toBeNull()
  const ended = await own.post(`/account/sessions/${other.sessionId}/end`)
  expect(ended.location).toBe('/account?done=ended#sessions')
  expect(await identifyReader(house, other.cookie)).toBeNull()
  expect(await identifyReader(house, third.cookie)).not.toBeNull()
  await own.post('/account/sessions/end-others')
  expect(await identifyReader(house, third.cookie)).toBeNull()
  expect(await identifyReader(house, cookie)).not.toBeNull()
})

test('the account moves once a code shows that the new address is one’s own, and the old one is told', async () => {
  const { own, reader } = await signedInHere({ email: 'old@example.org', name: 'Orla' })
  await own.get('/account/address')
  const asked = await own.post('/account/address', { email: 'New@Example.org' })
  expect([asked.status, asked.location]).toEqual([303, '/account/address/code'])
  await sendReaderLetters(house, { reader: reader.id })
  expect((await own.get('/account/address/code')).text).toContain('A code is on its way to new@example.org')
  const code = await codeFor(house, 'new@example.org')
  expect((await findReader(house.db, reader.id))?.email).toBe('old@example.org')
  const moved = await own.post('/account/address/code', { code })
  expect(moved.location).toBe('/account?done=moved#address')
  expect(await findReader(house.db, reader.id)).toMatchObject({
    email: 'new@example.org',
    emailConfirmedAt: clock.now(),
  })
  const [notice] = await readLettersTo(house, 'old@example.org')
  expect(notice?.subject).toBe('The address of your account has changed')
  expect(notice?.text).toContain('new@example.org')
})

test('a code for a new address works in the browser that asked, and signs nobody in', async () => {
  const { own, reader } = await signedInHere()
  const before = reader.email
  await own.get('/account/address')
  await own.post('/account/address', { email: 'mine-too@example.org' })
  await sendReaderLetters(house, { reader: reader.id })
  const code = await codeFor(house, 'mine-too@example.org')
  const elsewhere = (await signedInHere(reader.id)).own
  await elsewhere.get('/account/address')
  expect((await elsewhere.post('/account/address/code', { code })).status).toBe(422)
  const guest = visitor(url)
  await guest.get('/account/sign-in')
  guest.cookies.set('reader-sign-in', own.cookies.get('reader-address')!)
  expect((await guest.post('/account/sign-in/code', { code })).status).toBe(422)
  expect((await findReader(house.db, reader.id))?.email).toBe(before)
})

test('whether a new address is taken is told to its owner alone', async () => {
  const taken = await aReader(house)
  const { own, reader } = await signedInHere()
  await own.get('/account/address')
  const asked = await own.post('/account/address', { email: taken.email })
  expect([asked.status, asked.location]).toEqual([303, '/account/address/code'])
  await sendReaderLetters(house, { reader: reader.id })
  const wrong = await own.post('/account/address/code', { code: '00000000' })
  expect(wrong.text).not.toContain('an account of its own')
  const right = await own.post('/account/address/code', { code: await codeFor(house, taken.email) })
  expect(right.status).toBe(409)
  expect(right.text).toContain('an account of its own')
  expect((await findReader(house.db, reader.id))?.email).toBe(reader.email)
})

test('a reader downloads what is kept about them, and nothing of anybody else', async () => {
  const { own, reader } = await signedInHere({ name: 'Orla Finn', country: 'IE' })
  const other = await aReader(house, { name: 'Somebody Else' })
  for (const { email } of [reader, other]) await askForReaderLetter(house, visitor(url), { email })
  const file = await own.get('/account/data')
  expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.json"$/)
  expect(file.headers.get('cache-control')).toContain('no-store')
  const data = JSON.parse(file.text)
  expect(data.account).toMatchObject({ email: reader.email, name: 'Orla Finn', country: 'IE' })
  expect(data.sessions).toHaveLength(1)
  expect(data.letters).toHaveLength(1)
  expect(file.text).not.toContain(other.email)
  expect(file.text).not.toContain('Somebody Else')
})

test('the file takes in what other features keep', async () => {
  const reader = await aReader(house)
  const parts = [async (_tx: unknown, readerId: number) => ({ bicycles: [{ owner: readerId }] })]
  const data = await gatherData(house, { readerId: reader.id, parts })
  expect(data).toMatchObject({ account: { email: reader.email }, bicycles: [{ owner: reader.id }] })
})

test('an account is deleted only where it is meant', async () => {
  const { own, reader, cookie } = await signedInHere()
  const page = await own.get('/account/delete')
  expect(page.text).toContain(`It is ${reader.email}.`)
  for (const email of ['', 'yes', 'other@example.org', `${reader.email}x`]) {
    const answer = await own.post('/account/delete', { email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nothing has been deleted.')
  }
  expect(await identifyReader(house, cookie)).not.toBeNull()
})

test('a deleted account leaves nothing that says whose it was, and the ledger keeps its line', async () => {
  const email = 'leaving@example.org'
  const { own, reader } = await signedInHere({
    email,
    name: 'Leaving Lena',
    country: 'DE',
    customer: 'cus_1',
  })
  const elsewhere = await signedInReader(house, reader.id)
  await askForReaderLetter(house, visitor(url), { email })
  await house.db
    .insertInto('ledger_lines')
    .values({
      kind: 'single-payment',
      amount_minor: 1000,
      currency: 'eur',
      reader_id: reader.id,
      object_id: 'ch_lena',
      source: 'evt_lena',
      happened_at: clock.now(),
      recorded_at: clock.now(),
    } as never)
    .execute()
  const gone = await own.post('/account/delete', { email: ' Leaving@Example.org ' })
  expect([gone.status, gone.location]).toEqual([303, '/account/sign-in?done=deleted'])
  expect([...own.cookies.keys()].filter(name => ['reader', 'standing'].includes(name))).toEqual([])
  expect((await own.get(gone.location)).text).toContain('Your account has been deleted.')
  expect(await identifyReader(house, elsewhere.cookie)).toBeNull()
  const kept = [
    await house.db.selectFrom('readers').selectAll().execute(),
    await house.db.selectFrom('letters').selectAll().execute(),
    await house.db.selectFrom('sign_in_codes').selectAll().execute(),
    await house.db.selectFrom('events').selectAll().execute(),
  ]
  expect(JSON.stringify(kept)).not.toMatch(/leaving|lena|cus_1/i)
  const line = await house.db
    .selectFrom('ledger_lines')
    .select(['amount_minor', 'reader_id'])
    .where('object_id', '=', 'ch_lena')
    .executeTakeFirstOrThrow()
  expect(line).toEqual({ amount_minor: 1000, reader_id: reader.id })
  expect((await findReader(house.db, reader.id))?.forgottenAt).toEqual(clock.now())
  await askForReaderLetter(house, visitor(url), { email })
  const [letter] = await readLettersTo(house, email)
  expect(letter?.subject).toContain('No account')
})

test('what other features do before an account goes happens with it, or not at all', async () => {
  const { id, email } = await aReader(house)
  const fails = async () => {
    throw new Error('not today')
  }
  const forget = (before: (() => Promise<void>)[]) =>
    house.db.transaction().execute(tx => forgetReader(tx, house, { readerId: id, before }))
  await expect(forget([fails])).rejects.toThrow('not today')
  expect((await findReader(house.db, id))?.email).toBe(email)
  const told: string[] = []
  expect(await forget([async () => void told.push('asked')])).toBe(true)
  expect(await forget([async () => void told.push('again')])).toBe(false)
  expect(told).toEqual(['asked'])
})
