import { sql } from 'kysely'
import { recordAct } from '../../platform/audit/audit.ts'
import { json, type Transaction } from '../../platform/database/database.ts'
import { leadOn } from '../../platform/database/lead-on.ts'
import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { type AuthorInput, authorInput } from './author.ts'
import { lockAuthor } from './author-queries.ts'

/**
 * Changes an author, or adds one where `id` is null. A former address and its feeds lead on to the new one. Returns the
 * id. Throws NotFound, and BadInput for an address that another author has.
 */
export async function changeAuthor(
  house: Pick<House, 'db' | 'clock'>,
  { by, id, input }: { by: StaffMember; id: number | null; input: AuthorInput },
): Promise<number> {
  const author = authorInput.parse(input)
  return house.db.transaction().execute(async tx => {
    const before = id === null ? null : await lockAuthor(tx, id)
    if (before === undefined) throw new NotFound('There is no such author.')
    await requireFree(tx, author.slug, id)
    const now = house.clock.now()
    const values = {
      slug: author.slug,
      name: author.name,
      role: author.role,
      bio: author.bio,
      email: author.email,
      links: json(author.links),
      photograph_id: author.photographId,
      updated_at: now,
    }
    const saved = before
      ? await tx
          .updateTable('authors')
          .set(values)
          .where('id', '=', before.id)
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .insertInto('authors')
          .values({ ...values, created_at: now })
          .returning('id')
          .executeTakeFirstOrThrow()
    if (before && before.slug !== author.slug)
      await leadOn(tx, house.clock, {
        from: `/authors/${before.slug}`,
        to: `/authors/${author.slug}`,
        feeds: true,
      })
    await recordAct(tx, house.clock, {
      by,
      act: before ? 'change-author' : 'add-author',
      subject: { kind: 'author', id: saved.id, title: author.name },
      detail: before ? { before: { name: before.name, slug: before.slug } } : {},
    })
    await recordEvent(tx, house.clock, {
      kind: 'author-changed',
      keys: [`author:${saved.id}`, 'stories', '*'],
    })
    return saved.id
  })
}

async function requireFree(tx: Transaction, slug: string, id: number | null): Promise<void> {
  const taken = await tx
    .selectFrom('authors')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (taken && taken.id !== id)
    throw new BadInput({
      field: 'slug',
      sentence: `The address “/authors/${slug}” belongs to ${taken.name}.`,
    })
}

/** Takes out an author whom no story names. Throws NotFound, or Conflict while one does. */
export async function removeAuthor(
  house: Pick<House, 'db' | 'clock'>,
  { by, id }: { by: StaffMember; id: number },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const author = await lockAuthor(tx, id)
    if (!author) throw new NotFound('There is no such author.')
    const { rows } = await sql<{ used: boolean }>`
      select exists (select 1 from revisions where content -> 'authors' @> to_jsonb(${id}::bigint))
        or exists (select 1 from stories where draft -> 'authors' @> to_jsonb(${id}::bigint)) as used`.execute(
      tx,
    )
    if (rows[0]?.used) throw new Conflict(`Stories have ${author.name} as their author, so they stay.`)
    await tx.deleteFrom('authors').where('id', '=', id).execute()
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-author',
      subject: { kind: 'author', id, title: author.name },
      detail: { slug: author.slug },
    })
    await recordEvent(tx, house.clock, { kind: 'author-changed', keys: [`author:${id}`, 'stories'] })
  })
}
