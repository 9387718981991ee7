import { changes, type DemoChange, type DemoDraft, drafts, queuedBrief } from '../../demo/desk.ts'
import { queueBrief } from '../features/live/brief.ts'
import { readPublication } from '../features/publication/publication.ts'
import { listStaff } from '../features/staff/staff.ts'
import { handInChanges } from '../features/stories/publishing/changes/hand-in-changes.ts'
import { scheduleChange } from '../features/stories/publishing/changes/schedule-change.ts'
import { findSlugOwner, readSeenState } from '../features/stories/publishing/publishing-queries.ts'
import {
  createStory,
  liveDrafts,
  type StoryContentInput,
  saveDraft,
  scheduleStory,
} from '../features/stories/story.ts'
import type { House } from '../platform/house.ts'
import type { StaffMember } from '../platform/http/staff-member.ts'

const hour = 3_600_000

/** Gives the demo's staff something in hand: stories that are being written, changes and a brief that wait. */
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
  for (const change of changes) await makeChange(house, change, people)
  const poster = people.get(queuedBrief.by)
  if (poster)
    await queueBrief(
      house,
      { headline: queuedBrief.headline },
      { by: poster.name, at: roundedUp(house.clock.now().getTime() + queuedBrief.inHours * hour) },
    )
}

/** Writes on in a published story, and hands that in or schedules it. */
async function makeChange(
  house: House,
  { slug, standfirst, writtenBy, goesOut }: DemoChange,
  people: ReadonlyMap<string, Pick<StaffMember, 'id' | 'name' | 'role'>>,
): Promise<void> {
  const storyId = (await findSlugOwner(house.db, slug))?.storyId
  const writer = people.get(writtenBy)
  const editor = people.get(goesOut?.by ?? '')
  if (storyId === undefined || !writer) return
  await house.db.updateTable('stories').set({ created_by: writer.id }).where('id', '=', storyId).execute()
  await saveDraft(house, storyId, { ...(await liveDrafts.read(house, storyId)), standfirst })
  if (!goesOut || !editor) return handInChanges(house, { storyId, by: writer })
  await scheduleChange(house, {
    ...{ storyId, by: editor, change: { kind: 'update' }, reason: goesOut.reason },
    at: roundedUp(house.clock.now().getTime() + goesOut.inHours * hour),
    seen: await readSeenState(house.db, storyId),
    timeZone: (await readPublication(house)).timeZone,
  })
}

function roundedUp(time: number): Date {
  return new Date(Math.ceil(time / hour) * hour)
}
