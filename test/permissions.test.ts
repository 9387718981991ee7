import { request } from 'node:http'
import { expect, test } from 'vitest'
import { routes } from '../src/app/routes.ts'
import type { Route } from '../src/platform/http/route.ts'
import { may, type Permission, permissions, type Role, roles } from '../src/platform/permissions.ts'
import { aDraft } from './builders/a-story.ts'
import { aReader, signedInReader } from './builders/readers.ts'
import { signedIn, signInAgain } from './builders/staff.ts'
import { testHouse } from './builders/test-house.ts'

// Every address with every role and with none, as the route table and the table of permissions say. What is asked for
// does not exist and what is sent is empty: only whether the door opens counts.

type Caller = Role | 'nobody' | 'reader'
const insiders = [...roles, 'reader'] as const
type Outcome = 'let in' | 'has to sign in' | 'refused'

const opened = await testHouse()
const { house } = opened
const url = await opened.serve()
// The forms below are about staff and sessions number 1, so this one is there to lose.
await signedIn(house, 'owner')
const { id: readerId } = await aReader(house)
const people = new Map<Role, number>()
for (const role of roles) people.set(role, (await signedIn(house, role)).staff.id)
// A story in which everybody has a part, so that nobody is refused for its sake.
const storyId = await aDraft(house)
await house.db
  .insertInto('story_staff')
  .values([...people.values()].map(staffId => ({ story_id: storyId, staff_id: staffId })))
  .execute()

const shut = routes.filter(({ who }) => who !== 'anyone' && who !== 'processor')
/** What browsers send; the processor has no form, and proves itself by its signature. */
const forms = routes.filter(({ method, who }) => method === 'POST' && who !== 'processor')

test('printed pages are for anyone: they are kept as one for all', () => {
  expect(routes.filter(route => route.printed && route.who !== 'anyone').map(named)).toEqual([])
})

test('everything of the newsroom is shut, but for what stands in front of its door', () => {
  const openAddresses = routes
    .filter(({ path, who }) => path.startsWith('/newsroom') && who === 'anyone')
    .map(({ path }) => path)
  const inFront = /^\/newsroom\/(sign-in|welcome|invitation|assets)(\/|$)/
  expect(openAddresses.filter(path => !inFront.test(path))).toEqual([])
})

test('every permission that a route names is in the table', () => {
  const unknown = shut.filter(
    ({ who }) =>
      who !== 'reader' && who !== 'staff' && who !== 'processor' && !Object.hasOwn(permissions, who),
  )
  expect(unknown.map(named)).toEqual([])
})

for (const caller of ['nobody', 'reader', ...roles] as Caller[]) {
  test(`every address, asked by ${caller === 'nobody' ? 'nobody in particular' : `the ${caller}`}`, async () => {
    const wrong: string[] = []
    for (const route of shut) {
      const outcome = await tried(route, caller)
      const right = expected(route, caller)
      if (outcome !== right) wrong.push(`${named(route)}: ${outcome}, should be ${right}`)
    }
    expect(wrong).toEqual([])
  })
}

test('no form is taken without its token, whoever sends it', async () => {
  const taken: string[] = []
  for (const route of forms.filter(({ tokenless }) => !tokenless)) {
    const caller = insiders.find(each => expected(route, each) === 'let in') ?? 'owner'
    const { status } = await ask(route, await comeIn(caller), { token: false })
    if (status !== 403) taken.push(`${named(route)}: ${status}`)
  }
  expect(taken).toEqual([])
})

test('no form is taken from another site', async () => {
  const taken: string[] = []
  for (const route of forms) {
    const caller = insiders.find(each => expected(route, each) === 'let in') ?? 'owner'
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    const { status } = await ask(route, await comeIn(caller), { headers: foreign })
    if (status !== 403) taken.push(`${named(route)}: ${status}`)
  }
  expect(taken).toEqual([])
})

function expected({ who }: Route, caller: Caller): Outcome {
  if (who === 'anyone' || who === 'processor') return 'let in'
  // Staff are readers only where they signed in as such, and readers are no staff.
  if (who === 'reader') return caller === 'reader' ? 'let in' : 'has to sign in'
  if (caller === 'nobody' || caller === 'reader') return 'has to sign in'
  if (who === 'staff') return 'let in'
  return may({ role: caller }, who satisfies Permission) ? 'let in' : 'refused'
}

async function tried(route: Route, caller: Caller): Promise<Outcome> {
  const { status, location, text } = await ask(route, caller === 'nobody' ? null : await comeIn(caller))
  const led = status === 303 && /^\/(newsroom\/sign-in\?to=|account\/sign-in(\?next=|$))/.test(location)
  if (status === 401 || led) return 'has to sign in'
  // An action may refuse as well, whose story it is for instance; the door says it in these words.
  if (status === 403 && (text === '' || text.includes('Your role in the newsroom does not allow this.')))
    return 'refused'
  return 'let in'
}

/** A session for each request: some of them end it. */
async function comeIn(caller: Role | 'reader'): Promise<{ cookie: string; csrf: string }> {
  if (caller === 'reader') return await signedInReader(house, readerId)
  return await signInAgain(house, people.get(caller)!)
}

interface Reply {
  status: number
  location: string
  text: string
}

async function ask(
  route: Route,
  caller: { cookie: string; csrf: string } | null,
  { token = true, headers = {} }: { token?: boolean; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const address = url + addressOf(route.path)
  const own: Record<string, string> = caller ? { cookie: caller.cookie } : {}
  if (route.socket) return await upgrade(address, own)
  const stop = new AbortController()
  const answer = await fetch(address, {
    method: route.method,
    redirect: 'manual',
    signal: stop.signal,
    ...(route.method === 'POST' ? body(route, token ? (caller?.csrf ?? '') : '') : {}),
    headers: {
      ...own,
      ...headers,
      ...(route.takes === 'json' ? json(token ? (caller?.csrf ?? '') : '') : {}),
    },
  })
  const location = answer.headers.get('location') ?? ''
  // A stream would never end.
  const text = route.open ? '' : await answer.text()
  stop.abort()
  return { status: answer.status, location, text }
}

function body(route: Route, csrf: string): RequestInit {
  if (route.takes === 'json') return { body: '{}' }
  if (route.takes !== 'files') return { body: new URLSearchParams({ csrf }) }
  const form = new FormData()
  form.set('csrf', csrf)
  return { body: form }
}

function json(csrf: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-csrf-token': csrf }
}

/** Opens a websocket (RFC 6455, 4.1) and closes it at once. */
function upgrade(address: string, headers: Record<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    asked.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ status: answer.statusCode ?? 0, location: '', text: 'upgraded' })
    })
    asked.on('response', answer => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, location: '', text: '' })
    })
    asked.on('error', reject)
    asked.end()
  })
}

function addressOf(path: string): string {
  return path.replace(/:(\w+)(\([^)]*\))?/g, '1').replace('*', 'nothing')
}

function named({ method, path, who }: Route): string {
  return `${method} ${path} (${who})`
}
