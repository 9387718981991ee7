import { expect, test } from 'vitest'
import { askForCode, codeFor, sendCodes } from '../../../test/builders/sign-in.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'
import { identifyStaff } from './staff.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
let origin = 0

/** Each from an address of its own, so that limits by address count nobody else. */
function browser(): Visitor {
  return visitor(url, {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  })
}

async function member(name: string) {
  const { staff } = await signedIn(house, 'editor', { name, email: `${name}-${++origin}@paper.example` })
  return staff
}

test('a code from a letter signs in, and leads to where one wanted to go', async () => {
  const staff = await member('maeve')
  const reader = browser()
  const closed = await reader.get('/newsroom/account?done=saved')
  expect(closed.status).toBe(303)
  expect(closed.location).toBe('/newsroom/sign-in?to=%2Fnewsroom%2Faccount%3Fdone%3Dsaved')
  await reader.get(closed.location)
  const asked = await reader.post('/newsroom/sign-in', {
    email: staff.email.toUpperCase(),
    to: '/newsroom/account',
  })
  expect([asked.status, asked.location]).toEqual([303, '/newsroom/sign-in/code?to=%2Fnewsroom%2Faccount'])
  await sendCodes(house)
  await reader.get(asked.location)
  const code = await codeFor(house, staff.email)
  const entered = await reader.post('/newsroom/sign-in/code', {
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    to: '/newsroom/account',
  })
  expect([entered.status, entered.location]).toEqual([303, '/newsroom/account'])
  const account = await reader.get('/newsroom/account')
  expect(account.status).toBe(200)
  expect(account.text).toContain('Firefox on Linux')
})

test('nothing of a code is kept that could be read', async () => {
  const staff = await member('secret')
  const code = await askForCode(house, browser(), staff.email)
  const rows = await house.db.selectFrom('sign_in_codes').selectAll().execute()
  const letters = await house.db.selectFrom('letters').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(code)
  expect(JSON.stringify(letters)).not.toContain(code)
})

test('a code works once', async () => {
  const staff = await member('once')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  const step = reader.cookies.get('sign-in')!
  expect((await reader.post('/newsroom/sign-in/code', { code })).status).toBe(303)
  const other = browser()
  await other.get('/newsroom/sign-in')
  other.cookies.set('sign-in', step)
  expect((await other.post('/newsroom/sign-in/code', { code })).status).toBe(422)
})

test('a code is of no use in another browser', async () => {
  const staff = await member('elsewhere')
  const code = await askForCode(house, browser(), staff.email)
  const thief = browser()
  await thief.get('/newsroom/sign-in/code')
  const refused = await thief.post('/newsroom/sign-in/code', { code })
  expect(refused.status).toBe(422)
  expect(thief.cookies.has('session')).toBe(false)
  // Nor when that browser has asked for one itself.
  const second = browser()
  await askForCode(house, second, staff.email)
  expect((await second.post('/newsroom/sign-in/code', { code })).status).toBe(422)
})

test('a code ends after ten minutes', async () => {
  const staff = await member('late')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  clock.advance(601)
  const late = await reader.post('/newsroom/sign-in/code', { code })
  expect(late.status).toBe(422)
  expect(late.text).toContain('can no longer be used')
})

test('after five wrong codes the right one is refused, too', async () => {
  const staff = await member('guessed')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  const wrong = code === '00000000' ? '11111111' : '00000000'
  for (let i = 0; i < 4; i++) {
    const refused = await reader.post('/newsroom/sign-in/code', { code: wrong })
    expect(refused.text).toContain('That is not the code')
  }
  expect((await reader.post('/newsroom/sign-in/code', { code: wrong })).text).toContain(
    'can no longer be used',
  )
  const right = await reader.post('/newsroom/sign-in/code', { code })
  expect([right.status, right.location]).toEqual([422, ''])
})

test('guesses at once count one by one', async () => {
  const staff = await member('hammered')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      reader.post('/newsroom/sign-in/code', { code: String(i).padStart(8, '0') }),
    ),
  )
  expect((await reader.post('/newsroom/sign-in/code', { code })).status).toBe(422)
})

test('an unknown address gets the same answers, and no letter', async () => {
  const staff = await member('known')
  const stranger = 'nobody@elsewhere.example'
  const say = async (email: string) => {
    const reader = browser()
    await reader.get('/newsroom/sign-in')
    const asked = await reader.post('/newsroom/sign-in', { email })
    await sendCodes(house)
    const page = await reader.get('/newsroom/sign-in/code')
    const wrong = await reader.post('/newsroom/sign-in/code', { code: '00000000' })
    const ended = []
    for (let i = 0; i < 5; i++) ended.push((await reader.post('/newsroom/sign-in/code', { code: '1' })).text)
    return [asked, page, wrong, ...ended].map(each =>
      (typeof each === 'string' ? each : `${each.status} ${each.location} ${each.text}`)
        .replaceAll(encodeURIComponent(email), 'ADDRESS')
        .replaceAll(email, 'ADDRESS')
        .replace(/(csrf" value|csrf-token" content)="[^"]+"/g, ''),
    )
  }
  expect(await say(stranger)).toEqual(await say(staff.email))
  expect(
    (await house.db.selectFrom('letters').select('id').where('to_address', '=', stranger).execute()).length,
  ).toBe(0)
})

