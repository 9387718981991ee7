import { convergeGift } from '../features/gifts/converge-gift.ts'
import type { ProcessorEffects } from '../features/ledger/ledger.ts'
import { memberEffects } from '../features/members/processor-effects.ts'

/** What follows from the processor's objects, feature by feature. */
export const processorEffects: ProcessorEffects = memberEffects(convergeGift)
