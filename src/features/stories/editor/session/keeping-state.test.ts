import { expect, test } from 'vitest'
import { keepingFrom } from './keeping-state.ts'

const calm = {
  connected: true,
  synced: true,
  hasText: true,
  unsent: false,
  kept: 'yes' as const,
  trouble: null,
}

test('saved is said only of what is in the database', () => {
  expect(keepingFrom(calm)).toEqual({ state: 'saved' })
  expect(keepingFrom({ ...calm, unsent: true })).toEqual({ state: 'saving' })
  expect(keepingFrom({ ...calm, synced: false })).toEqual({ state: 'saving' })
})

test('without a connection it says whether something waits, and whether the browser keeps it', () => {
  expect(keepingFrom({ ...calm, connected: false, unsent: true })).toEqual({
    state: 'offline',
    unsent: true,
    kept: 'yes',
  })
  expect(keepingFrom({ ...calm, connected: false, kept: 'no' })).toEqual({
    state: 'offline',
    unsent: false,
    kept: 'no',
  })
})

test('trouble of the newsroom is told in its own words, and nothing is shown as open before there is a text', () => {
  expect(keepingFrom({ ...calm, trouble: 'The disk is full.' })).toEqual({
    state: 'unkept',
    sentence: 'The disk is full.',
  })
  expect(keepingFrom({ ...calm, hasText: false, synced: false })).toEqual({ state: 'opening' })
})
