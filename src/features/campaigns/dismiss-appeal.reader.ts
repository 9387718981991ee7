import type { House } from '../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, locationOf, seeOther } from '../../platform/http/route.ts'
import {
  firstReading,
  readingAttributes,
  readReading,
  withDismissal,
  writeReading,
} from './reading-cookie.ts'

/** POST /support/dismiss: the strip's close button. Only the reader's own browser remembers it. */
export async function dismissAppeal(ask: Ask, house: House): Promise<Answer> {
  const now = house.payments.now()
  const appealId = rowNumberOf(ask.form, 'appeal')
  const back = fieldOf(ask.form, 'back')
  const before = readReading(ask.headers.cookie) ?? firstReading(now, Math.random)
  const cookies =
    appealId > 0
      ? [writeReading(withDismissal(before, appealId, now), readingAttributes(house.config.siteUrl))]
      : []
  return seeOther(back.startsWith('/') && locationOf(back) ? back : '/', cookies)
}
