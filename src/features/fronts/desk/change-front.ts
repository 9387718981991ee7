import { recordAct } from '../../../platform/audit/audit.ts'
import { json } from '../../../platform/database/database.ts'
import { BadInput, Conflict, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import type { FrontContent } from '../front.ts'
import { publishFrontIn } from '../publish-front.ts'
import { arrangeFront, type FrontChange } from './arrange-front.ts'
import { type FrontDraft, lockFrontDraft, readFrontRevision, writeDraft } from './front-desk-queries.ts'
import { publishFrontsJob } from './front-jobs.ts'

type Desk = Pick<House, 'db' | 'clock' | 'jobs'>

/** Does one thing to a front's draft; readers see nothing of it before it is published. Throws NotFound. */
export async function changeFront(
  house: Desk,
  { by, slug, change }: { by: StaffMember; slug: string; change: FrontChange },
): Promise<void> {
  await redraft(house, { by, slug, act: 'change-front', detail: { ...change } }, front =>
    arrangeFront(front.draft, change),
  )
}

/** Goes back to the draft before its last change; a second time brings the change back. */
export async function undoFrontChange(
  house: Desk,
  { by, slug }: { by: StaffMember; slug: string },
): Promise<void> {
  await redraft(house, { by, slug, act: 'undo-front-change' }, front => {
    if (!front.before) throw new Conflict('There is nothing to undo.')
    return front.before
  })
}

/** Makes the draft what readers see now. */
export async function discardFrontDraft(
  house: Desk,
  { by, slug }: { by: StaffMember; slug: string },
): Promise<void> {
  await redraft(house, { by, slug, act: 'discard-front-draft' }, front => front.live)
}

/** Makes the draft what a former publishing of the front was. Throws NotFound. */
export async function restoreFront(
  house: Desk,
  { by, slug, number }: { by: StaffMember; slug: string; number: number },
): Promise<void> {
  await redraft(house, { by, slug, act: 'restore-front', detail: { number } }, async front => {
    const content = await readFrontRevision(house.db, front.id, number)
    if (!content) throw new NotFound('There is no such publishing of this front.')
    return content
  })
}

async function redraft(
  house: Desk,
  act: { by: StaffMember; slug: string; act: string; detail?: Record<string, unknown> },
  change: (front: FrontDraft) => FrontContent | Promise<FrontContent>,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const front = await lockFrontDraft(tx, act.slug)
    if (!front) throw new NotFound('There is no such front.')
    const draft = await change(front)
    await writeDraft(tx, front, { draft, by: act.by.name, now: house.clock.now() })
    await recordAct(tx, house.clock, {
      by: act.by,
      act: act.act,
      subject: { kind: 'front', id: front.slug, title: front.title },
      detail: act.detail,
    })
  })
}

/**
 * Makes the draft what readers see. `version` is the draft that the editor saw: another one is refused with a Conflict
 * that names who changed it, so that nobody publishes what they have not looked at.
 */
export async function publishFrontDraft(
  house: Desk,
  { by, slug, version }: { by: StaffMember; slug: string; version: number },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const front = await lockFrontDraft(tx, slug)
    if (!front) throw new NotFound('There is no such front.')
    refuseUnseen(front, version)
    await recordAct(tx, house.clock, {
      by,
      act: 'publish-front',
      subject: { kind: 'front', id: slug, title: front.title },
    })
    await publishFrontIn(tx, house, { slug, title: front.title, content: front.draft, by: by.name })
  })
}

/** Has the draft as it stands take effect at a later time, whatever becomes of the draft meanwhile. */
export async function scheduleFront(
  house: Desk,
  { by, slug, version, at }: { by: StaffMember; slug: string; version: number; at: Date },
): Promise<void> {
  if (at <= house.clock.now()) throw new BadInput({ field: 'at', sentence: 'That time lies in the past.' })
  await house.db.transaction().execute(async tx => {
    const front = await lockFrontDraft(tx, slug)
    if (!front) throw new NotFound('There is no such front.')
    refuseUnseen(front, version)
    await tx
      .insertInto('front_schedules')
      .values({
        front_id: front.id,
        content: json(front.draft),
        due_at: at,
        made_by: by.name,
        made_by_id: by.id,
        made_at: house.clock.now(),
      })
      .execute()
    await recordAct(tx, house.clock, {
      by,
      act: 'schedule-front',
      subject: { kind: 'front', id: slug, title: front.title },
      detail: { at: at.toISOString() },
    })
    await house.jobs.send(tx, publishFrontsJob, {}, { startAfter: at })
  })
}

export async function cancelFrontSchedule(
  house: Desk,
  { by, slug, id }: { by: StaffMember; slug: string; id: number },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const front = await lockFrontDraft(tx, slug)
    const gone =
      front &&
      (await tx
        .updateTable('front_schedules')
        .set({ state: 'cancelled', ended_at: house.clock.now() })
        .where('id', '=', id)
        .where('front_id', '=', front.id)
        .where('state', '=', 'waiting')
        .returning('due_at')
        .executeTakeFirst())
    if (!gone) throw new Conflict('That change has taken effect already, or was cancelled.')
    await recordAct(tx, house.clock, {
      by,
      act: 'cancel-front-schedule',
      subject: { kind: 'front', id: slug, title: front.title },
      detail: { at: gone.due_at.toISOString() },
    })
  })
}

function refuseUnseen(front: FrontDraft, version: number): void {
  if (front.version !== version)
    throw new Conflict(
      `${front.changedBy || 'Somebody'} has changed this front meanwhile. Look at it as it is now, then publish it.`,
    )
}
