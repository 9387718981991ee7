import { z } from 'zod'
import { runningText } from '../inline.ts'

export const paragraphSchema = z.object({
  id: z.string().max(100),
  type: z.literal('paragraph'),
  content: runningText,
})
export type ParagraphBlock = z.infer<typeof paragraphSchema>
