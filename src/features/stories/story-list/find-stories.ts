import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import { storyListMessages } from './story-list-messages.newsroom.ts'
import { findListed, listStoryPlaces } from './story-list-queries.ts'

const most = 8

/** The newest stories with these words in their headline that somebody may open; without words, the newest of all. */
export async function findStories(house: House, staff: StaffMember, q: string) {
  if (!may(staff, 'write-stories')) return []
  const texts = storyListMessages(staff.language)
  const ownOf = may(staff, 'edit-all-stories') ? undefined : staff.id
  const places = await listStoryPlaces(house.db, { q, ownOf, limit: most })
  const stories = await findListed(
    house.db,
    places.map(place => place.storyId),
    staff.id,
  )
  return stories
    .filter(story => !story.removed)
    .map(({ id, headline, language, state }) => ({
      ...{ id, language, state },
      headline: headline || texts.untitled,
      stateName: texts.states[state],
    }))
}
