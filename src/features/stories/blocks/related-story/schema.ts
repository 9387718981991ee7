import { z } from 'zod'

export const relatedStorySchema = z.object({
  id: z.string().max(100),
  type: z.literal('related-story'),
  storyId: z.number().int(),
  /** In place of the story's own headline. */
  headline: z.string().max(500).nullish(),
})
export type RelatedStoryBlock = z.infer<typeof relatedStorySchema>
