import { sql } from 'kysely'
import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { leadOn } from '../../platform/database/lead-on.ts'
import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { lockTopic } from './topic-queries.ts'

/**
 * Makes one topic of two: every story of `from` is listed under `into`, the address and feeds of `from` lead there, and
 * drafts, revisions and fronts that still name `from` mean `into`. Throws NotFound, or BadInput for one and the same.
 */
export async function mergeTopics(
  house: Pick<House, 'db' | 'clock'>,
  { by, from, into }: { by: StaffMember; from: number; into: number },
): Promise<void> {
  if (from === into)
    throw new BadInput({ field: 'into', sentence: 'Choose another topic to merge this one into.' })
  await house.db.transaction().execute(async tx => {
    // Always in the same order, so that two people who merge crosswise do not wait for each other for ever.
    const locked = new Map<number, Awaited<ReturnType<typeof lockTopic>>>()
    for (const id of [from, into].sort((a, b) => a - b)) locked.set(id, await lockTopic(tx, id))
    const [old, kept] = [locked.get(from), locked.get(into)]
    if (!old || !kept) throw new NotFound('One of the two topics is not there any more.')
    await moveStories(tx, from, into)
    await tx.updateTable('topics').set({ merged_into: into }).where('merged_into', '=', from).execute()
    await tx
      .updateTable('topics')
      .set({ merged_into: into, updated_at: house.clock.now() })
      .where('id', '=', from)
      .execute()
    await leadOn(tx, house.clock, { from: `/topics/${old.slug}`, to: `/topics/${kept.slug}`, feeds: true })
    await recordAct(tx, house.clock, {
      by,
      act: 'merge-topics',
      subject: { kind: 'topic', id: into, title: kept.name },
      detail: { merged: { id: from, name: old.name, slug: old.slug } },
    })
    await recordEvent(tx, house.clock, { kind: 'topic-changed', keys: ['*'] })
  })
}

async function moveStories(tx: Transaction, from: number, into: number): Promise<void> {
  await sql`
    insert into published_story_topics (topic_id, published_at, story_id)
    select ${into}, published_at, story_id from published_story_topics where topic_id = ${from}
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('published_story_topics').where('topic_id', '=', from).execute()
  await sql`
    update published_stories set
      topic_ids = case when ${into} = any (topic_ids) then array_remove(topic_ids, ${from}::bigint)
                       else array_replace(topic_ids, ${from}::bigint, ${into}::bigint) end,
      primary_topic_id = case when primary_topic_id = ${from} then ${into}::bigint else primary_topic_id end
    where ${from}::bigint = any (topic_ids)`.execute(tx)
}

/** Takes out a topic that nothing names. Throws NotFound, or Conflict while a story or draft has it. */
export async function removeTopic(
  house: Pick<House, 'db' | 'clock'>,
  { by, id }: { by: StaffMember; id: number },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const topic = await lockTopic(tx, id)
    if (!topic) throw new NotFound('There is no such topic.')
    const { rows } = await sql<{ used: boolean }>`
      select exists (select 1 from revisions where content -> 'topics' @> to_jsonb(${id}::bigint))
        or exists (select 1 from stories where draft -> 'topics' @> to_jsonb(${id}::bigint))
        or exists (select 1 from topics where merged_into = ${id}) as used`.execute(tx)
    if (rows[0]?.used)
      throw new Conflict(
        `Stories have the topic “${topic.name}”. Merge it into another instead; their lists then stay whole.`,
      )
    await tx.deleteFrom('topics').where('id', '=', id).execute()
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-topic',
      subject: { kind: 'topic', id, title: topic.name },
      detail: { slug: topic.slug },
    })
    await recordEvent(tx, house.clock, { kind: 'topic-changed', keys: [`topic:${id}`, 'stories'] })
  })
}
