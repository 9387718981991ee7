import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { leadOn } from '../../platform/database/lead-on.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { type Topic, type TopicInput, topicInput } from './topic.ts'
import { lockTopic } from './topic-queries.ts'

/**
 * Changes a topic, or adds one where `id` is null. Its former address and its feeds lead on to the new one. Returns
 * its id. Throws NotFound, and BadInput for an address that another topic has.
 */
export async function changeTopic(
  house: Pick<House, 'db' | 'clock'>,
  { by, id, input }: { by: StaffMember; id: number | null; input: TopicInput },
): Promise<number> {
  const topic = topicInput.parse(input)
  return house.db.transaction().execute(async tx => {
    const before = id === null ? null : await lockTopic(tx, id)
    if (before === undefined) throw new NotFound('There is no such topic.')
    await requireFree(tx, topic.slug, id)
    const saved = await write(tx, house.clock.now(), before, topic)
    if (before && before.slug !== topic.slug)
      await leadOn(tx, house.clock, {
        from: `/topics/${before.slug}`,
        to: `/topics/${topic.slug}`,
        feeds: true,
      })
    await recordAct(tx, house.clock, {
      by,
      act: before ? 'change-topic' : 'add-topic',
      subject: { kind: 'topic', id: saved, title: topic.name },
      detail: before ? { before: { name: before.name, slug: before.slug } } : {},
    })
    await recordEvent(tx, house.clock, { kind: 'topic-changed', keys: [`topic:${saved}`, 'stories', '*'] })
    return saved
  })
}

async function requireFree(tx: Transaction, slug: string, id: number | null): Promise<void> {
  const taken = await tx
    .selectFrom('topics')
    .select(['id', 'name', 'merged_into'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!taken || taken.id === id) return
  throw new BadInput({
    field: 'slug',
    sentence: taken.merged_into
      ? `The address “/topics/${slug}” led to the topic “${taken.name}”, which was merged; it leads on from there.`
      : `The address “/topics/${slug}” belongs to the topic “${taken.name}”.`,
  })
}

async function write(
  tx: Transaction,
  now: Date,
  before: Topic | null,
  topic: ReturnType<typeof topicInput.parse>,
): Promise<number> {
  const values = {
    slug: topic.slug,
    name: topic.name,
    description: topic.description,
    photograph_id: topic.photographId,
    updated_at: now,
  }
  if (before) {
    await tx.updateTable('topics').set(values).where('id', '=', before.id).execute()
    return before.id
  }
  const { id } = await tx
    .insertInto('topics')
    .values({ ...values, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
