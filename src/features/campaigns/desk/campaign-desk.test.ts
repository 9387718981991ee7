import { beforeAll, describe, expect, test } from 'vitest'
import { aCampaign, anAppeal, someoneJoins } from '../../../../test/builders/a-campaign.ts'
import { aStory } from '../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'
import { findAppeal, findCampaign, listExperiments } from '../appeal-queries.ts'
import { viewCounterOf } from '../appeal-views.ts'

const opened = await testHouse()
const { house } = opened
const url = await opened.serve()
const desk = `${url}/newsroom/campaigns`
let nell: SignedIn

beforeAll(async () => {
  nell = await signedIn(house, 'audience')
})

const read = async (path: string) => (await nell.get(`${desk}${path}`)).text()
const idIn = (answer: Response) => Number(/\/(\d+)\?done/.exec(answer.headers.get('location') ?? '')?.[1])

const typed = {
  name: 'Birthday',
  goalKind: 'members',
  goalNumber: '1000',
  currency: '',
  startsAt: '2026-11-01T08:00',
  endsAt: '2026-12-31T20:00',
}

describe('a campaign', () => {
  test('is made, started and ended by the form, each with a line of the audit log', async () => {
    const made = await nell.post(`${desk}/new`, typed)
    expect(made.status).toBe(303)
    const id = idIn(made)
    expect(await read(`/${id}`)).toContain('0 of 1,000')
    expect((await nell.post(`${desk}/${id}/start`)).status).toBe(303)
    expect((await findCampaign(house.db, id))?.state).toBe('running')
    const unsure = await nell.post(`${desk}/${id}/end`)
    expect(unsure.status).toBe(422)
    expect(await unsure.text()).toContain('Tick the box')
    expect((await nell.post(`${desk}/${id}/end`, { sure: 'yes' })).status).toBe(303)
    const acts = await house.db
      .selectFrom('audit_log')
      .select('act')
      .where('subject_kind', '=', 'campaign')
      .where('subject_id', '=', String(id))
      .orderBy('id')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['add-campaign', 'start-campaign', 'end-campaign'])
  })

  test.each([
    [{ name: ' ' }, 'Give it a name.'],
    [{ goalNumber: '-4' }, 'Give a whole number above zero.'],
    [{ goalNumber: '12.5' }, 'Give a whole number above zero.'],
    [{ goalKind: 'amount' }, 'Give the currency by its three letters'],
    [{ goalKind: 'amount', currency: 'eur', goalNumber: 'much' }, 'Give an amount such as 5000'],
    [{ startsAt: '' }, 'Say when it begins.'],
    [{ endsAt: '2026-10-01T08:00' }, 'A campaign ends after it has begun.'],
  ])(
    'that cannot be so is refused beside its field, and what was typed stays: %o',
    async (wrong, sentence) => {
      const answer = await nell.post(`${desk}/new`, { ...typed, ...wrong })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(sentence)
      expect(page).toContain('aria-invalid="true"')
      expect(page).toContain('value="2026-1')
    },
  )

  test('that has started keeps its goal, and may end later', async () => {
    const id = idIn(await nell.post(`${desk}/new`, typed))
    await nell.post(`${desk}/${id}/start`)
    const moved = await nell.post(`${desk}/${id}`, { ...typed, goalNumber: '10' })
    expect(moved.status).toBe(422)
    expect(await moved.text()).toContain('The goal stands once a campaign has started')
    expect((await nell.post(`${desk}/${id}`, { ...typed, endsAt: '2027-01-10T20:00' })).status).toBe(303)
  })

  test('an amount is kept in minor units of its currency', async () => {
    const money = { ...typed, goalKind: 'amount', goalNumber: '5000.50', currency: 'EUR' }
    const id = idIn(await nell.post(`${desk}/new`, money))
    expect((await findCampaign(house.db, id))?.goal).toEqual({
      kind: 'amount',
      number: 500_050,
      currency: 'eur',
    })
    expect(await read(`/${id}`)).toContain('value="5000.5"')
  })
})

