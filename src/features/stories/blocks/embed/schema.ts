import { z } from 'zod'
import { runningText } from '../inline.ts'

/** Something shown from another place. The address decides; `provider` only names it where the address is not known. */
export const embedSchema = z.object({
  id: z.string().max(100),
  type: z.literal('embed'),
  provider: z.string().max(60).nullish(),
  url: z.string().max(4000),
  title: z.string().max(1000).nullish(),
  caption: runningText.nullish(),
})
export type EmbedBlock = z.infer<typeof embedSchema>
