import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { savePublication } from '../../publication/publication.ts'
import { publishFront } from '../front.ts'
import { readFront } from '../front-queries.ts'
import { readFrontDraft } from './front-desk-queries.ts'
import { publishFrontsJob } from './front-jobs.ts'

const clock = testClock()
const testing = await testHouse({ clock, working: true })
const { house } = testing
let url: string
let editor: SignedIn
let other: SignedIn
const stories: number[] = []

beforeAll(async () => {
  await savePublication(house, { name: 'The Test', timeZone: 'Europe/Dublin' })
  for (const n of [1, 2, 3, 4])
    stories.push(await aStory(house, { headline: `Story ${n}`, slug: `story-${n}` }))
  await publishFront(house, {
    slug: 'home',
    title: 'Front page',
    by: 'test',
    content: {
      containers: [
        { id: 'lead', layout: 'lead', size: 2, slots: [{ storyId: stories[0]! }], fill: null },
        { id: 'river', layout: 'river', title: 'River', size: 5, slots: [], fill: null },
      ],
    },
  })
  url = await testing.serve()
  editor = await signedIn(house, 'editor', { name: 'Ada' })
  other = await signedIn(house, 'owner', { name: 'Ben' })
})

const home = () => `${url}/newsroom/fronts/home`
const draft = async () => (await readFrontDraft(house.db, 'home'))!
const order = (content: { containers: { id: string; slots: { storyId: number }[] }[] }) =>
  content.containers.map(
    ({ id, slots }) => `${id}:${slots.map(({ storyId }) => stories.indexOf(storyId) + 1).join()}`,
  )
const paper = async () => await (await fetch(url)).text()

test('stories are found, added and arranged in the draft; readers see none of it', async () => {
  const found = await (await editor.get(`${home()}?container=river&q=story+3`)).text()
  expect(found).toContain(`value="add-slot ${stories[2]}"`)
  expect(found).not.toContain(`value="add-slot ${stories[3]}"`)
  const before = await paper()
  await editor.post(home(), { do: `add-slot ${stories[2]}`, container: 'river' })
  await editor.post(home(), { do: `add-slot ${stories[1]}`, container: 'river' })
  await editor.post(home(), { do: 'move-slot 0', container: 'river', story: String(stories[2]), to: 'lead' })
  expect(order((await draft()).draft)).toEqual(['lead:3,1', 'river:2'])
  expect(order((await readFront(house.db, 'home'))!)).toEqual(['lead:1', 'river:'])
  expect(await paper()).toBe(before)
  const preview = await editor.get(`${home()}/preview`)
  expect(await preview.text()).toContain('Story 3')
  expect(preview.headers.get('cache-control')).toBe('no-store')
})

test('the last change is undone, and done again', async () => {
  await editor.post(home(), { do: 'remove-slot', container: 'river', story: String(stories[1]) })
  expect(order((await draft()).draft)).toEqual(['lead:3,1', 'river:'])
  await editor.post(home(), { do: 'undo' })
  expect(order((await draft()).draft)).toEqual(['lead:3,1', 'river:2'])
})

test('a place has its own words; the story keeps its own', async () => {
  const slot = `${home()}/slots/lead/${stories[2]}`
  expect((await editor.post(slot, { headline: 'x'.repeat(501) })).status).toBe(422)
  expect((await editor.post(slot, { headline: 'Only here', photograph: '' })).status).toBe(303)
  expect(await (await editor.get(`${home()}/preview`)).text()).toContain('Only here')
  expect((await editor.post(slot, { photograph: '999999' })).status).toBe(422)
})

test('whoever publishes has seen what goes out', async () => {
  const { version } = await draft()
  await other.post(home(), { do: 'add-container', layout: 'list' })
  const late = await editor.post(`${home()}/publish`, { version: String(version) })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Ben has changed this front meanwhile')
  expect(await paper()).not.toContain('Only here')
  const now = await draft()
  expect((await editor.post(`${home()}/publish`, { version: String(now.version) })).status).toBe(303)
  await expect.poll(paper).toContain('Only here')
  const page = await (await editor.get(home())).text()
  expect(page).toContain('As readers see it')
  expect(page).toContain('added a container')
})