describe('an appeal', () => {
  const form = { name: 'The letter', place: 'closing', live: 'yes', thanks: 'yes', priority: '2' }

  test('is made with its rules, and shows them again', async () => {
    const rules = {
      countries: 'ie, gb',
      languages: 'en uk',
      'devices[]': ['phone'],
      storiesFrom: '3',
      holdOut: '10',
    }
    const id = idIn(await nell.post(`${desk}/appeals/new`, { ...form, ...rules }))
    expect((await findAppeal(house.db, id))?.rules).toMatchObject({
      countries: ['IE', 'GB'],
      languages: ['en', 'uk'],
      devices: ['phone'],
      storiesFrom: 3,
      storiesUntil: null,
      holdOut: 10,
      thanks: true,
    })
    const page = await read(`/appeals/${id}`)
    expect(page).toContain('value="IE, GB"')
    expect(page).toMatch(/value="phone" checked/)
  })

  test.each([
    [{ countries: 'Ireland' }, 'Give countries by their two letters'],
    [{ languages: 'English' }, 'Give languages by their tags'],
    [{ holdOut: '95' }, 'Give a whole number from 0 to 90.'],
    [{ storiesFrom: 'x' }, 'Give a whole number from 0 to 9999.'],
    [{ name: '' }, 'Give it a name.'],
  ])('with rules that cannot be is refused: %o', async (wrong, sentence) => {
    const answer = await nell.post(`${desk}/appeals/new`, { ...form, ...wrong })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })
})

