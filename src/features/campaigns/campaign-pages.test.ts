import { expect, test, vi } from 'vitest'
import { aCampaign, anAppeal, someoneIsRefunded, someoneJoins } from '../../../test/builders/a-campaign.ts'
import { aStory } from '../../../test/builders/a-story.ts'
import { readStream } from '../../../test/builders/read-stream.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { visitor } from '../../../test/builders/visitor.ts'
import type { House } from '../../platform/house.ts'
import { saveAuthor } from '../authors/author.ts'
import { saveTopic } from '../topics/topic.ts'
import { viewCounterOf } from './campaign.ts'
import { endCampaign } from './save-campaign.ts'

const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

/** A paper of its own with one story, and a browser for each who wants to read it. */
async function paper(words: Parameters<typeof aStory>[1] = {}) {
  const opened = await testHouse({ working: true })
  const { house, standings } = opened
  await aStory(house, { slug: 'ferry', ...words })
  const url = await opened.serve()
  const read = (headers: Record<string, string> = firefox) => visitor(url, headers)
  const asMember = () => {
    const reader = read()
    reader.cookies.set('standing', standings.sign('member', new Date(Date.now() + 60_000)))
    return reader
  }
  return { house, url, read, asMember }
}

const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 10_000, interval: 50 })

test('while no appeal is live no cookie is set, and pages are kept by everyone', async () => {
  const { read } = await paper()
  const { headers, text } = await read().get('/ferry')
  expect(headers.getSetCookie()).toEqual([])
  expect(headers.get('cache-control')).toContain('public')
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect(text).not.toContain('class="strip"')
})

test('a campaign stands above every story and at its end, with figures from the ledger', async () => {
  const { house, read } = await paper()
  const campaignId = await aCampaign(house)
  await anAppeal(house, 'strip', { campaignId })
  await anAppeal(house, 'closing', { campaignId })
  await saveTopic(house, { slug: 'harbour', name: 'Harbour', description: '', photographId: null })
  await saveAuthor(house, { slug: 'mara', name: 'Mara', photographId: null })
  await someoneJoins(house)
  await until(async () => {
    const { text } = await read().get('/ferry')
    expect(text.match(/<section class="strip"/g)).toHaveLength(1)
    expect(text.match(/aria-label="Support"/g)).toHaveLength(1)
    expect(text).toContain('<strong>Ten years, says the strip.</strong> 1 of you keep us going.')
    expect(text).toContain('1 of 100\u00a0new members')
    expect(text).toContain('<progress class="progress__line" value="1" max="100"')
  })
  for (const path of ['/', '/news', '/authors/mara', '/topics/harbour'])
    expect((await read().get(path)).text).toContain('class="strip"')
})

test('a refund takes back what it counted', async () => {
  const { house, read } = await paper()
  await anAppeal(house, 'strip', { campaignId: await aCampaign(house) })
  await someoneJoins(house)
  const { membershipId, lineId } = await someoneJoins(house)
  await until(async () => expect((await read().get('/ferry')).text).toContain('2 of 100'))
  await someoneIsRefunded(house, { membershipId, lineId: lineId! })
  await until(async () => expect((await read().get('/ferry')).text).toContain('1 of 100'))
})

test('what did not begin in its time, or was given by the newsroom itself, counts for nothing', async () => {
  const { house, read } = await paper()
  await someoneJoins(house, { at: new Date(house.payments.now().getTime() - 5 * 86_400_000) })
  await someoneJoins(house, { source: 'complimentary' })
  await someoneJoins(house, { source: 'import' })
  await anAppeal(house, 'strip', { campaignId: await aCampaign(house) })
  await until(async () => expect((await read().get('/ferry')).text).toContain('0 of 100'))
})

test('an amount is counted in its currency, net of refunds', async () => {
  const { house, read } = await paper()
  const goal = { kind: 'amount', number: 50_000, currency: 'eur' } as const
  await anAppeal(house, 'strip', { campaignId: await aCampaign(house, { goal }) })
  await someoneJoins(house, { amountMinor: 1250 })
  const { membershipId, lineId } = await someoneJoins(house, { amountMinor: 9000 })
  await someoneIsRefunded(house, { membershipId, lineId: lineId!, amountMinor: 9000 })
  await until(async () => expect((await read().get('/ferry')).text).toContain('€12.50 of €500'))
})

test('dismissed without a script, the strip stays away, and the page is where it was', async () => {
  const { house, read } = await paper()
  const { appealId } = await anAppeal(house, 'strip')
  const reader = read()
  await until(async () => expect((await reader.get('/ferry')).text).toContain('class="strip"'))
  const form = { appeal: String(appealId), back: '/ferry' }
  const answer = await reader.post('/support/dismiss', form)
  expect(answer).toMatchObject({ status: 303, location: '/ferry' })
  expect((await reader.get('/ferry')).text).not.toContain('class="strip"')
  expect((await reader.get('/')).text).not.toContain('class="strip"')
  expect((await read().get('/ferry')).text).toContain('class="strip"')
})

