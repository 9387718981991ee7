import { z } from 'zod'
import { runningText } from '../inline.ts'

/** Level 1 is the story's headline; inside a text headings begin at 2. */
export const headingSchema = z.object({
  id: z.string().max(100),
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  content: runningText,
})
export type HeadingBlock = z.infer<typeof headingSchema>
