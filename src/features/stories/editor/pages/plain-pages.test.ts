import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testHouse } from '../../../../../test/builders/test-house.ts'
import { liveDrafts } from '../../story.ts'

const testing = await testHouse({ working: true })
const { house } = testing
let url: string
let editor: SignedIn

beforeAll(async () => {
  url = await testing.serve()
  editor = await signedIn(house, 'editor')
})

/** Sends the form of plain fields as it is shown now, with what is typed into it. */
async function write(storyId: number, typed: Record<string, string>): Promise<string> {
  const { headline, standfirst, slug } = await liveDrafts.read(house, storyId)
  const answer = await editor.post(`${url}/newsroom/stories/${storyId}/plain`, {
    ...{ headline, standfirst, slug },
    ...{ 'was-headline': headline, 'was-standfirst': standfirst, 'was-slug': slug },
    ...typed,
  })
  expect(answer.status).toBe(303)
  return (await liveDrafts.read(house, storyId)).slug
}

test('without scripts a story gets its address from its headline, until somebody gives it another', async () => {
  const storyId = await aDraft(house, { headline: '', slug: '' })
  expect(await write(storyId, { headline: 'The Lock Is Shut' })).toBe('the-lock-is-shut')
  expect(await write(storyId, { headline: 'The Lock Is Open' })).toBe('the-lock-is-open')
  expect(await write(storyId, { slug: 'Kittiwake lock' })).toBe('kittiwake-lock')
  expect(await write(storyId, { headline: 'Still open' })).toBe('kittiwake-lock')
  const html = await (await editor.get(`${url}/newsroom/stories/${storyId}/plain`)).text()
  expect(html).toContain('value="kittiwake-lock"')
})

test('the address of a story that is out stays when its headline changes', async () => {
  const storyId = await aStory(house, { headline: 'Low water', slug: 'low-water' })
  expect(await write(storyId, { headline: 'High water' })).toBe('low-water')
})
