import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { type SmallNewsroom, sampleAddress, smallNewsroom } from '../builders/small-newsroom.ts'
import { type SignedIn, signInAgain } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// Whatever is sent to the newsroom, by hand or by a program, it answers for itself: nothing ends as a fault of ours.

const opened = await testHouse()
const { house } = opened
let newsroom: SmallNewsroom
let browser: Browser
let page: Page
let base: string
let signedIn: SignedIn

beforeAll(async () => {
  newsroom = await smallNewsroom(house)
  signedIn = newsroom.owner
  base = await opened.serve()
  browser = await launchBrowser()
  page = await (await browser.newContext()).newPage()
}, 60_000)
afterAll(() => browser?.close())

/** The owner, signed in anew where the form before ended their session. */
async function owner(): Promise<SignedIn> {
  const { id } = newsroom.owner.staff
  const sessions = house.db
    .selectFrom('staff_sessions')
    .select('id')
    .where('id', '=', signedIn.staff.sessionId)
  if (!(await sessions.executeTakeFirst())) signedIn = await signInAgain(house, id)
  return signedIn
}

/** Numbers of no row, and what stands where a number is wanted. */
const oddNumbers = ['abc', '-1', '1.5', '2147483648', '9'.repeat(20)]
const odd = [
  ...oddNumbers,
  '',
  'a\0b',
  '\ud800',
  '😀'.repeat(200),
  'x'.repeat(20_000),
  '<script>alert(1)</script>',
  '\u202Eمرحبا',
  '__proto__',
  '[]',
  '2026-02-31',
  '275760-09-13T00:00',
  '//elsewhere.example',
  'javascript:alert(1)',
  '../../etc/passwd',
]

test('every address with an odd number or word in it', { timeout: 60_000 }, async () => {
  const faults: string[] = []
  const named = routes.filter(
    ({ path, socket, open }) => /^\/(newsroom|practice|preview)\/.*:/.test(path) && !socket && !open,
  )
  const words = [
    ...oddNumbers,
    '%00',
    'a%00b',
    '%ff',
    '%F0%9F%98%80',
    '__proto__',
    '..%2f..',
    'x'.repeat(300),
  ]
  for (const { method, path } of named)
    for (const [parameter] of path.matchAll(/:\w+/g))
      for (const word of words) {
        const address = sampleAddress(path.replace(parameter, word), newsroom)
        const { get, post } = await owner()
        const { status } = method === 'GET' ? await get(base + address) : await post(base + address)
        if (status >= 500) faults.push(`${status} ${method} ${address}`)
      }
  expect(faults).toEqual([])
})

interface SentForm {
  method: string
  action: string
  files: boolean
  fields: [string, string][]
}

const pages = routes
  .filter(
    ({ method, path, socket }) =>
      method === 'GET' && !socket && /^\/newsroom(?!\/(assets|sign-in))/.test(path),
  )
  .map(({ path }) => path)
const sent = new Set<string>()

test.each(pages)('%s: every form with something odd in each field', { timeout: 60_000 }, async path => {
  const faults: string[] = []
  for (const form of await formsOf(path)) {
    const names = new Set(form.fields.map(([name]) => name))
    const tries: [string, [string, string][]][] = [['nothing', []]]
    // The longest and strangest in all fields at once, so that it is not a try for each of them.
    for (const value of odd) tries.push([`all ${value.slice(0, 20)}`, [...names].map(name => [name, value])])
    for (const name of names) {
      const others = form.fields.filter(([other]) => other !== name)
      tries.push([`without ${name}`, others], [`${name} twice`, [...others, [name, '1'], [name, 'b']]])
      tries.push([`${name} huge`, [...others, [name, '9'.repeat(20)]]])
    }
    for (const [what, fields] of tries) {
      const status = await send(form, fields)
      if (status >= 500) faults.push(`${status} ${form.method} ${form.action}: ${what}`)
    }
  }
  expect(faults).toEqual([])
})

/** The forms of a page that no page before it had. */
async function formsOf(path: string): Promise<SentForm[]> {
  const { get } = await owner()
  const html = await (await get(base + sampleAddress(path, newsroom))).text()
  await page.setContent(html, { waitUntil: 'commit' })
  const forms = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>('form[action]')].map(form => ({
      method: form.method,
      action: form.getAttribute('action') ?? '',
      files: form.enctype === 'multipart/form-data',
      fields: [...form.elements].flatMap(each => {
        const { name, value, type } = each as HTMLInputElement
        return name && name !== 'csrf' && type !== 'file' ? [[name, value] as [string, string]] : []
      }),
    })),
  )
  return forms.filter(({ action, fields }) => {
    const kind = [action.replace(/\d+/g, 'N'), ...fields.map(([name]) => name).sort()].join(' ')
    if (sent.has(kind)) return false
    sent.add(kind)
    return true
  })
}

async function send({ method, action, files }: SentForm, fields: [string, string][]): Promise<number> {
  const { cookie, csrf } = await owner()
  const headers = { cookie }
  if (method === 'get') {
    const short = fields.map(([name, value]) => [name, value.slice(0, 4000)])
    const address = `${base}${action.split('?')[0]}?${new URLSearchParams(short)}`
    // An address may only be so long; what no browser would send is refused before it is read.
    if (address.length > 12_000) return 431
    return (await fetch(address, { headers, redirect: 'manual' })).status
  }
  const form = new FormData()
  for (const [name, value] of [['csrf', csrf], ...fields] as [string, string][]) form.append(name, value)
  const body = files ? form : new URLSearchParams([['csrf', csrf], ...fields])
  return (await fetch(base + action, { method: 'POST', body, headers, redirect: 'manual' })).status
}
