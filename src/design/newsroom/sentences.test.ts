import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentenceTable } from './sentence-table.ts'
import { sentenceIn } from './sentences.ts'

const src = join(import.meta.dirname, '..', '..')

test('a sentence is told in the language of whoever reads it', () => {
  expect(sentenceIn('de', 'There is no such story.')).toBe('Diesen Artikel gibt es nicht.')
  expect(sentenceIn('uk', 'There is no such story.')).toBe('Такого матеріалу немає.')
  expect(sentenceIn('en', 'There is no such story.')).toBe('There is no such story.')
})

test('what differs is taken over in its order, marks and all', () => {
  expect(sentenceIn('de', 'The lead photograph is 640 pixels wide.')).toBe(
    'Das Foto am Anfang ist 640 Pixel breit.',
  )
  expect(sentenceIn('de', 'The address “/a-b” belongs to another story, “What? $& (1)”.')).toBe(
    'Die Adresse „/a-b“ gehört einem anderen Artikel: „What? $& (1)“.',
  )
})

test('what nobody has translated stays as it is', () => {
  expect(sentenceIn('de', 'The moon is not at home.')).toBe('The moon is not at home.')
})

test('every translation takes over as much as the English gives', () => {
  const count = (text: string) => text.split('{}').length
  for (const [english, german, ukrainian] of sentenceTable)
    expect([english, count(german), count(ukrainian)]).toEqual([english, count(english), count(english)])
})

test('every sentence of the table is one that the program says', async () => {
  const names = (await readdir(src, { recursive: true })).filter(
    name => /\.tsx?$/.test(name) && !/\.test\.|sentence-table/.test(name),
  )
  const code = (await Promise.all(names.map(name => readFile(join(src, name), 'utf8')))).join('\n')
  // The pieces between what differs; the shortest are in half the program.
  const unsaid = sentenceTable.flatMap(([english]) =>
    english
      .split('{}')
      .flatMap(piece =>
        piece.split(
          /(?<=photograph|gallery|text|headline|names|search|cut it|another story|a topic|an author) ?/,
        ),
      )
      .filter(piece => piece.length > 12 && !code.includes(piece)),
  )
  expect(unsaid).toEqual([])
})
