import { z } from 'zod'

export { saveTopic } from './save-topic.ts'
export { currentTopicIds, findTopicBySlug, findTopics, listAllTopics, listTopics } from './topic-queries.ts'

/** What stories are about. */
export interface Topic {
  id: number
  slug: string
  name: string
  description: string
  photographId: number | null
}

export const topicInput = z.object({
  slug: z
    .string()
    .regex(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u, 'letters, digits and single hyphens')
    .max(190),
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2000).default(''),
  photographId: z.number().int().nullable().default(null),
})
export type TopicInput = z.input<typeof topicInput>
