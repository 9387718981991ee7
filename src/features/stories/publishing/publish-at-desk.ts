import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { recordAct } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { addCorrectionIn, type correctionInput } from '../add-correction.ts'
import { publishIn } from '../publish-story.ts'
import { storyContent } from '../story.ts'
import { findPlannedChange } from './changes/planned-change-queries.ts'
import type { Finding } from './checks/check.ts'
import { runChecks } from './checks/checks.ts'
import { keepNewestDraft } from './newest-draft.ts'
import type { Seen } from './overtaken.ts'
import { type DeskStory, findDeskStory } from './publishing-queries.ts'
import { requireSeen } from './require-seen.ts'
import { gatherFacts } from './story-facts.ts'
import { lockStory, subjectOf } from './story-subject.ts'

export type CorrectionWords = Omit<z.input<typeof correctionInput>, 'storyId'>

/** What a change of a published story is to readers. */
export type Change =
  | { kind: 'update' }
  | { kind: 'silent' }
  | { kind: 'correction'; correction: CorrectionWords }

export interface DeskPublishing {
  storyId: number
  by: Pick<StaffMember, 'id' | 'name'>
  /** What the person had before them. */
  seen: Seen
  /** Without meaning for the first publishing. */
  change: Change
  /** Why it goes out although checks have found something; '' where they found nothing. */
  reason: string
  /** The publication's. */
  timeZone: string
}

/**
 * Publishes a story for somebody at the desk: checks, revision, correction and audit line in one transaction. Returns the
 * newest revision's number. It takes the place of a change that was scheduled. A correction of a text that has not changed makes no new revision. Throws NotFound;
 * Overtaken; BadInput for what stops it, for findings without a reason, and where there is nothing to publish.
 */
export async function publishAtDesk(
  house: Pick<House, 'clock' | 'db' | 'config'>,
  publishing: DeskPublishing,
): Promise<number> {
  const { storyId, by, seen, change, reason, timeZone } = publishing
  await keepNewestDraft(house, storyId)
  return house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    await requireSeen(tx, storyId, seen)
    const story = (await findDeskStory(tx, storyId))!
    if (isUnchanged(story)) {
      if (change.kind !== 'correction')
        throw new BadInput({ field: 'kind', sentence: 'Nothing has changed since it was last published.' })
      await correct(tx, house, publishing, subjectOf(row))
      return story.published?.number ?? 0
    }
    const at = house.clock.now()
    const planned = await findPlannedChange(tx, storyId)
    const findings = await requireChecked(tx, house, { story, at, reason, timeZone })
    return publishIn(tx, house, {
      storyId,
      by: by.name,
      at,
      kind: change.kind,
      reason: change.kind === 'correction' ? change.correction.text : '',
      async also({ number, kind, restored }) {
        if (change.kind === 'correction' && kind !== 'first')
          await correct(tx, house, publishing, subjectOf(row))
        await recordAct(tx, house.clock, {
          by,
          act: restored ? 'restore-story' : 'publish-story',
          subject: subjectOf(row),
          detail: {
            ...{ revision: number, kind, ...overridden(findings, reason) },
            ...(planned && { insteadOf: planned.at.toISOString() }),
          },
        })
      },
    })
  })
}

/**
 * What checks find that a reason can override. Throws BadInput for what stops the story, and where a reason is asked for
 * and not given.
 */
export async function requireChecked(
  tx: Transaction,
  house: Pick<House, 'config'>,
  options: { story: DeskStory; at: Date; reason: string; timeZone: string },
): Promise<Finding[]> {
  const { story, at, reason, timeZone } = options
  const findings = runChecks(await gatherFacts(tx, { story, at, siteUrl: house.config.siteUrl, timeZone }))
  const stop = findings.find(({ weight }) => weight === 'stops')
  if (stop)
    throw new BadInput({ field: 'field' in stop.place ? stop.place.field : 'body', sentence: stop.sentence })
  const asking = findings.filter(({ weight }) => weight === 'asks')
  if (asking.length > 0 && reason.trim() === '')
    throw new BadInput({
      field: 'reason',
      sentence: 'The checks have found something. Put it right, or say why the story goes out all the same.',
    })
  return asking
}

/** What the audit log keeps of findings that were overridden. */
export function overridden(findings: readonly Finding[], reason: string): Record<string, unknown> {
  if (findings.length === 0) return {}
  return { overridden: [...new Set(findings.map(({ check }) => check))], reason: reason.trim() }
}

/** Whether readers see just what the desk has. */
export function isUnchanged({ state, draft, published }: DeskStory): boolean {
  if (state !== 'published' || !published) return false
  const now = storyContent.safeParse(draft)
  const then = storyContent.safeParse(published.content)
  return now.success && then.success && isDeepStrictEqual(now.data, then.data)
}

async function correct(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  { storyId, by, change }: DeskPublishing,
  subject: ReturnType<typeof subjectOf>,
): Promise<void> {
  if (change.kind !== 'correction') return
  const { severity, placement } = change.correction
  await recordAct(tx, house.clock, { by, act: 'correct-story', subject, detail: { severity, placement } })
  await addCorrectionIn(tx, house, { ...change.correction, storyId })
}
