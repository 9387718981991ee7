import { type DemoDraft, drafts, queuedBrief } from '../../demo/desk.ts'
import { queueBrief } from '../features/live/brief.ts'
import { listStaff } from '../features/staff/staff.ts'
import { createStory, type StoryContentInput, scheduleStory } from '../features/stories/story.ts'
import type { House } from '../platform/house.ts'

const hour = 3_600_000

/** Gives the demo's staff something in hand: stories that are being written, and a brief that waits. */
export async function fillDemoDesk(
  house: House,
  wordsOf: (draft: DemoDraft) => StoryContentInput,
): Promise<void> {
  const people = new Map((await listStaff(house.db)).map(person => [person.name, person]))
  const idOf = (name: string | null) => (name === null ? null : (people.get(name)?.id ?? null))
  for (const draft of drafts) {
    const at = roundedUp(house.clock.now().getTime() + draft.dueInHours * hour)
    const storyId = await createStory(house, { content: wordsOf(draft) })
    await house.db
      .updateTable('stories')
      .set({
        state: draft.state === 'scheduled' ? 'ready' : draft.state,
        created_by: idOf(draft.writtenBy),
        assignee_id: idOf(draft.assignee),
        due_at: at,
      })
      .where('id', '=', storyId)
      .execute()
    if (draft.state === 'scheduled') await scheduleStory(house, { storyId, at })
  }
  const poster = people.get(queuedBrief.by)
  if (poster)
    await queueBrief(
      house,
      { headline: queuedBrief.headline },
      { by: poster.name, at: roundedUp(house.clock.now().getTime() + queuedBrief.inHours * hour) },
    )
}

function roundedUp(time: number): Date {
  return new Date(Math.ceil(time / hour) * hour)
}
