import type { House } from '../../../../platform/house.ts'
import { type GuardedFetchOptions, guardedFetch } from '../../../../platform/http/guarded-fetch.ts'
import { storePhotograph } from '../../../media/photograph.ts'

const mostFetched = 50_000_000

/**
 * Brings a picture here that a pasted text only pointed at. `reach` is for tests against a server of their own. Throws
 * FetchRefused with a sentence for an address that is not public or does not answer, BadInput for what is no picture.
 */
export async function fetchPicture(
  house: House,
  url: string,
  reach: Pick<GuardedFetchOptions, 'allowAddresses' | 'allowPorts'> = {},
): ReturnType<typeof storePhotograph> {
  const limits = { maxBytes: mostFetched, timeoutMs: 45_000, accept: 'image/*' }
  const { body } = await guardedFetch(url, { ...limits, ...reach })
  return storePhotograph(house, { bytes: body, name: nameIn(url), sourceUrl: url })
}

function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last).slice(0, 200) || 'picture'
  } catch {
    // A per cent sign that begins nothing.
    return last.slice(0, 200)
  }
}
