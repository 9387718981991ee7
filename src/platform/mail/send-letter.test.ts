import { afterAll, expect, test } from 'vitest'
import { openMailDoors } from '../../../test/builders/mail-doors.ts'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { testDatabase } from '../../../test/builders/test-database.ts'
import type { LetterTemplate } from './letter.ts'
import { sendLetter } from './send-letter.ts'

const house = await openMailDoors(await testDatabase())
afterAll(() => house.close())

const noteLetter: LetterTemplate<{ words: string }> = {
  kind: 'note',
  write: ({ words }) => ({ subject: `About ${words}`, html: `<p>${words}</p>`, text: words }),
}
const codeLetter: LetterTemplate<{ words: string }> = { ...noteLetter, kind: 'code', secret: true }

function send(changes: Partial<Parameters<typeof sendLetter<{ words: string }>>[2]> = {}) {
  return house.db.transaction().execute(tx =>
    sendLetter(tx, house, {
      to: { address: 'ada@paper.example', name: 'Ada' },
      language: 'en',
      template: noteLetter,
      data: { words: 'the ferry' },
      ...changes,
    }),
  )
}

function rowOf(id: number | null) {
  return house.db.selectFrom('letters').selectAll().where('id', '=', id!).executeTakeFirstOrThrow()
}

test('a letter goes out over SMTP and is noted with the server’s words', async () => {
  const id = await send()
  const [letter] = await readLettersTo(house, 'ada@paper.example')
  expect(letter).toMatchObject({
    subject: 'About the ferry',
    from: 'The Lantern <letters@lantern.example>',
    to: 'Ada <ada@paper.example>',
    html: expect.stringContaining('<p>the ferry</p>'),
    text: expect.stringContaining('the ferry'),
  })
  const headers = new Map(letter?.headers.map(({ name, value }) => [name.toLowerCase(), value]))
  const row = await rowOf(id)
  expect(headers.get('message-id')).toBe(row.message_id)
  expect(headers.get('auto-submitted')).toBe('auto-generated')
  expect(headers.get('content-language')).toBe('en')
  expect(row).toMatchObject({
    state: 'accepted',
    tries: 1,
    last_answer: expect.stringContaining('kept in the practice'),
  })
  expect(row.accepted_at).toBeInstanceOf(Date)
})

test('a letter exists only if its transaction commits', async () => {
  const sent = house.db.transaction().execute(async tx => {
    await sendLetter(tx, house, {
      to: { address: 'undone@paper.example' },
      language: 'en',
      template: noteLetter,
      data: { words: 'nothing' },
    })
    throw new Error('undone')
  })
  await expect(sent).rejects.toThrow('undone')
  expect(await readLettersTo(house, 'undone@paper.example')).toEqual([])
})

test('there is one letter for one key', async () => {
  const to = { address: 'once@paper.example' }
  expect(await send({ to, key: 'mention:7' })).toBeTypeOf('number')
  expect(await send({ to, key: 'mention:7' })).toBeNull()
  expect(await readLettersTo(house, to.address)).toHaveLength(1)
})

test('what a secret letter says is never in the database in the clear, and gone once it is accepted', async () => {
  const to = { address: 'secret@paper.example' }
  const id = await send({ to, template: codeLetter, data: { words: '493 021' } })
  const before = await rowOf(id)
  expect(before).toMatchObject({ subject: '', html: '', text: '' })
  expect(before.sealed?.toString('latin1')).not.toContain('493 021')
  expect((await readLettersTo(house, to.address))[0]?.text).toContain('493 021')
  expect((await rowOf(id)).sealed).toBeNull()
})

test('a letter whose time has passed is not sent', async () => {
  const to = { address: 'late@paper.example' }
  const id = await send({ to, uselessAfter: new Date(Date.now() - 1000) })
  expect(await readLettersTo(house, to.address)).toEqual([])
  expect(await rowOf(id)).toMatchObject({
    state: 'given-up',
    last_answer: 'Its time had passed before it could be sent.',
  })
})

test.each([
  'ada',
  'ada@',
  '@paper.example',
  'ada@paper',
  'ada@paper.example, bob@paper.example',
  'ada@paper.example\r\nBcc: eve@evil.example',
  'ada@paper.example\nbob',
  '"ada\r\n"@paper.example',
  'ada@[127.0.0.1]',
  'ada@127.0.0.1',
  'ada..b@paper.example',
  'ada@paper..example',
  'ada@-paper.example',
  'ada b@paper.example',
  'ada<eve@evil.example>',
  'ада@paper.example',
  `${'a'.repeat(65)}@paper.example`,
  `a@${'a'.repeat(64)}.example`,
  'ada@paper.example\0',
])('%j is no address to write to', async address => {
  await expect(send({ to: { address } })).rejects.toThrow('name@paper.example is one')
})

test('a domain in other letters is written to in its ASCII form', async () => {
  const row = await rowOf(await send({ to: { address: 'Ada.Lund@Müller.example' } }))
  expect(row.to_address).toBe('Ada.Lund@xn--mller-kva.example')
})

test('nothing in a name, a subject or a header adds a line or an address', async () => {
  const to = {
    address: 'lines@paper.example',
    name: 'Ada\r\nBcc: eve@evil.example\r\n\r\n, <eve@evil.example>, "\u202eelpmaxe',
  }
  const words = 'x\r\nBcc: eve@evil.example\r\n.\r\nQUIT\r\n'
  await send({
    to,
    data: { words },
    headers: { 'List-Unsubscribe': '<https://paper.example/x>\r\nBcc: eve@evil.example' },
  })
  const [letter] = await readLettersTo(house, to.address)
  const names = letter!.headers.map(({ name }) => name.toLowerCase())
  expect(names).not.toContain('bcc')
  expect(letter?.to).toBe('Ada Bcc: eve@evil.example , <eve@evil.example>, " elpmaxe <lines@paper.example>')
  expect(letter?.subject).toBe('About x Bcc: eve@evil.example . QUIT')
  expect(letter?.text).toContain('QUIT')
  expect(await readLettersTo(house, 'eve@evil.example')).toEqual([])
})

test.each(['From', 'bcc', 'Message-ID', 'Content-Type', 'X-A\r\nBcc', 'x:y', ''])(
  'the header %j cannot be given',
  async name => {
    await expect(send({ headers: { [name]: 'x' } })).rejects.toThrow()
  },
)
