import { expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { signedIn, signInAgain } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { visitor } from '../../../test/builders/visitor.ts'
import { identifyStaff, makeSignInLink, makeWelcomeLink } from './staff.ts'
import { findStaff, listStaff } from './staff-queries.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
const day = 86_400

const pathOf = (link: string) => new URL(link).pathname + new URL(link).search
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!

test('the first link makes the owner, once; an older one does not', async () => {
  const older = (await makeWelcomeLink(house))!
  const link = (await makeWelcomeLink(house))!
  const browser = visitor(url)
  expect((await browser.get(pathOf(older))).status).toBe(410)
  // Opening it uses nothing up.
  expect((await browser.get(pathOf(link))).status).toBe(200)
  expect((await browser.get(pathOf(link))).text).toContain('Welcome to your newsroom')
  const token = tokenOf(link)
  const wrong = await browser.post('/newsroom/welcome', {
    token,
    name: 'Maeve',
    email: 'maeve',
    language: 'en',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('This is not an e-mail address.')
  expect(wrong.text).toContain('value="Maeve"')
  const form = { token, name: 'Maeve Carrigan', email: 'Maeve@Paper.example', language: 'en' }
  const made = await browser.post('/newsroom/welcome', form)
  expect([made.status, made.location]).toEqual([303, '/newsroom/account'])
  expect((await browser.get('/newsroom/staff')).text).toContain('maeve@paper.example')
  expect((await visitor(url).get(pathOf(link))).status).toBe(410)
  expect(await makeWelcomeLink(house)).toBeNull()
})

test('of two who press at once, one becomes the owner', async () => {
  await house.db.updateTable('staff').set({ active: false }).execute()
  const link = (await makeWelcomeLink(house))!
  const browsers = [visitor(url), visitor(url), visitor(url)]
  for (const browser of browsers) await browser.get(pathOf(link))
  const answers = await Promise.all(
    browsers.map((browser, i) =>
      browser.post('/newsroom/welcome', {
        token: tokenOf(link),
        name: 'Somebody',
        email: `one-${i}@paper.example`,
        language: 'en',
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
})

test('the database holds no token of a link or an invitation', async () => {
  const owner = await signedIn(house, 'owner')
  const { link } = await invitation(owner, 'hidden@paper.example')
  const signIn = await makeSignInLink(house, {
    staff: (await findStaff(house.db, owner.staff.id))!,
    hours: 1,
  })
  const rows = [
    await house.db.selectFrom('staff_links').selectAll().execute(),
    await house.db.selectFrom('staff_invitations').selectAll().execute(),
    await house.db.selectFrom('letters').selectAll().execute(),
    await house.db.selectFrom('audit_log').selectAll().execute(),
  ]
  for (const token of [tokenOf(link), tokenOf(signIn)]) expect(JSON.stringify(rows)).not.toContain(token)
})

async function invitation(owner: Awaited<ReturnType<typeof signedIn>>, email: string, role = 'reporter') {
  const sent = await owner.post(`${url}/newsroom/staff/invitations`, {
    email,
    role,
    language: 'en',
    author: '',
  })
  expect(sent.status).toBe(303)
  return { link: await linkTo(email) }
}

async function linkTo(email: string): Promise<string> {
  const [letter] = await readLettersTo(house, email)
  return /http\S+\/newsroom\/invitation\?token=[\w-]+/.exec(letter?.text ?? '')![0]
}

test('an invitation lets somebody in, in the role it was written for', async () => {
  const owner = await signedIn(house, 'owner')
  const { link } = await invitation(owner, 'tomas@paper.example')
  const browser = visitor(url)
  const page = await browser.get(pathOf(link))
  expect(page.text).toContain('You come as Reporter, with the address tomas@paper.example.')
  const joined = await browser.post('/newsroom/invitation', {
    token: tokenOf(link),
    name: 'Tomas Vell',
    language: 'uk',
    role: 'owner',
  })
  expect(joined.status).toBe(303)
  const staff = await identifyStaff(house, `session=${browser.cookies.get('session')}`)
  expect(staff).toMatchObject({ name: 'Tomas Vell', role: 'reporter', language: 'uk' })
  expect((await visitor(url).get(pathOf(link))).status).toBe(410)
})

test('an invitation that was sent again, withdrawn or forgotten for a week is no longer good', async () => {
  const owner = await signedIn(house, 'owner')
  const first = (await invitation(owner, 'ines@paper.example')).link
  const { id } = await house.db
    .selectFrom('staff_invitations')
    .select('id')
    .where('email', '=', 'ines@paper.example')
    .executeTakeFirstOrThrow()
  await owner.post(`${url}/newsroom/staff/invitations/${id}/resend`)
  const second = await linkTo('ines@paper.example')
  expect(second).not.toBe(first)
  const browser = visitor(url)
  expect((await browser.get(pathOf(first))).status).toBe(410)
  expect((await browser.get(pathOf(second))).status).toBe(200)
  clock.advance(7 * day + 1)
  expect((await browser.get(pathOf(second))).status).toBe(410)
  const third = (await invitation(await signInAgain(house, owner.staff.id), 'wilf@paper.example')).link
  const again = await signInAgain(house, owner.staff.id)
  const row = await house.db
    .selectFrom('staff_invitations')
    .select('id')
    .where('email', '=', 'wilf@paper.example')
    .executeTakeFirstOrThrow()
  await again.post(`${url}/newsroom/staff/invitations/${row.id}/withdraw`)
  expect((await browser.get(pathOf(third))).status).toBe(410)
  expect((await again.post(`${url}/newsroom/staff/invitations/${row.id}/withdraw`)).status).toBe(404)
})

test('nobody is invited who is there already', async () => {
  const owner = await signedIn(house, 'owner')
  const { staff } = await signedIn(house, 'editor', { name: 'Salma Haddad' })
  const refused = await owner.post(`${url}/newsroom/staff/invitations`, {
    email: staff.email,
    role: 'editor',
    language: 'en',
    author: '',
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Salma Haddad has this address and is on the staff already.')
})

test('a sign-in link works once, when its button is pressed, and for its time', async () => {
  const { staff } = await signedIn(house, 'editor', { name: 'Daniel Prouse' })
  const line = (await findStaff(house.db, staff.id))!
  const link = await makeSignInLink(house, { staff: line, hours: 1 })
  const browser = visitor(url)
  expect((await browser.get(pathOf(link))).text).toContain('Sign in as Daniel Prouse')
  expect((await browser.get(pathOf(link))).status).toBe(200)
  expect((await browser.post('/newsroom/sign-in/link', { token: tokenOf(link) })).status).toBe(303)
  expect((await identifyStaff(house, `session=${browser.cookies.get('session')}`))?.id).toBe(staff.id)
  expect((await visitor(url).get(pathOf(link))).status).toBe(410)
  const late = await makeSignInLink(house, { staff: line, hours: 1 })
  clock.advance(3601)
  expect((await visitor(url).get(pathOf(late))).status).toBe(410)
})

test('whoever leaves is signed out at once, and a link of theirs ends', async () => {
  const owner = await signedIn(house, 'owner')
  const leaver = await signedIn(house, 'reporter')
  const link = await makeSignInLink(house, { staff: (await findStaff(house.db, leaver.staff.id))!, hours: 1 })
  expect((await leaver.get(`${url}/newsroom/account`)).status).toBe(200)
  await owner.post(`${url}/newsroom/staff/${leaver.staff.id}/deactivate`)
  expect((await leaver.get(`${url}/newsroom/account`)).status).toBe(303)
  expect((await visitor(url).get(pathOf(link))).status).toBe(410)
  await owner.post(`${url}/newsroom/staff/${leaver.staff.id}/reactivate`)
  expect(await identifyStaff(house, leaver.cookie)).toBeNull()
  expect((await findStaff(house.db, leaver.staff.id))?.active).toBe(true)
})

test('another role means another session', async () => {
  const owner = await signedIn(house, 'owner')
  const reporter = await signedIn(house, 'reporter')
  await owner.post(`${url}/newsroom/staff/${reporter.staff.id}/role`, { role: 'editor' })
  expect(await identifyStaff(house, reporter.cookie)).toBeNull()
  expect((await findStaff(house.db, reporter.staff.id))?.role).toBe('editor')
})

test('the last owner stays, however two try to leave at once', async () => {
  await house.db.updateTable('staff').set({ active: false }).execute()
  const [one, two] = [await signedIn(house, 'owner'), await signedIn(house, 'owner')]
  const answers = await Promise.all([
    one.post(`${url}/newsroom/staff/${one.staff.id}/deactivate`),
    two.post(`${url}/newsroom/staff/${two.staff.id}/role`, { role: 'editor' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const owners = (await listStaff(house.db)).filter(({ role, active }) => role === 'owner' && active)
  expect(owners.length).toBe(1)
})

test('one’s own sessions are listed, and end where one says', async () => {
  const here = await signedIn(house, 'editor')
  const there = await signInAgain(house, here.staff.id)
  const elsewhere = await signInAgain(house, here.staff.id)
  const somebody = await signedIn(house, 'editor')
  const page = await (await here.get(`${url}/newsroom/account`)).text()
  expect(page.match(/Firefox on Linux<\/strong>/g)?.length).toBe(3)
  // Somebody else's session cannot be ended from here.
  await here.post(`${url}/newsroom/account/sessions/${somebody.staff.sessionId}/end`)
  expect(await identifyStaff(house, somebody.cookie)).not.toBeNull()
  await here.post(`${url}/newsroom/account/sessions/${there.staff.sessionId}/end`)
  expect(await identifyStaff(house, there.cookie)).toBeNull()
  expect(await identifyStaff(house, elsewhere.cookie)).not.toBeNull()
  await here.post(`${url}/newsroom/account/sessions/end-others`)
  expect(await identifyStaff(house, elsewhere.cookie)).toBeNull()
  expect(await identifyStaff(house, here.cookie)).not.toBeNull()
})
