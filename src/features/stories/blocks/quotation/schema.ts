import { z } from 'zod'
import { runningText } from '../inline.ts'

export const quotationSchema = z.object({
  id: z.string().max(100),
  type: z.literal('quotation'),
  paragraphs: z.array(runningText).max(500),
  /** Who or what is quoted. */
  cite: runningText.nullish(),
  /** Where it was said. */
  url: z.string().max(4000).nullish(),
})
export type QuotationBlock = z.infer<typeof quotationSchema>
