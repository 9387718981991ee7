import { z } from 'zod'
import { reconcile } from '../features/ledger/ledger.ts'
import { ownKnowledge } from '../features/members/own-knowledge.ts'
import { rehearsalJob } from '../features/members/rehearsal/rehearse.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { doDueWork, hasPractised } from './due-work.ts'
import { processorEffects } from './processor-effects.ts'

const day = 86_400_000
/** What the processor may still change by itself; older payments are looked at again as they change. */
const comparedDays = 35

/** Compares the ledger with the processor; nothing to compare where nobody has ever paid. */
export const compareJob: JobKind<Record<string, never>> = {
  name: 'compare-ledger',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  expireInSeconds: 3600,
  async run(_data, house) {
    const { mode } = house.payments
    if (mode === 'closed' || (mode === 'practice' && !(await hasPractised(house)))) return
    const until = house.payments.now()
    await reconcile(house, {
      effects: processorEffects,
      own: ownKnowledge,
      span: { from: new Date(until.getTime() - comparedDays * day), until },
    })
  },
}

export const playAheadJob = rehearsalJob(doDueWork)
