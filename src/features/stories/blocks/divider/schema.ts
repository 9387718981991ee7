import { z } from 'zod'

export const dividerSchema = z.object({ id: z.string().max(100), type: z.literal('divider') })
export type DividerBlock = z.infer<typeof dividerSchema>
