import { sql } from 'kysely'
import { json } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type FrontContentInput, frontContent } from './front.ts'

/** Makes `content` what readers see of a front, keeps it as one more revision of it, and tells the press. */
export async function publishFront(
  house: Pick<House, 'clock' | 'db'>,
  front: { slug: string; title: string; content: FrontContentInput; by: string },
): Promise<void> {
  const content = frontContent.parse(front.content)
  const now = house.clock.now()
  await house.db.transaction().execute(async tx => {
    const values = { title: front.title, live: json(content), draft: json(content), updated_at: now }
    const { id } = await tx
      .insertInto('fronts')
      .values({ ...values, slug: front.slug })
      .onConflict(conflict => conflict.column('slug').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('front_revisions')
      .values({
        front_id: id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from front_revisions where front_id = ${id})`,
        content: json(content),
        published_by: front.by,
        published_at: now,
      })
      .execute()
    await recordEvent(tx, house.clock, { kind: 'front-published', keys: [`front:${front.slug}`] })
  })
}
