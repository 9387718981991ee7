import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { adoptFile, findFiles, linkFile, storeFile } from './photograph.ts'

const { house } = await testHouse()

test('a document is kept under its own name, at a plain address that nobody can guess', async () => {
  const bytes = Buffer.from('%PDF-1.7 minutes')
  const file = await storeFile(house, { name: 'Council minutes – Café (März).pdf', bytes })
  expect(file).toEqual({
    id: file.id,
    name: 'Council minutes – Café (März).pdf',
    mime: 'application/pdf',
    bytes: bytes.length,
    src: expect.stringMatching(
      new RegExp(`^/media/files/${file.id}/[0-9a-f]{16}/council-minutes-cafe-marz\\.pdf$`),
    ),
  })
  expect((await house.files.read(file.src.slice('/media/'.length))).equals(bytes)).toBe(true)
  expect(await findFiles(house.db, [file.id, 999_999])).toEqual(new Map([[file.id, file]]))
})

test.each([
  ['Звіт.csv', 'a,b', /\/file\.csv$/],
  ['../../etc/passwd.txt', 'words', /\/passwd\.txt$/],
  ['C:\\Users\\x\\list.TXT', 'words', /\/list\.txt$/],
  ['a\u202Efdp.txt', 'words', /\/afdp\.txt$/],
])('%j gets an address that is safe', async (name, text, src) => {
  expect((await storeFile(house, { name, bytes: Buffer.from(text) })).src).toMatch(src)
})

test('the first bytes count also when they come one by one', async () => {
  const bytes = Readable.from([...'%PDF-1.7 and all that follows'].map(letter => Buffer.from(letter)))
  expect((await storeFile(house, { name: 'a.pdf', bytes })).bytes).toBe(29)
})

test.each([
  ['page.html', '<p>', /Files such as "page.html" are not offered/],
  ['drawing.svg', '<svg/>', /not offered/],
  ['setup.exe', 'MZ', /not offered/],
  ['script.js', 'alert(1)', /not offered/],
  ['constructor', 'x', /not offered/],
  ['x.constructor', 'x', /not offered/],
  ['README', 'x', /not offered/],
  ['report.pdf', '<script>alert(1)</script>', /"report.pdf" is not what its name says/],
  ['report.doc', 'MZ\x90\0 a program in disguise', /is not what its name says/],
  ['list.csv', '#!/bin/sh\nrm -r .', /is not what its name says/],
  ['empty.txt', '', /"empty.txt" is empty/],
])('%s with %j is refused with a plain sentence', async (name, text, message) => {
  await expect(storeFile(house, { name, bytes: Buffer.from(text) })).rejects.toMatchObject({
    name: 'BadInput',
    field: 'file',
    message: expect.stringMatching(message),
  })
})

test('more than 200 MB is refused before it is all here, and nothing stays', async () => {
  let sent = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent++
        yield Buffer.alloc(4_194_304, 'a')
      }
    })(),
  )
  await expect(storeFile(house, { name: 'big.txt', bytes: endless })).rejects.toThrow(
    '"big.txt" is larger than 200 MB.',
  )
  expect(sent).toBeLessThan(70)
  expect(endless.destroyed).toBe(true)
})

test('a linked file gets its bytes once, and keeps its id', async () => {
  const sourceUrl = 'https://old.example/minutes.pdf'
  const id = await linkFile(house.db, house.clock, { sourceUrl, name: 'minutes.pdf' })
  expect(await linkFile(house.db, house.clock, { sourceUrl, name: 'again.pdf' })).toBe(id)
  expect((await findFiles(house.db, [id])).get(id)).toMatchObject({
    src: sourceUrl,
    mime: 'application/pdf',
    bytes: null,
  })
  const kept = await storeFile(house, { id, name: 'minutes.pdf', bytes: Buffer.from('%PDF-1') })
  expect(kept).toMatchObject({ id, bytes: 6, src: expect.stringMatching(/minutes\.pdf$/) })
  expect(await storeFile(house, { id, name: 'other.pdf', bytes: Buffer.from('%PDF-1.7') })).toEqual(kept)
})

test('a file that came with an archive is offered under its name', async () => {
  await house.files.put('imports/7/x1', Buffer.from('a,b'))
  const id = await adoptFile(house.db, house, { fileKey: 'imports/7/x1', name: 'Table 1.csv' })
  expect((await findFiles(house.db, [id])).get(id)).toMatchObject({
    bytes: 3,
    src: `/media/files/${id}/table-1.csv`,
  })
  await expect(adoptFile(house.db, house, { fileKey: 'imports/7/x1', name: 'x.html' })).rejects.toThrow(
    'not offered',
  )
})

test('an address that is none is refused', async () => {
  const link = (sourceUrl: string) => linkFile(house.db, house.clock, { sourceUrl, name: 'a.pdf' })
  await expect(link('javascript:alert(1)')).rejects.toMatchObject({ name: 'BadInput', field: 'file' })
  await expect(link('minutes.pdf')).rejects.toMatchObject({ name: 'BadInput' })
})
