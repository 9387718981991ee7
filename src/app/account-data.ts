import { giftData } from '../features/gifts/giving/gift-data.ts'
import { memberData } from '../features/members/forgetting/member-data.ts'
import type { AccountData } from '../features/readers/reader.ts'

/** What each feature keeps about a reader, for the file they can download. */
export const accountData: readonly AccountData[] = [memberData, giftData]
