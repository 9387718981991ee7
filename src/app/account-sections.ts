import { giftsSection } from '../features/gifts/giving/gifts-section.reader.tsx'
import { membershipSection } from '../features/members/account/membership-section.reader.tsx'
import type { AccountSection } from '../features/readers/reader.ts'

/** What features put on a reader's account page, in this order, before the account's own parts. */
export const accountSections: readonly AccountSection[] = [membershipSection, giftsSection]
