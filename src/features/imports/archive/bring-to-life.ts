import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { makeRenditionsJob } from '../../media/photograph.ts'
import { projectStories, publishScheduledJob, storyContent } from '../../stories/story.ts'
import { BadArchive } from '../import.ts'
import {
  findMissingMedia,
  markLost,
  moveSequences,
  pendingPhotographs,
  readPublished,
  readSchedule,
} from './archive-queries.ts'

/** Makes again what an archive does not hold: readers' lists, jobs for renditions and for what is scheduled, sequences. */
export async function bringToLife(tx: Transaction, house: House): Promise<void> {
  const { late, unlisted } = await findMissingMedia(tx)
  if (late) throw new BadArchive(`The archive is not whole: media/${late} is listed and not in it.`)
  if (unlisted)
    throw new BadArchive(`The archive speaks of a stored file that media.jsonl does not list: ${unlisted}.`)
  await markLost(tx)
  await projectAll(tx)
  await moveSequences(tx)
  let after = 0
  for (;;) {
    const ids = await pendingPhotographs(tx, after)
    if (ids.length === 0) break
    for (const photographId of ids) await house.jobs.send(tx, makeRenditionsJob, { photographId })
    after = ids.at(-1)!
  }
  for (const at of await readSchedule(tx))
    await house.jobs.send(tx, publishScheduledJob, {}, { startAfter: at })
}

async function projectAll(tx: Transaction): Promise<void> {
  let after = 0
  for (;;) {
    const rows = await readPublished(tx, after)
    if (rows.length === 0) return
    const projections = rows.map((row): Parameters<typeof projectStories>[1][number] => {
      const content = storyContent.safeParse(row.content)
      if (row.revision_id === null || row.published_at === null || !content.success)
        throw new BadArchive(`Story ${row.id} is published, but has no revision that can be shown.`)
      return {
        storyId: row.id,
        revisionId: row.revision_id,
        kind: row.kind,
        content: content.data,
        publishedAt: row.published_at,
        updatedAt: row.updated_at,
      }
    })
    await projectStories(tx, projections)
    after = rows.at(-1)!.id
  }
}
