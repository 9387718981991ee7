import { expect, test } from 'vitest'
import { aReader, askForReaderLetter } from '../../../test/builders/readers.ts'
import { codeFor } from '../../../test/builders/sign-in.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../test/builders/visitor.ts'

const clock = testClock()
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
const hours = 3600
const { id: tierId } = await house.db
  .insertInto('tiers')
  .values({
    slug: 'friend',
    name: 'Friend',
    created_at: clock.now(),
    processor_product: null,
    archived_at: null,
  })
  .returning('id')
  .executeTakeFirstOrThrow()

async function signIn(email: string): Promise<Visitor> {
  const own = visitor(url)
  await askForReaderLetter(house, own, { email })
  await own.post('/account/sign-in/code', { code: await codeFor(house, email) })
  return own
}

async function join(readerId: number): Promise<void> {
  const now = clock.now()
  await house.db
    .insertInto('memberships')
    .values({
      reader_id: readerId,
      tier_id: tierId,
      source: 'complimentary',
      state: 'active',
      started_at: now,
      created_at: now,
      updated_at: now,
    } as never)
    .execute()
}

async function leave(readerId: number): Promise<void> {
  await house.db
    .updateTable('memberships')
    .set({ state: 'ended', ended_at: clock.now(), ended_because: 'cancelled' })
    .where('reader_id', '=', readerId)
    .execute()
}

/** What the head of a printed page says to this browser. */
async function head(own: Visitor): Promise<string> {
  const { text } = await own.get('/archive')
  return /<a href="\/account"[^>]*>([^<]+)</.exec(text)?.[1] ?? 'nothing'
}

function standing(own: Visitor): string | undefined {
  return own.cookies.get('standing')?.split('.')[0]
}

test('a member signs in and gets the pages of members', async () => {
  const { id, email } = await aReader(house)
  await join(id)
  const own = await signIn(email)
  expect([standing(own), await head(own)]).toEqual(['member', 'My account'])
  expect(await head(visitor(url))).toBe('Sign in')
})

test('a membership that ended elsewhere is known after six hours, without anything being asked', async () => {
  const { id, email } = await aReader(house)
  await join(id)
  const own = await signIn(email)
  await leave(id)
  clock.advance(6 * hours - 1)
  expect(await head(own)).toBe('My account')
  clock.advance(2)
  expect([await head(own), standing(own)]).toEqual(['Sign in', 'guest'])
})

test('so is one that began elsewhere, and the account page knows at once', async () => {
  const { id, email } = await aReader(house)
  const own = await signIn(email)
  expect(await head(own)).toBe('Sign in')
  await join(id)
  clock.advance(6 * hours + 1)
  expect([await head(own), standing(own)]).toEqual(['My account', 'member'])
  await leave(id)
  await own.get('/account')
  expect([await head(own), standing(own)]).toEqual(['Sign in', 'guest'])
})

test('a standing that ran out and has no session any more goes', async () => {
  const { id, email } = await aReader(house)
  await join(id)
  const own = await signIn(email)
  await house.db.deleteFrom('reader_sessions').where('reader_id', '=', id).execute()
  clock.advance(6 * hours + 1)
  expect([await head(own), standing(own)]).toEqual(['Sign in', undefined])
})

test('a standing that somebody made up is none', async () => {
  const own = visitor(url)
  for (const value of ['member', `member.${(clock.now().getTime() + 1e9).toString(36)}.AAAA`, 'member.zz.']) {
    own.cookies.set('standing', value)
    expect(await head(own)).toBe('Sign in')
  }
})

test('whoever is signed in to the newsroom goes on seeing pages as staff do', async () => {
  const { id, email } = await aReader(house)
  await join(id)
  const editor = await signedIn(house, 'editor')
  const own = visitor(url)
  own.cookies.set(editor.session.name, editor.session.value)
  await askForReaderLetter(house, own, { email })
  await own.post('/account/sign-in/code', { code: await codeFor(house, email) })
  expect(own.cookies.has('reader')).toBe(true)
  expect(standing(own)).toBeUndefined()
})
