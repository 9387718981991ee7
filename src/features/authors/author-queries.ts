import type { Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { AuthorsTable } from '../../platform/database/schema.ts'
import type { Author, AuthorLink } from './author.ts'

/** The authors with these ids, by id; ids that do not exist are missing. */
export async function findAuthors(db: Database, ids: readonly number[]): Promise<Map<number, Author>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('authors')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, authorFrom(row)]))
}

export async function findAuthorBySlug(db: Database, slug: string): Promise<Author | null> {
  const row = await db.selectFrom('authors').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? authorFrom(row) : null
}

/** All authors by name. */
export async function listAuthors(db: Database): Promise<Author[]> {
  const rows = await db.selectFrom('authors').selectAll().orderBy('name').execute()
  return rows.map(authorFrom)
}

function authorFrom(row: Selectable<AuthorsTable>): Author {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    role: row.role,
    bio: row.bio,
    email: row.email,
    links: row.links as AuthorLink[],
    photographId: row.photograph_id,
  }
}
