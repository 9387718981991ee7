import { z } from 'zod'

/** A block of a kind that this program does not know, or one that does not fit its kind. `original` is what came. */
export const unknownSchema = z.object({
  id: z.string(),
  type: z.literal('unknown'),
  original: z.unknown(),
})
export type UnknownBlock = z.infer<typeof unknownSchema>
