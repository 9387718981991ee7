import { beforeAll, expect, test } from 'vitest'
import { boughtGifts, giftFor } from '../../../test/builders/a-gift.ts'
import { type SignedIn, signedIn } from '../../../test/builders/staff.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { claimGift } from './claim-gift.ts'
import { findGift } from './gift-queries.ts'

const testing = await testHouse()
const { house } = testing
let url: string
let audience: SignedIn

beforeAll(async () => {
  url = await testing.serve()
  audience = await signedIn(house, 'audience')
})

function get(path: string): Promise<Response> {
  return fetch(url + path, { headers: { cookie: audience.cookie }, redirect: 'manual' })
}

function post(path: string, form: Record<string, string>): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: audience.cookie },
    body: new URLSearchParams({ csrf: audience.csrf, ...form }),
  })
}

test('gifts are found by name, address and state', async () => {
  const [waiting] = await boughtGifts(house, {
    buyerName: 'Marguerite',
    gifts: [
      giftFor({
        recipientName: 'Waits_for it',
        recipientEmail: 'waits@reader.example',
        deliverAt: new Date(house.payments.now().getTime() + 86_400_000),
      }),
      giftFor({ recipientName: 'Has it', recipientEmail: 'has@reader.example' }),
    ],
  })
  const names = async (query: string) => {
    const text = await (await get(`/newsroom/gifts?${query}`)).text()
    return [...text.matchAll(/href="\/newsroom\/gifts\/\d+"[^>]*>([^<]+)</g)].map(([, name]) => name)
  }
  expect(await names('q=marguerite')).toEqual(['Has it', 'Waits_for it'])
  expect(await names('q=has@reader')).toEqual(['Has it'])
  expect(await names('q=s_f')).toEqual(['Waits_for it'])
  expect(await names('q=marguerite&state=waiting')).toEqual(['Waits_for it'])
  expect(await names('q=marguerite&state=sent')).toEqual(['Has it'])
  expect(await names('q=marguerite&state=claimed')).toEqual([])
  await claimGift(house, waiting!, { email: 'early@reader.example', name: '' })
  expect(await names('state=claimed')).toEqual(['Waits_for it'])
  expect(await names('q=nobody-of-this-name')).toEqual([])
})

test('staff correct a gift and send it again; the audit log names neither', async () => {
  const [gift] = await boughtGifts(house, { gifts: [giftFor({ message: 'With love' })] })
  const path = `/newsroom/gifts/${gift!.id}`
  const wrong = await post(path, { 'name-1': 'Ines', 'email-1': 'nowhere', 'delivery-1': 'now' })
  expect(wrong.status).toBe(422)
  const saved = await post(path, {
    'name-1': 'Inês',
    'email-1': 'right@reader.example',
    'delivery-1': 'now',
  })
  expect(saved.headers.get('location')).toBe(`${path}?done=saved`)
  expect(await findGift(house.db, gift!.id)).toMatchObject({
    recipientName: 'Inês',
    recipientEmail: 'right@reader.example',
    message: 'With love',
    sends: 2,
  })
  const again = await post(`${path}/resend`, {})
  expect(again.headers.get('location')).toBe(`${path}?done=resent`)
  const acts = await house.db
    .selectFrom('audit_log')
    .selectAll()
    .where('subject_kind', '=', 'gift')
    .where('subject_id', '=', String(gift!.id))
    .execute()
  expect(acts.map(({ act }) => act).sort()).toEqual(['correct-gift', 'resend-gift'])
  expect(JSON.stringify(acts)).not.toMatch(/In[eê]s|reader\.example/)
})

test('a refund needs its reason, and a number that is no gift is not found', async () => {
  const [gift] = await boughtGifts(house)
  const refused = await post(`/newsroom/gifts/${gift!.id}/refund`, { reason: ' ' })
  expect(refused.status).toBe(422)
  expect((await findGift(house.db, gift!.id))?.refundAskedAt).toBeNull()
  expect((await get('/newsroom/gifts/999999')).status).toBe(404)
})
