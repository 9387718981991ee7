import { expect, test } from 'vitest'
import { faultySmtp } from '../../../test/builders/smtp-faults.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { deliverLetter } from '../../platform/mail/deliver-letter.ts'
import type { LetterTemplate } from '../../platform/mail/letter.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'

const clock = testClock()
const smtp = await faultySmtp()
const opened = await testHouse({ clock, config: { smtp: smtp.server } })
const { house } = opened
const url = await opened.serve()
const owner = await signedIn(house, 'owner')
const desk = `${url}/newsroom/publication/letters`

const plain: LetterTemplate<object> = {
  kind: 'plain',
  write: () => ({ subject: 'About the ferry', html: '<p>Words</p>', text: 'Words' }),
}
const secret: LetterTemplate<object> = { ...plain, kind: 'staff-invitation', secret: true }

async function sent(template: LetterTemplate<object>): Promise<number> {
  const letter = { to: { address: 'ada@paper.example' }, language: 'en', template, data: {} }
  const id = (await house.db.transaction().execute(tx => sendLetter(tx, house, letter)))!
  await tried(id)
  return id
}

const tried = (id: number) => deliverLetter(house, id, async () => {})
const stateOf = async (id: number) =>
  (await house.db.selectFrom('letters').select('state').where('id', '=', id).executeTakeFirst())?.state
const shown = async (address = desk, person = owner) => (await person.get(address)).text()
const refusal = '550 5.1.1 There is no Ada here'

test('where all is well, the page says so, and no page speaks of letters', async () => {
  expect(await shown()).toContain('All letters have gone out')
  expect(await shown(`${url}/newsroom/staff`)).not.toContain('class="trouble"')
})

test('a refused letter is shown to owners with the server’s words, and is sent again by one press', async () => {
  smtp.faults = [{ at: 'recipient', says: refusal }]
  const id = await sent(plain)
  const page = await shown()
  expect(page).toContain('About the ferry')
  expect(page).toContain(refusal)
  expect(await shown(`${url}/newsroom/staff`)).toContain('One letter did not go out.')
  const editor = await signedIn(house, 'editor')
  expect((await editor.get(desk)).status).toBe(403)
  expect(await shown(`${url}/newsroom/stories`, editor)).not.toContain('did not go out')
  const pressed = await owner.post(`${desk}/${id}/send-again`)
  expect(pressed.headers.get('location')).toBe('/newsroom/publication/letters?done=again')
  await tried(id)
  expect(await stateOf(id)).toBe('accepted')
  expect(smtp.received.filter(({ source }) => source.includes('About the ferry')).length).toBe(1)
  expect(await shown()).toContain('All letters have gone out')
  // What has been taken is not sent a second time.
  expect((await owner.post(`${desk}/${id}/send-again`)).status).toBe(409)
})

test('a letter that is late is a matter for owners after ten minutes, and can be tried at once', async () => {
  smtp.faults = [{ at: 'text', says: '451 4.3.0 The disk is full' }]
  const id = await sent(plain)
  expect(await shown()).toContain('451 4.3.0 The disk is full')
  expect(await shown(`${url}/newsroom/staff`)).not.toContain('class="trouble"')
  clock.advance(601)
  expect(await shown(`${url}/newsroom/staff`)).toContain('One letter waits for the mail server.')
  await owner.post(`${desk}/${id}/send-again`)
  await tried(id)
  expect(await stateOf(id)).toBe('accepted')
  expect(await shown(`${url}/newsroom/staff`)).not.toContain('class="trouble"')
})

test('a secret letter cannot be sent again from here: the page says where it can', async () => {
  smtp.faults = [{ at: 'recipient', says: refusal }]
  const id = await sent(secret)
  const page = await shown()
  expect(page).toContain('Invitation to the newsroom')
  expect(page).toContain('Send it again from the staff desk')
  expect(page).not.toContain(`/${id}/send-again`)
  expect((await owner.post(`${desk}/${id}/send-again`)).status).toBe(409)
  expect(await stateOf(id)).toBe('refused')
})

test('what an owner sets aside is shown no longer, and nothing is lost in the log', async () => {
  smtp.faults = [{ at: 'recipient', says: refusal }]
  const id = await sent(plain)
  await owner.post(`${desk}/${id}/set-aside`)
  expect(await shown()).not.toContain(`/${id}/`)
  await owner.post(`${desk}/set-aside`)
  expect(await shown()).toContain('All letters have gone out')
  expect(await shown(`${url}/newsroom/staff`)).not.toContain('class="trouble"')
  const acts = await house.db.selectFrom('audit_log').selectAll().where('act', 'like', '%letter%').execute()
  expect(acts.map(({ act }) => act)).toEqual([
    'send-letter-again',
    'send-letter-again',
    'set-letter-aside',
    'set-letter-aside',
  ])
  expect(JSON.stringify(acts)).not.toContain('ada@')
})
