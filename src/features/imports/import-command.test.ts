import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { scratchFiles, wxr } from '../../../test/builders/wxr.ts'
import { importCommands } from './import.ts'
import { progressLine } from './progress-line.ts'

const { house } = await testHouse({ clock: testClock() })
const scratch = await scratchFiles()
const [command] = importCommands
afterEach(() => vi.restoreAllMocks())

test('imports, prints a report and lays the full one beside the data', async () => {
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const file = await scratch(wxr([{ title: 'Hello' }]))
  expect(await command!.run(['wordpress', file], house)).toBe(0)
  expect(printed).toMatch(/story published +1 /)
  const [name] = await readdir(join(house.config.dataDir, 'imports'))
  const full = JSON.parse(await readFile(join(house.config.dataDir, 'imports', name!), 'utf8'))
  expect(full.counts['story published']).toEqual({ added: 1, updated: 0, unchanged: 0 })
  expect(printed).toContain(name!)
})

test.each([
  [[], /Say which format/],
  [['joomla', 'x.xml'], /“joomla” is not a format/],
  [['wordpress'], /Name one file/],
  [['wordpress', 'a.xml', 'b.xml'], /Name one file/],
  [['wordpress', 'a.xml', '--fetch'], /no option --fetch/],
  [['wordpress', 'a.xml', '--report'], /--report needs a value/],
])('%j is answered with a sentence', async (args, sentence) => {
  await expect(command!.run(args, house)).rejects.toThrow(sentence)
})

test('progress: a line for each tenth where nobody watches, one line in a terminal', () => {
  let text = ''
  const write = (more: string) => {
    text += more
  }
  const file = progressLine({ write }, () => 0)
  for (let done = 0; done <= 100; done += 5) file.say({ doing: 'reading', done, of: 100 })
  file.end()
  expect(text.trim().split('\n')).toHaveLength(11)

  text = ''
  let now = 0
  const terminal = progressLine({ isTTY: true, columns: 80, write }, () => {
    now += 60
    return now
  })
  for (let done = 0; done <= 100; done += 10) terminal.say({ doing: 'reading', done: done * 1e6, of: 100e6 })
  terminal.say({ doing: 'writing', done: 3, of: 3 })
  terminal.end()
  expect(text).toContain('100% 100.0 of 100.0 MB')
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toMatch(/writing █+ 100% 3 of 3/)
})
