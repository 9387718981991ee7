import { recordAct } from '../../../../platform/audit/audit.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import { json } from '../../../../platform/database/database.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { type DraftContentInput, draftContent } from '../../live-draft/draft-content.ts'

interface NewStory {
  by: StaffMember
  content: DraftContentInput
  kind?: 'story' | 'page'
  translationOf?: number
}

/** Begins a story: an empty draft, or one with the words given. It belongs to whoever began it. Returns its id. */
export async function beginStory(house: Pick<House, 'clock' | 'db'>, story: NewStory): Promise<number> {
  return house.db.transaction().execute(tx => beginStoryIn(tx, house, story))
}

/** The same inside a transaction that does more. */
export async function beginStoryIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  story: NewStory,
): Promise<number> {
  const { by, kind = 'story', translationOf = null } = story
  const content = draftContent.parse(story.content)
  const now = house.clock.now()
  const { id } = await tx
    .insertInto('stories')
    .values({
      kind,
      draft: json(content),
      draft_updated_at: now,
      translation_of: translationOf,
      created_at: now,
      created_by: by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordAct(tx, house.clock, {
    by,
    act: 'begin-story',
    subject: { kind: 'story', id, title: content.headline },
    detail: translationOf === null ? {} : { translationOf },
  })
  return id
}
