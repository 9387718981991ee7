import { expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import {
  aReader,
  askForReaderLetter,
  sendReaderLetters,
  signInLinkFor,
} from '../../../test/builders/readers.ts'
import { codeFor } from '../../../test/builders/sign-in.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'
import { savePublication } from '../publication/publication.ts'
import { findReader, identifyReader } from './reader.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })

function browser(): Visitor {
  // Limits by address on the net count by the hour; each browser here comes in an hour of its own.
  clock.advance(3601)
  return visitor(url, {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  })
}

async function letterFor(own: Visitor, email: string): Promise<string> {
  await askForReaderLetter(house, own, { email })
  return codeFor(house, email)
}

test('a code from a letter signs in, and leads to where one wanted to go', async () => {
  const reader = await aReader(house, { name: 'Orla Finn' })
  const own = browser()
  const closed = await own.get('/account?done=saved')
  expect([closed.status, closed.location]).toEqual([303, '/account/sign-in?next=%2Faccount%3Fdone%3Dsaved'])
  await own.get(closed.location)
  const asked = await own.post('/account/sign-in', { email: reader.email.toUpperCase(), next: '/news' })
  expect([asked.status, asked.location]).toEqual([303, '/account/sign-in/code?next=%2Fnews'])
  await sendReaderLetters(house)
  await own.get(asked.location)
  const code = await codeFor(house, reader.email)
  const entered = await own.post('/account/sign-in/code', {
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    next: '/news',
  })
  expect([entered.status, entered.location]).toEqual([303, '/news'])
  const account = await own.get('/account')
  expect(account.status).toBe(200)
  expect(account.text).toContain('Firefox on Linux')
  expect(account.text).toContain(`Signed in as ${reader.email}`)
  expect((await findReader(house.db, reader.id))?.emailConfirmedAt).toEqual(clock.now())
})

test('the letter is in the reader’s language', async () => {
  const words = { uk: 'ваш код для входу', de: 'Ihr Anmeldecode', ar: 'رمز دخولك', fr: 'code de connexion' }
  for (const [language, subject] of Object.entries(words)) {
    const { email } = await aReader(house, { language })
    await askForReaderLetter(house, browser(), { email })
    const [letter] = await readLettersTo(house, email)
    expect(letter?.subject).toContain(subject)
  }
})

test('nothing of a code or a link is kept that could be read', async () => {
  const { email } = await aReader(house)
  const code = await letterFor(browser(), email)
  const token = new URL(await signInLinkFor(house, email), url).searchParams.get('token')!
  const kept = [
    await house.db.selectFrom('sign_in_codes').selectAll().execute(),
    await house.db.selectFrom('letters').selectAll().execute(),
  ]
  expect(JSON.stringify(kept)).not.toContain(code)
  expect(JSON.stringify(kept)).not.toContain(token.split('.')[1])
})

test('a code works once, in the browser that asked for it', async () => {
  const { email } = await aReader(house)
  const own = browser()
  const code = await letterFor(own, email)
  const step = own.cookies.get('reader-sign-in')!
  const stranger = visitor(url)
  await stranger.get('/account/sign-in')
  expect((await stranger.post('/account/sign-in/code', { code })).status).toBe(422)
  expect((await own.post('/account/sign-in/code', { code })).status).toBe(303)
  stranger.cookies.set('reader-sign-in', step)
  expect((await stranger.post('/account/sign-in/code', { code })).status).toBe(422)
  expect(stranger.cookies.has('reader')).toBe(false)
})

test('a code ends after ten minutes, and so does the link beside it', async () => {
  const { email } = await aReader(house)
  const own = browser()
  const code = await letterFor(own, email)
  const link = await signInLinkFor(house, email)
  clock.advance(601)
  expect((await own.post('/account/sign-in/code', { code })).status).toBe(422)
  expect((await own.get(link)).status).toBe(410)
})

test('five tries, and the right code comes too late', async () => {
  const { email } = await aReader(house)
  const own = browser()
  const code = await letterFor(own, email)
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0')
  for (let i = 0; i < 4; i++)
    expect((await own.post('/account/sign-in/code', { code: wrong })).text).toContain('not the code')
  expect((await own.post('/account/sign-in/code', { code: wrong })).text).toContain('cannot be used')
  expect((await own.post('/account/sign-in/code', { code })).status).toBe(422)
  expect(own.cookies.has('reader')).toBe(false)
})

test('opening the link uses nothing up; its button signs in once, in another browser', async () => {
  const { id, email } = await aReader(house)
  await askForReaderLetter(house, browser(), { email, next: '/archive' })
  const link = await signInLinkFor(house, email)
  for (let i = 0; i < 3; i++) {
    const robot = await visitor(url).get(link)
    expect(robot.status).toBe(200)
    expect(robot.headers.get('referrer-policy')).toBe('same-origin')
  }
  const phone = visitor(url)
  const page = await phone.get(link)
  expect(page.text).toContain(email)
  const { searchParams } = new URL(link, url)
  const form = { token: searchParams.get('token')!, next: searchParams.get('next')! }
  const entered = await phone.post('/account/sign-in/link', form)
  expect([entered.status, entered.location]).toEqual([303, '/archive'])
  expect((await identifyReader(house, `reader=${phone.cookies.get('reader')}`))?.id).toBe(id)
  const again = visitor(url)
  expect((await again.get(link)).status).toBe(410)
  await again.get('/account/sign-in')
  expect((await again.post('/account/sign-in/link', form)).status).toBe(422)
})

test('of code and link only one works', async () => {
  const { email } = await aReader(house)
  const own = browser()
  const code = await letterFor(own, email)
  const link = await signInLinkFor(house, email)
  expect((await own.post('/account/sign-in/code', { code })).status).toBe(303)
  expect((await visitor(url).get(link)).status).toBe(410)
})

test('a link pressed twice at once signs in once', async () => {
  const { id, email } = await aReader(house)
  await askForReaderLetter(house, browser(), { email })
  const link = await signInLinkFor(house, email)
  const token = new URL(link, url).searchParams.get('token')!
  const tabs = [visitor(url), visitor(url), visitor(url)]
  for (const tab of tabs) await tab.get(link)
  const answers = await Promise.all(tabs.map(tab => tab.post('/account/sign-in/link', { token })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  const sessions = await house.db
    .selectFrom('reader_sessions')
    .select('id')
    .where('reader_id', '=', id)
    .execute()
  expect(sessions).toHaveLength(1)
})

test('a link that was tampered with is none', async () => {
  const { email } = await aReader(house)
  await askForReaderLetter(house, browser(), { email })
  const token = new URL(await signInLinkFor(house, email), url).searchParams.get('token')!
  const [id = '', mac = ''] = token.split('.')
  const turned = (mac[0] === 'A' ? 'B' : 'A') + mac.slice(1)
  const bad = [
    '',
    '.',
    id,
    `${id}.`,
    `${id}.${turned}`,
    `${Number(id) + 1}.${mac}`,
    `${token}x`,
    `9e9.${mac}`,
  ]
  for (const each of [...bad, `${'9'.repeat(30)}.${mac}`, '%00', '{}'])
    expect((await visitor(url).get(`/account/sign-in/link?token=${encodeURIComponent(each)}`)).status).toBe(
      410,
    )
})

test('no answer tells whether an address is known', async () => {
  const { email } = await aReader(house)
  const seen = []
  for (const each of [email, 'nobody-at-all@example.org']) {
    const own = browser()
    await own.get('/account/sign-in')
    const asked = await own.post('/account/sign-in', { email: each })
    const page = await own.get(asked.location)
    const wrong = await own.post('/account/sign-in/code', { code: '00000000' })
    const plain = (text: string) =>
      text
        .replaceAll(each, '…')
        .replaceAll(encodeURIComponent(each), '…')
        .replaceAll(/name="csrf" value="[^"]+"/g, '')
    seen.push({
      asked: [asked.status, asked.location, asked.text],
      cookies: [...own.cookies.keys()],
      page: [page.status, plain(page.text)],
      wrong: [wrong.status, plain(wrong.text)],
    })
  }
  expect(seen[1]).toEqual(seen[0])
})

test('asking does the same work for both: one row, one job, no letter yet', async () => {
  const { email } = await aReader(house)
  const statements: string[][] = []
  for (const each of [email, 'nobody-here@example.org']) {
    const own = browser()
    await own.get('/account/sign-in')
    const before = await counts()
    await own.post('/account/sign-in', { email: each })
    const after = await counts()
    statements.push([String(after.codes - before.codes), String(after.jobs - before.jobs)])
    expect(after.letters).toBe(before.letters)
  }
  expect(statements).toEqual([
    ['1', '1'],
    ['1', '1'],
  ])
})

async function counts() {
  const count = async (table: 'sign_in_codes' | 'letters') =>
    (
      await house.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const jobs = await house.db
    .withSchema('pgboss')
    .selectFrom('job' as never)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('name' as never, '=', 'send-reader-code' as never)
    .executeTakeFirstOrThrow()
  return { codes: await count('sign_in_codes'), letters: await count('letters'), jobs: jobs.n }
}

test('an address without an account is told so, once a day', async () => {
  const email = 'not-joined@example.org'
  clock.set('2026-12-10T08:00:00Z')
  for (let i = 0; i < 3; i++) await askForReaderLetter(house, visitor(url), { email })
  const letters = await readLettersTo(house, email)
  expect(letters.map(({ subject }) => subject)).toEqual(['No account with The Lantern for this address'])
  expect(letters[0]?.text).not.toMatch(/\d{4} ?\d{4}/)
  clock.advance(86_400)
  await askForReaderLetter(house, visitor(url), { email })
  expect(await readLettersTo(house, email)).toHaveLength(2)
})

test('sixty letters an hour at most go to people nobody knows, and readers get theirs all the same', async () => {
  const { email } = await aReader(house)
  clock.advance(7200)
  const now = clock.now()
  const ask = (address: string, n: number) =>
    house.db
      .insertInto('sign_in_codes')
      .values({
        realm: 'reader',
        email: address,
        browser_hash: Buffer.from(`browser ${n}`),
        origin_hash: Buffer.from('origin'),
        created_at: now,
        expires_at: new Date(now.getTime() + 600_000),
      })
      .execute()
  for (let n = 0; n < 70; n++) await ask(`stranger-${n}@example.org`, n)
  await ask(email, 70)
  await sendReaderLetters(house)
  const letters = await house.db.selectFrom('letters').select('kind').where('created_at', '=', now).execute()
  const of = (kind: string) => letters.filter(letter => letter.kind === kind).length
  expect([of('reader-no-account'), of('reader-sign-in')]).toEqual([60, 1])
})

test('ten letters an hour to one address, and no more', async () => {
  const { email } = await aReader(house)
  const own = browser()
  await own.get('/account/sign-in')
  for (let i = 0; i < 10; i++) expect((await own.post('/account/sign-in', { email })).status).toBe(303)
  const refused = await own.post('/account/sign-in', { email })
  expect(refused.status).toBe(429)
  expect(refused.text).toContain('Please wait an hour')
  expect(refused.text).toContain(`value="${email}"`)
})

test('a sign-in begins a session of its own, and ends the one before', async () => {
  const first = await aReader(house)
  const second = await aReader(house)
  const own = browser()
  const code = await letterFor(own, first.email)
  own.cookies.set('reader', 'planted-by-somebody')
  await own.get('/account/sign-in/code')
  await own.post('/account/sign-in/code', { code })
  const began = own.cookies.get('reader')!
  expect(began).not.toBe('planted-by-somebody')
  expect(await identifyReader(house, 'reader=planted-by-somebody')).toBeNull()
  await askForReaderLetter(house, visitor(url), { email: second.email })
  const link = await signInLinkFor(house, second.email)
  await own.get(link)
  await own.post('/account/sign-in/link', { token: new URL(link, url).searchParams.get('token')! })
  expect(await identifyReader(house, `reader=${began}`)).toBeNull()
  expect((await identifyReader(house, `reader=${own.cookies.get('reader')}`))?.id).toBe(second.id)
})

test('a sign-in leads nowhere but to this site', async () => {
  const { email } = await aReader(house)
  const places = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%0d%0aSet-Cookie:a',
    'javascript:alert(1)',
    '/account/sign-in?next=/account/sign-in',
    `/${'x'.repeat(5000)}`,
  ]
  for (const next of places) {
    const own = browser()
    await askForReaderLetter(house, own, { email, next })
    const { location } = await own.post('/account/sign-in/code', { code: await codeFor(house, email), next })
    expect(new URL(location, url).host).toBe(new URL(url).host)
    expect(location).not.toMatch(/^\/[/\\]/)
    expect(location.length).toBeLessThan(200)
  }
})

test('the cookies of a session are out of reach of scripts and of other sites', async () => {
  const { email } = await aReader(house)
  const own = browser()
  const { headers } = await own.post('/account/sign-in/code', { code: await letterFor(own, email) })
  const session = headers.getSetCookie().find(each => each.startsWith('reader='))
  expect(session).toContain('HttpOnly')
  expect(session).toContain('SameSite=Lax')
  expect(headers.getSetCookie().some(each => each.startsWith('standing=guest.'))).toBe(true)
})

test('signing out ends the session and takes the standing along', async () => {
  const { email } = await aReader(house)
  const own = browser()
  await own.post('/account/sign-in/code', { code: await letterFor(own, email) })
  const session = own.cookies.get('reader')!
  await own.get('/account')
  const out = await own.post('/account/sign-out')
  expect(out.location).toBe('/account/sign-in?done=signedOut')
  expect([...own.cookies.keys()].filter(name => ['reader', 'standing'].includes(name))).toEqual([])
  expect(await identifyReader(house, `reader=${session}`)).toBeNull()
  expect((await own.get(out.location)).text).toContain('You are signed out.')
})

test('a form without the browser’s token, or from another site, does nothing', async () => {
  const { email } = await aReader(house)
  const bare = await fetch(`${url}/account/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email }),
  })
  expect(bare.status).toBe(403)
  const foreign = visitor(url, { 'sec-fetch-site': 'cross-site' })
  await foreign.get('/account/sign-in')
  expect((await foreign.post('/account/sign-in', { email })).status).toBe(403)
  const rows = await house.db.selectFrom('sign_in_codes').select('id').where('email', '=', email).execute()
  expect(rows).toEqual([])
})

test('what is no address is named, and kept in the field', async () => {
  const own = browser()
  await own.get('/account/sign-in')
  for (const email of [
    '',
    'maeve',
    'a@b@c.example',
    '"><script>x</script>',
    'a\r\nBcc: b@c.example',
    `${'a'.repeat(300)}@x.example`,
  ]) {
    const answer = await own.post('/account/sign-in', { email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('This is not an e-mail address.')
    expect(answer.text).toContain('aria-invalid="true"')
    expect(answer.text).not.toContain('<script>x')
  }
})
