import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../platform/database/database.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'

/** Takes what fronts say of a story out of them, of all ages, once its own text was removed for good. */
export const forgetStoryJob: JobKind<{ storyId: number }> = {
  name: 'forget-story-on-fronts',
  schema: z.object({ storyId: z.int() }),
  async run({ storyId }, house) {
    await house.db.transaction().execute(async tx => {
      for (const [table, column] of kept) await forget(tx, { table, column, storyId })
    })
  },
}

/** Wherever a front's content is kept. */
const kept = [
  ['fronts', 'live'],
  ['fronts', 'draft'],
  ['fronts', 'draft_before'],
  ['front_revisions', 'content'],
  ['front_schedules', 'content'],
] as const

/** A slot with that story keeps its place and nothing else, so that nobody's arrangement moves. */
async function forget(
  tx: Transaction,
  { table, column, storyId }: { table: string; column: string; storyId: number },
): Promise<void> {
  const content = sql.ref(column)
  await sql`
    update ${sql.table(table)} set ${content} = jsonb_set(${content}, '{containers}', (
      select coalesce(jsonb_agg(jsonb_set(container, '{slots}', (
        select coalesce(jsonb_agg(
          case when slot->'storyId' = to_jsonb(${storyId}::bigint)
            then jsonb_build_object('storyId', slot->'storyId') else slot end order by place), '[]')
        from jsonb_array_elements(container->'slots') with ordinality as slots(slot, place)
      )) order by place), '[]')
      from jsonb_array_elements(${content}->'containers') with ordinality as containers(container, place)))
    where jsonb_path_exists(${content}, '$.containers[*].slots[*] ? (@.storyId == $id)',
      jsonb_build_object('id', ${storyId}::bigint))`.execute(tx)
}
