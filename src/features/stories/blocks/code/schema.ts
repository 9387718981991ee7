import { z } from 'zod'

export const codeSchema = z.object({
  id: z.string().max(100),
  type: z.literal('code'),
  text: z.string().max(500_000),
  /** Programming language: "sql", "python". */
  language: z.string().max(60).nullish(),
})
export type CodeBlock = z.infer<typeof codeSchema>
