import { NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Ask } from '../../../../platform/http/route.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { requireStoryAccess } from '../../publishing/story-access.ts'

/** The story that a newsroom address names, once it is sure that this person may write it. Throws NotFound, Forbidden. */
export async function storyToWrite(
  ask: Pick<Ask, 'params' | 'staff'>,
  house: Pick<House, 'db'>,
): Promise<{ storyId: number; staff: StaffMember }> {
  const { staff } = ask
  if (!staff || !/^[1-9]\d{0,14}$/.test(ask.params.id ?? '')) throw new NotFound('There is no such story.')
  const storyId = Number(ask.params.id)
  await requireStoryAccess(house.db, storyId, staff)
  return { storyId, staff }
}
