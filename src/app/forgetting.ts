import { forgettingGifts } from '../features/gifts/giving/forget-gifts.ts'
import { forgetMember } from '../features/members/forgetting/forget-member.ts'
import type { Forgetting } from '../features/readers/reader.ts'

/** What each feature does when a reader's account is deleted: ends what runs, and takes out what it knows of them. */
export const forgetting: readonly Forgetting[] = [forgetMember, forgettingGifts]
