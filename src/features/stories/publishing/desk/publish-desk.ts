import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../../../platform/database/database.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { may } from '../../../../platform/permissions.ts'
import { findAuthors } from '../../../authors/author.ts'
import { listStaff } from '../../../staff/staff.ts'
import { findTopics } from '../../../topics/topic.ts'
import type { DraftContent } from '../../live-draft/draft-content.ts'
import type { Correction } from '../../story.ts'
import type { PlannedChange } from '../changes/planned-change.ts'
import { findPlannedChange } from '../changes/planned-change-queries.ts'
import type { Finding } from '../checks/check.ts'
import { runChecks } from '../checks/checks.ts'
import { askAboutLinks } from '../links/check-links.ts'
import { outsideOf } from '../links/find-links.ts'
import { kindOfLink, linksIn } from '../links/link-facts.ts'
import { keepNewestDraft } from '../newest-draft.ts'
import type { Seen } from '../overtaken.ts'
import { listPreviewLinks, type PreviewLink } from '../previews/preview-queries.ts'
import { isUnchanged } from '../publish-at-desk.ts'
import {
  type DeskStory,
  findDeskStory,
  findLastReason,
  listOwnCorrections,
  listPublishings,
  type PastPublishing,
  readSeenState,
} from '../publishing-queries.ts'
import { requireStoryAccess } from '../story-access.ts'
import { gatherFacts } from '../story-facts.ts'
import { type DeskState, movesFor } from '../workflow.ts'

/** Everything the page about publishing one story shows. */
export interface PublishDesk {
  story: DeskStory
  content: DraftContent
  topics: { slug: string; name: string }[]
  authors: { slug: string; name: string }[]
  findings: Finding[]
  seen: Seen
  /** Readers see just what the desk has. */
  isUnchanged: boolean
  /** Fields that differ from what was published last. */
  changes: string[]
  /** The change that goes out by itself, and the fields in which the draft says something else by now. */
  planned: (PlannedChange & { behind: string[] }) | null
  publishings: PastPublishing[]
  corrections: Correction[]
  previews: PreviewLink[]
  /** Why it went out although checks had found something, the last time. */
  lastReason: string
  /** Whoever can be assigned; empty for whoever may not assign. */
  staff: { id: number; name: string }[]
  moves: DeskState[]
  now: Date
  timeZone: string
  siteUrl: string
}

/** Gathers it, with what is typed this moment, and has links looked at. Throws NotFound, Gone, Forbidden. */
export async function readPublishDesk(
  house: House,
  options: { storyId: number; by: StaffMember; timeZone: string },
): Promise<PublishDesk> {
  const { storyId, by, timeZone } = options
  const { db, clock } = house
  const { own } = await requireStoryAccess(db, storyId, by)
  await keepNewestDraft(house, storyId)
  const now = clock.now()
  const story = (await findDeskStory(db, storyId))!
  const { siteUrl } = house.config
  const planned = await findPlannedChange(db, storyId)
  const time = story.scheduledFor ?? planned?.at
  const at = time && time > now ? time : now
  const facts = await gatherFacts(db, { story, at, siteUrl, timeZone })
  const { content } = facts
  await haveLinksLookedAt(house, content.blocks)
  const names = <T extends { id: number }>(ids: readonly number[], found: ReadonlyMap<number, T>) =>
    ids.flatMap(id => found.get(id) ?? [])
  return {
    story,
    content,
    topics: names(content.topics, await findTopics(db, content.topics)),
    authors: names(content.authors, await findAuthors(db, content.authors)),
    findings: runChecks(facts),
    seen: await readSeenState(db, storyId),
    isUnchanged: isUnchanged(story),
    changes: story.published ? changedFields(story.published.content, content) : [],
    planned: planned && { ...planned, behind: changedFields(Object(planned.content), content) },
    publishings: await listPublishings(db, storyId),
    corrections: await listOwnCorrections(db, storyId),
    previews: await listPreviewLinks(db, storyId, now),
    lastReason: await findLastReason(db, storyId),
    staff: may(by, 'edit-all-stories') ? await listWriters(db) : [],
    moves: movesFor(by, story.state, own),
    now,
    timeZone,
    siteUrl,
  }
}

/** Members of staff who write stories and are still here. */
export async function listWriters(db: Database): Promise<{ id: number; name: string }[]> {
  const staff = await listStaff(db)
  return staff.filter(each => each.active && may(each, 'write-stories')).map(({ id, name }) => ({ id, name }))
}

async function haveLinksLookedAt(house: House, blocks: readonly { id: string }[]): Promise<void> {
  const { siteUrl } = house.config
  const urls = outsideOf(linksIn(blocks).map(({ href }) => ({ to: kindOfLink(href, siteUrl) })))
  if (urls.length > 0) await house.db.transaction().execute(tx => askAboutLinks(tx, house, urls))
}

function changedFields(then: object, now: DraftContent): string[] {
  const before = then as Record<string, unknown>
  return Object.entries(now)
    .filter(([name, value]) => !isDeepStrictEqual(before[name] ?? emptyOf(value), value))
    .map(([name]) => name)
}

/** Fields that came to the program later are empty in older revisions. */
function emptyOf(value: unknown): unknown {
  return Array.isArray(value) ? [] : typeof value === 'string' ? '' : null
}
