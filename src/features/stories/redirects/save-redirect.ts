import { recordAct } from '../../../platform/audit/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { likeText } from '../../../platform/database/like-pattern.ts'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'

import type { House } from '../../../platform/house.ts'
import { locationOf } from '../../../platform/http/route.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { redirectTexts } from './redirect-messages.newsroom.ts'

export interface Redirect {
  path: string
  target: string
  createdAt: Date
}

/**
 * Has an old path lead to a target; one that is there already is changed. Throws BadInput for a path that is not on this
 * site, a target that leads nowhere a browser may go, an address of a story, and circles.
 */
export async function saveRedirect(
  house: Pick<House, 'db' | 'clock'>,
  { by, from, to }: { by: StaffMember; from: string; to: string },
): Promise<void> {
  const texts = redirectTexts(by.language)
  const path = from.startsWith('/') ? locationOf(from) : null
  if (path === null || path === '/') throw new BadInput({ field: 'from', sentence: texts.fromWrong })
  const target = locationOf(to)
  if (target === null) throw new BadInput({ field: 'to', sentence: texts.toWrong })
  if (path === target) throw new BadInput({ field: 'to', sentence: texts.same })
  await house.db.transaction().execute(async tx => {
    const back = await tx
      .selectFrom('redirects')
      .select('target')
      .where('path', '=', target)
      .executeTakeFirst()
    if (back?.target === path) throw new BadInput({ field: 'to', sentence: texts.circle })
    const story = await tx
      .selectFrom('published_stories')
      .select('slug')
      .where('slug', '=', safelyDecoded(path.slice(1)))
      .executeTakeFirst()
    if (story) throw new BadInput({ field: 'from', sentence: texts.taken(path) })
    const values = { target, created_at: house.clock.now() }
    await tx
      .insertInto('redirects')
      .values({ path, ...values })
      .onConflict(conflict => conflict.column('path').doUpdateSet(values))
      .execute()
    await recordAct(tx, house.clock, {
      by,
      act: 'save-redirect',
      subject: { kind: 'redirect', id: path, title: path },
      detail: { target },
    })
  })
}

export async function removeRedirect(
  house: Pick<House, 'db' | 'clock'>,
  { by, path }: { by: StaffMember; path: string },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const gone = await tx
      .deleteFrom('redirects')
      .where('path', '=', path)
      .returning('target')
      .executeTakeFirst()
    if (!gone) throw new NotFound('There is no such redirect.')
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-redirect',
      subject: { kind: 'redirect', id: path, title: path },
      detail: gone,
    })
  })
}

/** Redirects whose path or target holds the words, in the order of their paths; `after` is the last path seen. */
export async function listRedirects(
  db: Database,
  { words, after, limit }: { words: string; after: string; limit: number },
): Promise<Redirect[]> {
  const pattern = `%${likeText(words)}%`
  const rows = await db
    .selectFrom('redirects')
    .selectAll()
    .where('path', '>', after)
    .$if(words !== '', query =>
      query.where(eb => eb.or([eb('path', 'ilike', pattern), eb('target', 'ilike', pattern)])),
    )
    .orderBy('path')
    .limit(limit)
    .execute()
  return rows.map(row => ({ path: row.path, target: row.target, createdAt: row.created_at }))
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
