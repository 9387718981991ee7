export { type CheckoutMetadata, readMetadata, writeMetadata } from './checkout-metadata.ts'
export type { Payment } from './converge-payment.ts'
export { countMembership } from './count-membership.ts'
export { readWishes, regionOf } from './join/join-choice.ts'
export { joinMessages } from './join/join-messages.ts'
export { leadTo } from './join/join-pages.reader.tsx'
export { inForceUntil, isInForce, type Membership } from './membership.ts'
export {
  findMembership,
  insertMembership,
  listMembershipsOf,
  lockMembership,
  lockMembershipsOf,
  updateMembership,
} from './membership-queries.ts'
export { processorKey } from './mirror-price.ts'
export { processorOrigins } from './processor-origins.ts'
export { supportDeskPage } from './support-desk/support-desk-page.tsx'
export { keptSupportSettings, readSupportSettings, type SupportSettings } from './support-settings.ts'
export { tellSupportChanged } from './tell-support-changed.ts'
export { isOffered, type Tier } from './tier.ts'
export { findTier, listTiers, readTiers } from './tier-queries.ts'
