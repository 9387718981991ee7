import { type Selectable, sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
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

/** All authors of a published story, by name: who only works on one is no reader’s business yet. */
export async function listAuthors(db: Database): Promise<Author[]> {
  const rows = await db
    .selectFrom('authors')
    .selectAll()
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('published_story_authors')
          .select('author_id')
          .whereRef('published_story_authors.author_id', '=', 'authors.id'),
      ),
    )
    .orderBy('name')
    .execute()
  return rows.map(authorFrom)
}

/** Every author there is, for those who write; with how many published stories they have. */
export async function listAllAuthors(db: Database): Promise<(Author & { published: number })[]> {
  const rows = await db
    .selectFrom('authors')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from published_story_authors p where p.author_id = authors.id)`.as(
        'published',
      ),
    )
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...authorFrom(row), published: row.published }))
}

export async function lockAuthor(tx: Transaction, id: number): Promise<Author | undefined> {
  const row = await tx.selectFrom('authors').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && authorFrom(row)
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