describe('a wording', () => {
  const words = (text: string) => ({ name: 'A', 'heading-underway': 'Ten years', 'text-underway': text })

  test('is written with figures; its editor is told what cannot be computed and what was typed', async () => {
    const { appealId, wordingId } = await anAppeal(house, 'closing', { campaignId: await aCampaign(house) })
    const at = `/appeals/${appealId}/wordings/${wordingId}`
    const text =
      'We are {supporters}.\n\nOne in {readers_per_supporter} helps. We want 5,000 more since 2016.'
    expect((await nell.post(`${desk}${at}`, words(text))).status).toBe(303)
    const page = await read(at)
    expect(page).toContain('{readers_per_supporter} cannot be computed now')
    expect(page).toContain('“5,000” is typed')
    expect(page).not.toContain('“2016” is typed')
    const texts = (await findAppeal(house.db, appealId))!.wordings[0]!.texts
    expect(texts.underway.paragraphs).toHaveLength(2)
  })

  test('with a name that is no figure is refused beside its field', async () => {
    const { appealId, wordingId } = await anAppeal(house, 'strip')
    const answer = await nell.post(
      `${desk}/appeals/${appealId}/wordings/${wordingId}`,
      words('We are {subscribers} strong.'),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('{subscribers} is no figure')
  })

  test('is looked at in any place, moment and language, without being saved', async () => {
    const { appealId, wordingId } = await anAppeal(house, 'closing', { campaignId: await aCampaign(house) })
    const at = `${desk}/appeals/${appealId}/wordings/${wordingId}/preview`
    const look = async (how: Record<string, string>) =>
      (await nell.post(at, { ...words('{goal} sind genug.'), ...how })).text()
    const german = await look({ previewLanguage: 'de', previewPlace: 'strip' })
    expect(german).toContain('<html lang="de"')
    expect(german).toContain('class="strip"')
    expect(german).toContain('0 von 100\u00a0neuen Mitgliedern')
    expect(await look({ previewLanguage: 'ar', previewPlace: 'front' })).toContain('dir="rtl"')
    expect(await look({ previewTelling: 'passed' })).toContain('We have passed our goal')
    expect(await look({ previewTelling: 'thanks' })).not.toContain('href="/join')
    expect((await findAppeal(house.db, appealId))!.wordings[0]!.texts.underway.heading).not.toBe('Ten years')
  })
})

describe('an experiment', () => {
  async function compared() {
    const { appealId, wordingId } = await anAppeal(house, 'closing')
    const answer = await nell.post(`${desk}/appeals/${appealId}/wordings/new`, {
      name: 'B',
      'text-underway': 'Another one.',
    })
    return { appealId, first: wordingId, second: idIn(answer) }
  }

  test('needs two wordings', async () => {
    const { appealId } = await anAppeal(house, 'closing')
    const answer = await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '14' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('An experiment needs two wordings')
  })

  test('has a length set before, keeps its wordings as they are, and says nothing of money while it runs', async () => {
    const { appealId, first } = await compared()
    expect((await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '3' })).status).toBe(422)
    expect((await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '14' })).status).toBe(303)
    expect((await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '7' })).status).toBe(422)
    await someoneJoins(house, { appealId, wordingId: first, amountMinor: 9900 })
    const page = await read(`/appeals/${appealId}`)
    expect(page).toContain('Runs until')
    expect(page).not.toContain('Money per 1,000 views')
    expect(page).not.toContain('€')
    const changed = await nell.post(`${desk}/appeals/${appealId}/wordings/${first}`, {
      name: 'A',
      'text-underway': 'Changed.',
    })
    expect(changed.status).toBe(422)
    expect(await changed.text()).toContain('An experiment compares this wording')
  })

  test('that is broken off has no verdict', async () => {
    const { appealId } = await compared()
    await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '7' })
    expect((await nell.post(`${desk}/appeals/${appealId}/experiment/stop`)).status).toBe(303)
    expect(await read(`/appeals/${appealId}`)).toContain('without a verdict')
  })

  test('that is over says which wording brought more, from the ledger and the views', async () => {
    const { appealId, first, second } = await compared()
    await nell.post(`${desk}/appeals/${appealId}/experiment`, { days: '7' })
    const [experiment] = await listExperiments(house.db, appealId)
    const views = viewCounterOf(house)
    for (const id of [first, second])
      for (let i = 0; i < 2000; i++)
        views.count({
          strip: null,
          appeal: {
            appeal: { id: appealId } as never,
            wording: { id } as never,
            experimentId: experiment!.id,
            thanks: false,
          },
          heldOut: [],
        })
    for (let i = 0; i < 3; i++) await someoneJoins(house, { appealId, wordingId: first })
    for (let i = 0; i < 25; i++) await someoneJoins(house, { appealId, wordingId: second })
    await house.db
      .updateTable('experiments')
      .set({
        started_at: new Date(house.payments.now().getTime() - 7 * 86_400_000),
        ends_at: new Date(house.payments.now().getTime() + 1),
      })
      .where('id', '=', experiment!.id)
      .execute()
    await expect.poll(() => read(`/appeals/${appealId}`)).toContain('B brings more money. Show it to all.')
    const page = await read(`/appeals/${appealId}`)
    expect(page).toContain('€125')
    expect((await nell.post(`${desk}/appeals/${appealId}/wordings/${second}/use`)).status).toBe(303)
    expect((await findAppeal(house.db, appealId))!.wordings[0]!.id).toBe(second)
  })
})

test('the trace says which rule keeps an appeal back', async () => {
  await aStory(house, { slug: 'sad-news', asksNothing: true })
  const front = await read('/trace?story=/')
  expect(front).toContain('This reader sees')
  const sad = await read('/trace?story=/sad-news')
  expect(sad).toContain('nothing.')
  expect(sad).toMatch(/state--bad">no<\/span> the story may ask/)
  expect(await read('/trace?story=/nowhere')).toContain('There is no story at this address.')
})

test('a reporter has no campaign desk', async () => {
  const reporter = await signedIn(house, 'reporter')
  expect((await reporter.get(desk)).status).toBe(403)
})