test('asking does not look anybody up: that is a job’s business', async () => {
  const staff = await member('slow')
  const reader = browser()
  await reader.get('/newsroom/sign-in')
  await reader.post('/newsroom/sign-in', { email: staff.email })
  const row = await house.db
    .selectFrom('sign_in_codes')
    .select('code_hash')
    .where('email', '=', staff.email)
    .executeTakeFirstOrThrow()
  expect(row.code_hash).toBeNull()
})

test('an address, known or not, gets ten codes an hour', async () => {
  for (const email of [(await member('often')).email, 'often@elsewhere.example']) {
    const reader = browser()
    await reader.get('/newsroom/sign-in')
    for (let i = 0; i < 10; i++) expect((await reader.post('/newsroom/sign-in', { email })).status).toBe(303)
    const refused = await reader.post('/newsroom/sign-in', { email })
    expect(refused.status).toBe(429)
    expect(refused.text).toContain('Too many codes')
    expect(refused.text).toContain(`value="${email}"`)
  }
  clock.advance(3601)
})

test('somebody who has left gets no code, and a code on its way is no longer good', async () => {
  const staff = await member('left')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  await house.db.updateTable('staff').set({ active: false }).where('id', '=', staff.id).execute()
  expect((await reader.post('/newsroom/sign-in/code', { code })).status).toBe(422)
})

test('a session that was planted before is not the one that begins', async () => {
  const staff = await member('planted')
  const attacker = await signedIn(house, 'contributor')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  reader.cookies.set('session', 'planted-by-somebody')
  const page = await reader.get('/newsroom/sign-in/code')
  expect(page.status).toBe(200)
  await reader.post('/newsroom/sign-in/code', { code })
  const began = reader.cookies.get('session')
  expect(began).not.toBe('planted-by-somebody')
  expect(await identifyStaff(house, 'session=planted-by-somebody')).toBeNull()
  expect((await identifyStaff(house, `session=${began}`))?.id).toBe(staff.id)
  expect((await identifyStaff(house, attacker.cookie))?.id).toBe(attacker.staff.id)
})

test('a sign-in leads nowhere but to this site', async () => {
  const staff = await member('led')
  const places = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%0d%0aSet-Cookie:a',
    'javascript:alert(1)',
  ]
  for (const to of places) {
    const reader = browser()
    const code = await askForCode(house, reader, staff.email)
    const { location } = await reader.post('/newsroom/sign-in/code', { code, to })
    expect(new URL(location, url).host).toBe(new URL(url).host)
    expect(location).not.toMatch(/^\/[/\\]/)
  }
})

test('the cookies of a session are out of reach of scripts and of other sites', async () => {
  const staff = await member('cookies')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  const { headers } = await reader.post('/newsroom/sign-in/code', { code })
  const session = headers.getSetCookie().find(each => each.startsWith('session='))
  expect(session).toContain('HttpOnly')
  expect(session).toContain('SameSite=Lax')
  expect(headers.getSetCookie().some(each => each.startsWith('standing=staff.'))).toBe(true)
})

test('signing out ends the session and takes the standing along', async () => {
  const staff = await member('out')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  await reader.post('/newsroom/sign-in/code', { code })
  const session = reader.cookies.get('session')!
  await reader.get('/newsroom/account')
  const out = await reader.post('/newsroom/sign-out')
  expect(out.location).toBe('/newsroom/sign-in')
  expect([...reader.cookies.keys()].filter(name => ['session', 'standing'].includes(name))).toEqual([])
  expect(await identifyStaff(house, `session=${session}`)).toBeNull()
})

test('a standing without a session opens nothing, and goes at the first try', async () => {
  const staff = await member('stale')
  const reader = browser()
  const code = await askForCode(house, reader, staff.email)
  await reader.post('/newsroom/sign-in/code', { code })
  await house.db.deleteFrom('staff_sessions').where('staff_id', '=', staff.id).execute()
  const closed = await reader.get('/newsroom/account')
  expect(closed.status).toBe(303)
  await reader.get(closed.location)
  expect(reader.cookies.has('standing')).toBe(false)
})

test('a form without the browser’s token, or from another site, does nothing', async () => {
  const staff = await member('forged')
  const bare = await fetch(`${url}/newsroom/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: staff.email }),
  })
  expect(bare.status).toBe(403)
  const foreign = visitor(url, { 'sec-fetch-site': 'cross-site' })
  await foreign.get('/newsroom/sign-in')
  expect((await foreign.post('/newsroom/sign-in', { email: staff.email })).status).toBe(403)
  const rows = await house.db
    .selectFrom('sign_in_codes')
    .select('id')
    .where('email', '=', staff.email)
    .execute()
  expect(rows).toEqual([])
})
