import { z } from 'zod'

/** A document to download: minutes, a judgment, a table of data. */
export const fileSchema = z.object({
  id: z.string().max(100),
  type: z.literal('file'),
  fileId: z.number().int(),
  /** In place of the file's name. */
  title: z.string().max(500).nullish(),
  description: z.string().max(5000).nullish(),
})
export type FileBlock = z.infer<typeof fileSchema>
