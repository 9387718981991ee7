import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from './settings.ts'

test('the manual lists every setting and no other', () => {
  const manual = readFileSync('docs/operating.md', 'utf8')
  const listed = [...manual.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(Object.keys(settings).sort())
})
