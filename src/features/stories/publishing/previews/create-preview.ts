import { recordAct } from '../../../../platform/audit/audit.ts'
import { Conflict, Forbidden } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { may } from '../../../../platform/permissions.ts'
import { hashOf, newToken } from '../../../../platform/sign-in/secret-token.ts'
import { requireStoryAccess } from '../story-access.ts'
import { lockStory, subjectOf } from '../story-subject.ts'
import { endPreviewLink, insertPreviewLink } from './preview-queries.ts'

/** How long a preview link may work, in days. */
export const previewDays = [1, 3, 7, 14, 30] as const

/**
 * Makes a link by which somebody outside may read a story's draft; returns its token, which is not kept. Under an embargo
 * only editors may. Throws NotFound, Gone, Forbidden.
 */
export async function createPreview(
  house: Pick<House, 'clock' | 'db'>,
  preview: { storyId: number; label: string; days: (typeof previewDays)[number]; by: StaffMember },
): Promise<string> {
  const { storyId, label, days, by } = preview
  const token = newToken()
  await house.db.transaction().execute(async tx => {
    await requireStoryAccess(tx, storyId, by)
    const story = await lockStory(tx, storyId)
    const now = house.clock.now()
    if (story.embargo_until && story.embargo_until > now && !may(by, 'publish-stories'))
      throw new Forbidden('While the story is embargoed, only an editor may let others read it.')
    const expiresAt = new Date(now.getTime() + days * 86_400_000)
    const id = await insertPreviewLink(tx, { storyId, hash: hashOf(token), label, by, now, expiresAt })
    await recordAct(tx, house.clock, {
      by,
      act: 'create-preview',
      subject: subjectOf(story),
      detail: { preview: id, expiresAt: expiresAt.toISOString() },
    })
  })
  return token
}

/** Takes a preview link back at once. Throws NotFound, Gone, Forbidden, Conflict where it works no more. */
export async function revokePreview(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, id, by }: { storyId: number; id: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await requireStoryAccess(tx, storyId, by)
    const story = await lockStory(tx, storyId)
    if (!(await endPreviewLink(tx, { id, storyId, now: house.clock.now() })))
      throw new Conflict('This preview link did not work any more.')
    await recordAct(tx, house.clock, {
      by,
      act: 'revoke-preview',
      subject: subjectOf(story),
      detail: { preview: id },
    })
  })
}