test('dismissing leads nowhere else, whatever the form says', async () => {
  const { read } = await paper()
  for (const back of ['https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)', ''])
    expect((await read().post('/support/dismiss', { appeal: '1', back })).location).toBe('/')
  const foreign = read({ ...firefox, 'sec-fetch-site': 'cross-site' })
  expect((await foreign.post('/support/dismiss', { appeal: '1', back: '/' })).status).toBe(403)
})

test('members are thanked, and never asked to join', async () => {
  const { house, read, asMember } = await paper()
  await anAppeal(house, 'closing', { campaignId: await aCampaign(house) })
  await until(async () => expect((await read().get('/ferry')).text).toContain('Help us get'))
  const { text } = await asMember().get('/ferry')
  expect(text).toContain('Thank you for your support.')
  expect(text).not.toContain('Help us get')
  expect(text).not.toContain('href="/join')
})

test('a story that is marked to ask for nothing carries nothing, and sets no cookie', async () => {
  const { house, read } = await paper({ asksNothing: true })
  await anAppeal(house, 'strip')
  await anAppeal(house, 'closing')
  const reader = read()
  await until(async () => expect((await reader.get('/')).text).toContain('class="strip"'))
  const { text, headers } = await read().get('/ferry')
  expect(text).not.toMatch(/class="(strip|closing)"/)
  expect(headers.getSetCookie()).toEqual([])
})

test('stories are counted once each, in the reader’s own browser', async () => {
  const { house, read } = await paper()
  await aStory(house, { slug: 'bridge' })
  await anAppeal(house, 'closing', { rules: { storiesFrom: 2 } })
  const reader = read()
  const asked = async (path: string) => (await reader.get(path)).text.includes('class="closing"')
  await until(async () => {
    await read().get('/ferry')
    expect((await read().get('/ferry')).headers.getSetCookie()).toHaveLength(1)
  })
  expect(await asked('/ferry')).toBe(false)
  expect(await asked('/ferry')).toBe(false)
  expect(await asked('/')).toBe(false)
  expect(await asked('/bridge')).toBe(true)
  expect(await asked('/bridge')).toBe(true)
})

test('a page with appeals is kept by no shared cache; the browser’s own asks whether it still holds', async () => {
  const { house, read } = await paper()
  await anAppeal(house, 'strip')
  const reader = read()
  await until(async () => expect((await reader.get('/ferry')).text).toContain('class="strip"'))
  const page = await reader.get('/ferry')
  expect(page.headers.get('cache-control')).toBe('private, no-cache')
  expect(page.headers.get('surrogate-control')).toBe('no-store')
  expect(page.headers.get('vary')).toContain('Cookie')
  const again = read({ ...firefox, 'if-none-match': page.headers.get('etag')! })
  again.cookies.set('reading', reader.cookies.get('reading')!)
  expect((await again.get('/ferry')).status).toBe(304)
})

test('robots are asked for nothing, and get no cookie', async () => {
  const { house, read } = await paper()
  await anAppeal(house, 'strip')
  await until(async () => expect((await read().get('/ferry')).text).toContain('class="strip"'))
  const { text, headers } = await read({ 'user-agent': 'Googlebot/2.1' }).get('/ferry')
  expect(text).not.toContain('class="strip"')
  expect(headers.getSetCookie()).toEqual([])
})

test('views are counted by wording and day, without anybody’s name; what is fetched ahead is none', async () => {
  const { house, read } = await paper()
  const { wordingId } = await anAppeal(house, 'strip')
  await until(async () => expect((await read().get('/ferry')).text).toContain('class="strip"'))
  const before = await viewsOf(house)
  const reader = read()
  for (let i = 0; i < 3; i++) await reader.get('/ferry')
  await read({ ...firefox, 'sec-purpose': 'prefetch' }).get('/ferry')
  await read({ 'user-agent': 'Googlebot/2.1' }).get('/ferry')
  const after = await viewsOf(house)
  expect(after.get(wordingId)! - (before.get(wordingId) ?? 0)).toBe(3)
})

test('a campaign that ends says so on the next page', async () => {
  const { house, read } = await paper()
  const campaignId = await aCampaign(house)
  await anAppeal(house, 'strip', { campaignId })
  await until(async () => expect((await read().get('/ferry')).text).toContain('Ten years'))
  await endCampaign(house, { by: 'program', id: campaignId })
  await until(async () => expect((await read().get('/ferry')).text).toContain('Our campaign is over.'))
})

test('open pages are told the moment somebody joins', async () => {
  const { house, url } = await paper()
  const campaignId = await aCampaign(house)
  await anAppeal(house, 'strip', { campaignId })
  const stream = await readStream(`${url}/news/stream`)
  await stream.until(({ lastId }) => lastId !== null)
  await someoneJoins(house)
  await stream.until(({ lines }) => lines.some(line => line.includes('1 of 100')))
  const told = JSON.parse(stream.lines.findLast(line => line.startsWith('data: {"campaigns"'))!.slice(6))
  expect(told.campaigns[campaignId]).toEqual({ text: '1 of 100\u00a0new members', gained: 1 })
  stream.close()
})

async function viewsOf(house: House): Promise<Map<number, number>> {
  await viewCounterOf(house).flush()
  const rows = await house.db.selectFrom('appeal_views').select(['wording_id', 'shown']).execute()
  return new Map(rows.map(row => [row.wording_id, row.shown]))
}
