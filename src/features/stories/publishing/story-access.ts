import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { Forbidden, Gone, NotFound } from '../../../platform/errors/errors.ts'
import { may, type Role } from '../../../platform/permissions.ts'

interface Person {
  id: number
  role: Role
}

/** Whether a story is this person's: they began it, it is assigned to them, or an editor let them in. */
export async function isOwnStory(db: Database, storyId: number, { id }: { id: number }): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`
    select s.created_by = ${id} is true or s.assignee_id = ${id} is true
      or exists (select from story_staff t where t.story_id = s.id and t.staff_id = ${id}) as own
    from stories s where s.id = ${storyId}`.execute(db)
  return rows[0]?.own === true
}

/**
 * Lets through whoever may open and write this story: editors all, others their own. Throws NotFound, Gone for a story
 * that the law took away, Forbidden.
 */
export async function requireStoryAccess(
  db: Database,
  storyId: number,
  person: Person,
): Promise<{ own: boolean }> {
  const story = await db
    .selectFrom('stories')
    .select('removed_at')
    .where('id', '=', storyId)
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  if (story.removed_at) throw new Gone('The text of this story was removed for good.')
  const own = await isOwnStory(db, storyId, person)
  if (own ? may(person, 'write-stories') : may(person, 'edit-all-stories')) return { own }
  throw new Forbidden('This story is not one of yours. An editor can let you in.')
}
