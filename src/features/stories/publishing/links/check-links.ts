import { z } from 'zod'
import type { Transaction } from '../../../../platform/database/database.ts'
import type { House } from '../../../../platform/house.ts'
import {
  FetchRefused,
  type GuardedFetchOptions,
  guardedFetch,
} from '../../../../platform/http/guarded-fetch.ts'
import type { JobKind } from '../../../../platform/jobs/jobs.ts'
import type { LinkFacts } from './link-facts.ts'
import { forgetOldLinkChecks, keepLinkCheck, markWaiting } from './link-queries.ts'

/** More links than that in one story are not looked at. */
const mostLinks = 80
const atOnce = 6
const secondsEach = 8
const secondsInAll = 60
const keptForDays = 30

/** Asks outside addresses that stories link to whether they are there. */
export const checkLinksJob: JobKind<{ urls: string[] }> = {
  name: 'check-links',
  schema: z.object({ urls: z.array(z.string()).max(mostLinks) }),
  retryLimit: 1,
  expireInSeconds: 120,
  run: ({ urls }, house) => checkLinks(house, urls),
}

/** Has those looked at of which nothing is known, or nothing new. */
export async function askAboutLinks(
  tx: Transaction,
  house: Pick<House, 'clock' | 'jobs'>,
  urls: readonly string[],
): Promise<void> {
  const waiting = await markWaiting(tx, { urls: urls.slice(0, mostLinks), now: house.clock.now() })
  if (waiting.length > 0) await house.jobs.send(tx, checkLinksJob, { urls: waiting })
}

/** Looks at each address and writes down what it found as it comes; takes a minute at most. */
export async function checkLinks(
  house: Pick<House, 'db' | 'clock' | 'log'>,
  urls: readonly string[],
  fetching: Partial<GuardedFetchOptions> = {},
): Promise<void> {
  const end = performance.now() + secondsInAll * 1000
  const queue = [...urls]
  const work = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const left = end - performance.now()
      const found =
        left > 500
          ? await probe(url, { ...fetching, timeoutMs: Math.min(left, secondsEach * 1000) })
          : tooMany
      await keepLinkCheck(house.db, { url, ...found, at: house.clock.now() })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, urls.length) }, work))
  const old = new Date(house.clock.now().getTime() - keptForDays * 86_400_000)
  await forgetOldLinkChecks(house.db, old)
}

type Found = Pick<LinkFacts, 'state' | 'detail'>

const tooMany: Found = { state: 'unknown', detail: 'There was no time left to look.' }

/** What one address answers. Never throws. */
export async function probe(url: string, fetching: Partial<GuardedFetchOptions> = {}): Promise<Found> {
  try {
    const answer = await guardedFetch(url, {
      maxBytes: 50_000_000,
      silenceMs: secondsEach * 1000,
      ...fetching,
    })
    answer.body.destroy()
    if (sameAddress(url, answer.url)) return { state: 'good', detail: '' }
    return { state: 'moved', detail: answer.url }
  } catch (error) {
    if (error instanceof FetchRefused) return verdict(error)
    return { state: 'unknown', detail: (error as Error).message }
  }
}

/** Servers that refuse programs, are busy or slow may well answer readers; only what is plainly gone counts as dead. */
function verdict({ reason, answered, message, cause }: FetchRefused): Found {
  if (reason === 'address')
    return { state: 'dead', detail: 'The address lies inside a private network, where readers cannot get.' }
  if (reason === 'status')
    return answered === 404 || answered === 410
      ? { state: 'dead', detail: `The server there answers ${answered}: the page is gone.` }
      : { state: 'unknown', detail: message }
  if (reason === 'unreachable') {
    // EAI_AGAIN says that nobody could be asked: then it is our own server that is cut off.
    const { code } = Object(cause) as { code?: string }
    return code === 'EAI_AGAIN' ? { state: 'unknown', detail: message } : { state: 'dead', detail: message }
  }
  if (reason === 'redirects') return { state: 'dead', detail: 'It leads round in a circle.' }
  if (reason === 'too-large') return { state: 'good', detail: '' }
  return { state: 'unknown', detail: message }
}

/** The same page by another spelling: https for http, with or without www and the slash at the end. */
function sameAddress(from: string, to: string): boolean {
  return plainForm(from) === plainForm(to)
}

function plainForm(address: string): string {
  const url = new URL(address)
  return `${url.host.replace(/^www\./, '').replace(/:(80|443)$/, '')}${url.pathname.replace(/\/$/, '')}${url.search}`
}
