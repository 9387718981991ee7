import { z } from 'zod'
import { type Inline, runningText } from '../inline.ts'

export const deepestList = 8

export interface ListItem {
  content: Inline[]
  list?: NestedList | null
}

export interface NestedList {
  ordered: boolean
  /** Number of the first item of an ordered list; 1 where nothing is said. */
  start?: number | null
  items: ListItem[]
}

export interface ListBlock extends NestedList {
  id: string
  type: 'list'
}

export const listSchema: z.ZodType<ListBlock> = z.object({
  id: z.string().max(100),
  type: z.literal('list'),
  ...listFields(deepestList),
})

// Written out level by level: a recursive schema would follow hostile nesting until the stack ends.
function listFields(levels: number) {
  const inner: z.ZodType<NestedList | null | undefined> =
    levels > 1 ? z.object(listFields(levels - 1)).nullish() : z.null().optional()
  return {
    ordered: z.boolean(),
    start: z.number().int().min(-1_000_000).max(1_000_000).nullish(),
    items: z.array(z.object({ content: runningText, list: inner.optional() })).max(5000),
  }
}
