import type { Forgetting } from '../../readers/reader.ts'
import { giftMessages } from '../gift-messages.ts'
import { countUnclaimedOf } from '../gift-queries.ts'
import { forgetGifts } from './gift-data.ts'

/** What becomes of gifts where an account is deleted. */
export const forgettingGifts: Forgetting = {
  async warn(house, reader) {
    const unclaimed = await countUnclaimedOf(house.db, { readerId: reader.id, now: house.payments.now() })
    return unclaimed > 0 ? [giftMessages(reader.language).forgetWarning(unclaimed)] : []
  },
  forget: forgetGifts,
}
