import { afterEach, expect, test, vi } from 'vitest'
import { signedIn } from '../../../test/builders/staff.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { visitor } from '../../../test/builders/visitor.ts'
import { identifyStaff } from './staff.ts'
import { staffCommand } from './staff-command.ts'

const opened = await testHouse()
const { house } = opened
const url = await opened.serve()

afterEach(() => vi.restoreAllMocks())

async function run(...args: string[]): Promise<string> {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation(text => said.push(String(text)) > 0)
  try {
    expect(await staffCommand.run(args, house)).toBe(0)
  } finally {
    vi.restoreAllMocks()
  }
  return said.join('')
}

test('somebody is put on the staff and gets in by the printed link', async () => {
  const said = await run('add', 'Maria@Paper.example', '--name', 'Maria Lopes', '--role', 'owner')
  const link = new URL(/http\S+/.exec(said)![0])
  const browser = visitor(url)
  await browser.get(link.pathname + link.search)
  await browser.post('/newsroom/sign-in/link', { token: link.searchParams.get('token')! })
  expect(await identifyStaff(house, `session=${browser.cookies.get('session')}`)).toMatchObject({
    email: 'maria@paper.example',
    role: 'owner',
  })
  expect(await run('list')).toMatch(/owner\s+maria@paper\.example\s+\(Maria Lopes\)/)
})

test('a role is changed, somebody is removed and comes back', async () => {
  const { staff, cookie } = await signedIn(house, 'reporter')
  await run('role', staff.email, 'editor')
  expect(await identifyStaff(house, cookie)).toBeNull()
  expect(await run('remove', staff.email)).toContain('can no longer sign in')
  expect(await run('list')).toMatch(new RegExp(`editor\\s+${staff.email}.*has left`))
  await expect(run('link', staff.email)).rejects.toThrow('has left the staff')
  expect(await run('add', staff.email, '--name', 'Back', '--role', 'reporter')).toContain(
    'was on the staff before',
  )
})

test('a lost second factor is taken away with the link', async () => {
  const { staff, cookie } = await signedIn(house, 'editor')
  expect(await run('link', staff.email, '--reset-second-factor')).toContain('recovery codes are gone')
  expect(await identifyStaff(house, cookie)).toBeNull()
})

test('what cannot be done is said in a sentence', async () => {
  await expect(run()).rejects.toThrow('After "staff" comes one of add, list, role, link, remove.')
  await expect(run('constructor')).rejects.toThrow('After "staff" comes')
  await expect(run('add', 'maria', '--name', 'M')).rejects.toThrow('This is not an e-mail address.')
  await expect(run('add', 'm@paper.example')).rejects.toThrow('Give a name.')
  await expect(run('role', 'nobody@paper.example', 'editor')).rejects.toThrow(
    'Nobody on the staff has the address',
  )
  await expect(run('role', 'maria@paper.example', 'boss')).rejects.toThrow('A role is one of')
  await expect(run('remove', 'maria@paper.example')).rejects.toThrow('This is the last owner.')
})
