import { recordAct } from '../../../platform/audit/audit.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { requireStoryAccess } from '../publishing/story-access.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'

interface TopicChange {
  storyId: number
  topicId: number
  by: StaffMember
}

/** Adds a topic behind those that a story's draft has. Throws NotFound, Gone, Forbidden. */
export function addTopic(house: Pick<House, 'clock' | 'db'>, change: TopicChange): Promise<void> {
  return changeTopics(house, change, topics =>
    topics.includes(change.topicId) ? topics : [...topics, change.topicId],
  )
}

/** Takes a topic from a story's draft. Throws NotFound, Gone, Forbidden. */
export function takeTopic(house: Pick<House, 'clock' | 'db'>, change: TopicChange): Promise<void> {
  return changeTopics(house, change, topics => topics.filter(id => id !== change.topicId))
}

/** One edit of the draft, which open editors see. */
async function changeTopics(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: TopicChange,
  change: (topics: number[]) => number[],
): Promise<void> {
  await liveDrafts.flush(house, storyId)
  await house.db.transaction().execute(async tx => {
    await requireStoryAccess(tx, storyId, by)
    const story = await lockStory(tx, storyId)
    const before = readDraft(Object(story.draft))
    const topics = change(before.topics)
    if (topics.length === before.topics.length) return
    await liveDrafts.replaceIn(tx, house, { storyId, content: { ...before, topics }, by: by.id })
    await recordAct(tx, house.clock, {
      by,
      act: 'change-topics',
      subject: subjectOf(story),
      detail: { from: before.topics, to: topics },
    })
  })
}
