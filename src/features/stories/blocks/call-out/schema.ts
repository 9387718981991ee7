import { z } from 'zod'
import { runningText } from '../inline.ts'

/** Text beside the text: a note, the facts in brief, a warning. */
export const callOutSchema = z.object({
  id: z.string().max(100),
  type: z.literal('call-out'),
  tone: z.enum(['note', 'facts', 'warning']),
  title: z.string().max(500).nullish(),
  paragraphs: z.array(runningText).max(500),
})
export type CallOutBlock = z.infer<typeof callOutSchema>
