import { z } from 'zod'
import { runningText } from '../inline.ts'

/** A photograph in this place. What is said here goes before what the photograph itself says; '' says "nothing". */
export const photographSchema = z.object({
  id: z.string().max(100),
  type: z.literal('photograph'),
  photographId: z.number().int(),
  alt: z.string().max(5000).nullish(),
  caption: runningText.nullish(),
  credit: z.string().max(1000).nullish(),
  /** 'text' where nothing is said. */
  width: z.enum(['text', 'wide', 'full']).nullish(),
  href: z.string().max(4000).nullish(),
})
export type PhotographBlock = z.infer<typeof photographSchema>
