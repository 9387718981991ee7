import { z } from 'zod'
import { runningText } from '../inline.ts'

const span = z.number().int().min(1).max(1000).nullish()

const cell = z.object({
  content: runningText,
  /** A cell that names its row (or its column, in the head). */
  header: z.boolean().nullish(),
  colspan: span,
  rowspan: span,
  align: z.enum(['start', 'center', 'end']).nullish(),
})

export const tableSchema = z.object({
  id: z.string().max(100),
  type: z.literal('table'),
  caption: runningText.nullish(),
  /** True where the first row names the columns. */
  head: z.boolean(),
  rows: z.array(z.object({ cells: z.array(cell).max(200) })).max(5000),
})
export type TableBlock = z.infer<typeof tableSchema>
export type TableCell = z.infer<typeof cell>
