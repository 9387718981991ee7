import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { readPublication, savePublication } from '../publication/publication.ts'
import { publicationCommand } from './publication-command.ts'

const { house } = await testHouse()
await savePublication(house, { name: 'The Test' })
const printed: string[] = []
vi.spyOn(process.stdout, 'write').mockImplementation(text => Boolean(printed.push(String(text))))

const run = (...args: string[]) => publicationCommand.run(args, house)
const now = () => {
  house.press.throwAway(['publication'])
  return readPublication(house)
}

test('shows the settings, sets a field, and one inside another', async () => {
  await run('set', 'language', 'uk')
  await run('set', 'organisation.email', 'desk@test.example')
  await run('set', 'navigation', '[{"label":"News","href":"/news"}]')
  await run('set', 'name', '2026')
  expect(await now()).toMatchObject({
    language: 'uk',
    imprint: { email: 'desk@test.example' },
    navigation: [{ label: 'News' }],
  })
  await run()
  expect(JSON.parse(printed.at(-1)!)).toMatchObject({ language: 'uk' })
})

test('what cannot be used is refused in a sentence that names the field, and nothing changes', async () => {
  const before = await now()
  for (const args of [
    ['accent', 'blueish'],
    ['timeZone', 'Mars/Olympus'],
    ['nothing', 'x'],
    ['__proto__', '{}'],
    ['organisation.constructor', 'x'],
    ['name'],
  ])
    await expect(run('set', ...args), args.join(' ')).rejects.toThrow(args[0]!.split('.')[0])
  await expect(run('paint')).rejects.toThrow('paint')
  expect(await now()).toEqual(before)
})

test('a logo is kept as a picture of its own size, and can be taken away', async () => {
  const path = join(house.config.dataDir, 'logo.svg')
  await writeFile(
    path,
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><rect width="300" height="60" fill="#123"/></svg>',
  )
  await run('logo', path)
  const { logo } = await now()
  expect(logo!.light.width / logo!.light.height).toBeCloseTo(5, 1)
  expect(logo!.light.src).toMatch(/^\/media\/publication\/logo-light-[0-9a-f]{12}\.png$/)
  await run('logo', 'none')
  expect((await now()).logo).toBeNull()
  await expect(run('logo', '/no/such/file')).rejects.toThrow('/no/such/file')
})
