import type { LedgerKind } from '../../platform/database/schema-support.ts'

export { applyEvent, applyObject } from './apply-object.ts'
export { countMembers, countSupporters } from './ledger-figures.ts'
export { type LedgerFilter, type LedgerLine, type LedgerSum, listLines, sumLines } from './ledger-queries.ts'
export { customerOf, type Effect, type Hint, type ProcessorEffects } from './processor-effects.ts'
export { type OwnKnowledge, reconcile } from './reconcile.ts'
export { listReconciliations, type Reconciliation } from './reconcile-queries.ts'
export { recordLine } from './record-line.ts'

/** Where a payment or a membership came from: the campaign, its appeal, and the wording of it that was shown. */
export interface Attribution {
  campaignId: number | null
  appealId: number | null
  wordingId: number | null
}

/** Every kind of line, in the order the newsroom thinks of them. */
export const ledgerKinds = [
  'membership-payment',
  'single-payment',
  'gift-payment',
  'refund',
  'dispute',
  'dispute-won',
  'fee',
  'member-began',
  'member-ended',
  'gift-bought',
  'gift-undone',
] as const satisfies LedgerKind[]

export const nowhere: Attribution = { campaignId: null, appealId: null, wordingId: null }

/** One fact, as it is written into the ledger. */
export interface NewLine {
  kind: LedgerKind
  /** What it is about: the processor's name for it, or ours ("membership:42:1"). One line of a kind for each. */
  objectId: string
  /** How it became known: an event of the processor, "return", "reconciliation", "staff:3", "time". */
  source: string
  happenedAt: Date
  /** In minor units; what is given back is negative. */
  amountMinor?: number
  currency?: string
  members?: -1 | 1
  gifts?: number
  readerId?: number | null
  membershipId?: number | null
  giftId?: number | null
  ofLineId?: number | null
  covers?: { from: Date; until: Date } | null
  attribution?: Attribution
}