test('a change waits for its hour, whatever becomes of the draft', async () => {
  await editor.post(home(), {
    do: 'set-container',
    container: 'river',
    layout: 'river',
    title: 'Tonight',
    size: '5',
  })
  const version = String((await draft()).version)
  expect((await editor.post(`${home()}/schedule`, { version, at: 'soon' })).status).toBe(422)
  expect((await editor.post(`${home()}/schedule`, { version, at: '2026-11-22T08:00' })).status).toBe(422)
  expect((await editor.post(`${home()}/schedule`, { version, at: '2026-11-22T18:00' })).status).toBe(303)
  await editor.post(home(), {
    do: 'set-container',
    container: 'river',
    layout: 'river',
    title: 'Tomorrow',
    size: '5',
  })
  await publishFrontsJob.run({}, house)
  expect(await paper()).not.toContain('Tonight')
  clock.set('2026-11-22T18:00:01Z')
  await publishFrontsJob.run({}, house)
  await expect.poll(paper).toContain('Tonight')
  expect((await draft()).draft.containers.find(({ id }) => id === 'river')!.title).toBe('Tomorrow')
})

test('a cancelled change does not take effect', async () => {
  const version = String((await draft()).version)
  await editor.post(`${home()}/schedule`, { version, at: '2026-11-22T20:00' })
  const [waiting] = await house.db
    .selectFrom('front_schedules')
    .select('id')
    .where('state', '=', 'waiting')
    .execute()
  await editor.post(`${home()}/cancel`, { schedule: String(waiting!.id) })
  clock.set('2026-11-22T20:00:01Z')
  await publishFrontsJob.run({}, house)
  expect(await paper()).not.toContain('Tomorrow')
  expect((await editor.post(`${home()}/cancel`, { schedule: String(waiting!.id) })).status).toBe(409)
})

test('a former front comes back into the draft', async () => {
  await editor.post(`${home()}/restore`, { number: '1' })
  expect(order((await draft()).draft)).toEqual(['lead:1', 'river:'])
  expect((await editor.post(`${home()}/restore`, { number: '99' })).status).toBe(404)
  await editor.post(home(), { do: 'discard' })
  expect(order((await draft()).draft)).toEqual(order((await draft()).live))
})

test('doubled, unseen and stale stories are told', async () => {
  const unseen = await aDraft(house, { headline: 'Not out yet', slug: 'not-out' })
  const version = (await draft()).version
  await editor.post(home(), { do: `add-slot ${unseen}`, container: 'river' })
  await editor.post(home(), { do: `add-slot ${stories[0]}`, container: 'river' })
  clock.advance(10 * 86_400)
  const page = await (await editor.get(home())).text()
  expect(page).toContain('stands on this front twice')
  expect(page).toContain('is not published')
  expect(page).toContain('has stood in a place of its own for 10 days')
  expect((await draft()).version).toBe(version + 2)
})

test('Editors’ Picks begin empty and are arranged like any front', async () => {
  const picks = `${url}/newsroom/fronts/editors-picks`
  expect((await editor.get(picks)).status).toBe(200)
  await editor.post(picks, { do: `add-slot ${stories[3]}`, container: 'picks' })
  expect(await (await editor.get(`${picks}/preview`)).text()).toContain('Story 4')
  const { version } = (await readFrontDraft(house.db, 'editors-picks'))!
  await editor.post(`${picks}/publish`, { version: String(version) })
  await expect.poll(paper).toContain('Story 4')
})

test('reporters arrange nothing', async () => {
  const reporter = await signedIn(house, 'reporter')
  expect((await reporter.get(home())).status).toBe(403)
  expect((await reporter.post(home(), { do: 'discard' })).status).toBe(403)
})
