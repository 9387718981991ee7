import { z } from 'zod'
import { runningText } from '../inline.ts'

/** A sentence of the text set large. It repeats what the text says, so it is neither read aloud nor counted. */
export const pullQuoteSchema = z.object({
  id: z.string().max(100),
  type: z.literal('pull-quote'),
  content: runningText,
  attribution: z.string().max(500).nullish(),
})
export type PullQuoteBlock = z.infer<typeof pullQuoteSchema>
