import { recordAct } from '../../../../platform/audit/audit.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import { Conflict } from '../../../../platform/errors/errors.ts'
import { recordEvent } from '../../../../platform/events/events.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { findTranslations } from '../../story-queries.ts'
import { hasTranslations, linkedLanguages, linkTranslation, originalOf } from './editor-queries.ts'

interface Pair {
  storyId: number
  other: number
  by: StaffMember
}

/**
 * Makes two stories the same in two languages; the pages of all that are linked say so from now on. Throws Conflict for
 * one that belongs to other translations already, and for a language that is there.
 */
export async function linkStories(house: Pick<House, 'clock' | 'db'>, pair: Pair): Promise<void> {
  const { storyId, other } = pair
  await house.db.transaction().execute(async tx => {
    if (other === storyId) throw new Conflict('A story is no translation of itself.')
    if ((await originalOf(tx, other)) !== other || (await hasTranslations(tx, other)))
      throw new Conflict('That story has translations of its own; link this one from there.')
    await requireOtherLanguage(tx, pair)
    await linkTranslation(tx, other, await originalOf(tx, storyId))
    await told(tx, house, 'link', pair)
  })
}

/** Takes the link away again: from the other, or from this story where the other is what it was translated from. */
export async function unlinkStories(house: Pick<House, 'clock' | 'db'>, pair: Pair): Promise<void> {
  const { storyId, other } = pair
  await house.db.transaction().execute(async tx => {
    if (!(await findTranslations(tx, storyId)).includes(other))
      throw new Conflict('Those two are not linked any more.')
    // Told first: afterwards nobody knows whose pages had the link.
    await told(tx, house, 'unlink', pair)
    const original = await originalOf(tx, storyId)
    await linkTranslation(tx, original === other ? storyId : other, null)
  })
}

async function requireOtherLanguage(tx: Transaction, { storyId, other }: Pair): Promise<void> {
  const [[theirs], ours] = [
    await linkedLanguages(tx, [other]),
    await linkedLanguages(tx, [storyId, ...(await findTranslations(tx, storyId))]),
  ]
  if (theirs && ours.includes(theirs))
    throw new Conflict(
      `There is one in that language (${theirs}) already. Give the story its own language first.`,
    )
}

/** The pages of all that are linked are thrown away; what of them is not published has none. */
async function told(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  act: 'link' | 'unlink',
  { storyId, other, by }: Pair,
): Promise<void> {
  const all = [storyId, other, ...(await findTranslations(tx, storyId))]
  await recordEvent(tx, clock, {
    kind: 'translations-changed',
    keys: [...new Set(all)].map(id => `story:${id}`),
    payload: { storyId, other },
  })
  await recordAct(tx, clock, {
    by,
    act: `${act}-translation`,
    subject: { kind: 'story', id: storyId },
    detail: { other },
  })
}
