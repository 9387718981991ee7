import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type TopicInput, topicInput } from './topic.ts'

/**
 * Adds the topic, or changes the one with this slug. Returns the id. Throws ZodError for input that cannot be used.
 * Lists of stories show topics by name, so they are printed again.
 */
export async function saveTopic(house: Pick<House, 'db' | 'clock'>, input: TopicInput): Promise<number> {
  const topic = topicInput.parse(input)
  const now = house.clock.now()
  const values = {
    name: topic.name,
    description: topic.description,
    photograph_id: topic.photographId,
    updated_at: now,
  }
  return house.db.transaction().execute(async tx => {
    const { id } = await tx
      .insertInto('topics')
      .values({ ...values, slug: topic.slug, created_at: now })
      .onConflict(conflict => conflict.column('slug').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(tx, house.clock, { kind: 'topic-changed', keys: [`topic:${id}`, 'stories'] })
    return id
  })
}
