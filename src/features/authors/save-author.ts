import { json } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type AuthorInput, authorInput } from './author.ts'

/**
 * Adds the author, or changes the one with this slug. Returns the id. Throws ZodError for input that cannot be used.
 * Lists of stories show authors by name, so they are printed again.
 */
export async function saveAuthor(house: Pick<House, 'db' | 'clock'>, input: AuthorInput): Promise<number> {
  const author = authorInput.parse(input)
  const now = house.clock.now()
  const values = {
    name: author.name,
    role: author.role,
    bio: author.bio,
    email: author.email,
    links: json(author.links),
    photograph_id: author.photographId,
    updated_at: now,
  }
  return house.db.transaction().execute(async tx => {
    const { id } = await tx
      .insertInto('authors')
      .values({ ...values, slug: author.slug, created_at: now })
      .onConflict(conflict => conflict.column('slug').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(tx, house.clock, { kind: 'author-changed', keys: [`author:${id}`, 'stories'] })
    return id
  })
}
