import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type FrontContentInput, frontContent } from './front.ts'

interface Publishing {
  slug: string
  title: string
  content: FrontContentInput
  by: string
  /** True for a change that was made earlier: what the desk has drafted since stays. */
  keepDraft?: boolean
}

/** Makes `content` what readers see of a front, keeps it as one more revision of it, and tells the press. */
export function publishFront(house: Pick<House, 'clock' | 'db'>, front: Publishing): Promise<void> {
  return house.db.transaction().execute(tx => publishFrontIn(tx, house, front))
}

/** The same inside a transaction that does more. */
export async function publishFrontIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  { slug, title, content: input, by, keepDraft }: Publishing,
): Promise<void> {
  const content = frontContent.parse(input)
  const now = house.clock.now()
  const live = { title, live: json(content), updated_at: now }
  const { id } = await tx
    .insertInto('fronts')
    .values({ ...live, draft: json(content), slug })
    .onConflict(conflict =>
      conflict.column('slug').doUpdateSet(keepDraft ? live : { ...live, draft: json(content) }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('front_revisions')
    .values({
      front_id: id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from front_revisions where front_id = ${id})`,
      content: json(content),
      published_by: by,
      published_at: now,
    })
    .execute()
  await recordEvent(tx, house.clock, { kind: 'front-published', keys: [`front:${slug}`] })
}
