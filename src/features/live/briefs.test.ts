import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { eventsAfter } from '../../platform/events/events.ts'
import { editBrief, findBrief, listBriefs, postBrief, withdrawBrief } from './brief.ts'
import { briefCommand } from './brief-command.ts'
import { findNeighbours } from './brief-queries.ts'
import { newestEventId } from './stream-queries.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const { db } = house
const by = 'Maeve'

describe('posting', () => {
  test('keeps the brief and tells the outbox, in one go', async () => {
    const before = await newestEventId(db)
    const brief = await postBrief(
      house,
      {
        headline: '  Ferry\n sails\u2028again ',
        content: [[{ type: 'text', text: 'At noon.' }]],
        breaking: true,
      },
      { by },
    )
    expect(await findBrief(db, brief.id)).toMatchObject({
      headline: 'Ferry sails again',
      content: [[{ type: 'text', text: 'At noon.' }]],
      breaking: true,
      pinned: false,
      postedBy: by,
      publishedAt: clock.now(),
      updatedAt: null,
      story: null,
    })
    expect(await eventsAfter(db, before)).toMatchObject([
      { kind: 'brief-posted', keys: ['feed', `brief:${brief.id}`], payload: { briefId: brief.id } },
    ])
  })

  test.each([
    [{ headline: ' \t ' }, 'headline', 'The brief’s headline is needed.'],
    [{ headline: 'x'.repeat(501) }, 'headline', 'The brief’s headline cannot have more than 500 characters.'],
    [{ headline: 5 }, 'headline', 'The brief’s headline is needed.'],
    [{ headline: 'x', content: [[]] }, 'content', 'The brief’s text cannot hold an empty paragraph.'],
    [
      { headline: 'x', content: Array(21).fill([{ type: 'text', text: 'y' }]) },
      'content',
      'The brief’s text cannot have more than 20 paragraphs.',
    ],
    [
      { headline: 'x', language: 'no language' },
      'language',
      'The brief’s language must be a language tag such as',
    ],
    [
      { headline: 'x', storyId: 999_999 },
      'storyId',
      'The brief’s story cannot be used: there is no story 999999.',
    ],
    [{ headline: 'x', storyId: 2 ** 60 }, 'storyId', 'The brief’s story must be the number of a story.'],
    [
      {
        headline: 'x',
        content: [[{ type: 'text', text: 'y', marks: [{ type: 'link', href: 'javascript:alert(1)' }] }]],
      },
      'content',
      'The brief’s text cannot be used',
    ],
  ])('refuses %j in a sentence that names the field', async (input, field, sentence) => {
    const before = await newestEventId(db)
    const posting = postBrief(house, input as never, { by })
    await expect(posting).rejects.toMatchObject({ name: 'BadInput', field })
    await expect(posting).rejects.toThrow(sentence)
    expect(await newestEventId(db)).toBe(before)
  })

  test('takes text that neither PostgreSQL nor XML could carry, without what they could not', async () => {
    const odd = 'a\0b\ud800c\u0007'
    const { id } = await postBrief(house, { headline: odd, content: [[{ type: 'text', text: odd }]] }, { by })
    const kept = await findBrief(db, id)
    expect(kept?.headline).toBe('a b\ufffdc')
    expect(kept?.content).toEqual([[{ type: 'text', text: 'ab\ufffdc' }]])
  })
})

describe('editing', () => {
  test('changes what is named, and other words make it updated', async () => {
    const { id } = await postBrief(house, { headline: 'One', pinned: true }, { by })
    clock.advance(60)
    expect(await editBrief(house, id, { headline: 'Two', pinned: undefined })).toMatchObject({
      headline: 'Two',
      pinned: true,
      updatedAt: clock.now(),
    })
    const at = clock.now()
    clock.advance(60)
    expect(await editBrief(house, id, { pinned: false })).toMatchObject({ pinned: false, updatedAt: at })
  })

  test('no change leaves no trace', async () => {
    const { id } = await postBrief(
      house,
      { headline: 'Same', content: [[{ type: 'text', text: 'x' }]] },
      { by },
    )
    const before = await newestEventId(db)
    await editBrief(house, id, { headline: ' Same ' })
    expect(await newestEventId(db)).toBe(before)
  })

  test('a withdrawn brief is not edited, and one that never was is not found', async () => {
    const { id } = await postBrief(house, { headline: 'Wrong' }, { by })
    await withdrawBrief(house, id)
    await expect(editBrief(house, id, { headline: 'Right' })).rejects.toMatchObject({ name: 'Conflict' })
    await expect(editBrief(house, 999_999, {})).rejects.toMatchObject({ name: 'NotFound' })
  })
})

test('withdrawing takes a brief off the lists, once', async () => {
  const { id } = await postBrief(house, { headline: 'Taken back' }, { by })
  await withdrawBrief(house, id)
  const events = await newestEventId(db)
  await withdrawBrief(house, id)
  expect(await newestEventId(db)).toBe(events)
  expect((await findBrief(db, id))?.state).toBe('withdrawn')
  expect((await listBriefs(db, { limit: 100 })).map(brief => brief.id)).not.toContain(id)
})

test('lists go on where they stopped, though many briefs have one time and the place was withdrawn', async () => {
  await sql`truncate briefs`.execute(db)
  const at = new Date('2026-11-01T12:00:00Z')
  const posted: number[] = []
  for (let i = 0; i < 7; i++) {
    posted.push((await postBrief(house, { headline: `${i}` }, { by, publishedAt: at })).id)
  }
  const first = await listBriefs(db, { limit: 3 })
  await withdrawBrief(house, first[2]!.id)
  const second = await listBriefs(db, { before: first[2]!.id, limit: 10 })
  expect([...first, ...second].map(brief => brief.id)).toEqual(posted.reverse())
  const { earlier, later } = await findNeighbours(db, posted[1]!)
  expect([later?.id, earlier?.id]).toEqual([posted[0], posted[3]])
})

describe('the command', () => {
  test('posts and prints the address', async () => {
    const written: string[] = []
    const write = process.stdout.write
    process.stdout.write = ((text: string) => written.push(text)) as never
    const code = await briefCommand
      .run(['Quay reopens', '--breaking', '--pin', '--more', 'First.', '--more', 'Second.'], house)
      .finally(() => {
        process.stdout.write = write
      })
    expect(code).toBe(0)
    const [, id] = /^http:\/\/localhost:4000\/news\/(\d+)\n$/.exec(written.join('')) ?? []
    expect(await findBrief(db, Number(id))).toMatchObject({
      headline: 'Quay reopens',
      breaking: true,
      pinned: true,
      content: [[{ type: 'text', text: 'First.' }], [{ type: 'text', text: 'Second.' }]],
    })
  })

  test.each([
    [[], 'The brief’s headline is needed.'],
    [[''], 'The brief’s headline is needed.'],
    [['one', 'two'], 'put it in quotation marks'],
    [['x'.repeat(501)], 'cannot have more than 500 characters'],
    [['x', '--loud'], "Unknown option '--loud'."],
    [['x', '--story', 'nowhere'], 'there is none at /nowhere.'],
    [['x', '--story', 'https://paper.example/no%00where?a=b'], 'there is none at /nowhere.'],
  ])('%j ends in a sentence', async (args, sentence) => {
    await expect(briefCommand.run(args as string[], house)).rejects.toThrow(sentence)
  })
})
