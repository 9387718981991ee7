import type { Act } from '../../platform/audit/audit.ts'
import { json, type Transaction } from '../../platform/database/database.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import {
  type Appeal,
  type AppealRules,
  type AppealSettings,
  appealSettings,
  type PlaceName,
  type WordingTexts,
} from './appeal.ts'
import { findAppeal, findCampaign, listExperiments } from './appeal-queries.ts'
import { isRunning } from './live-appeals.ts'
import { tellAppealsChanged } from './tell-appeals-changed.ts'

type Doors = Pick<House, 'db' | 'clock' | 'payments'>
type By = Act['by']

export interface AppealInput {
  name: string
  place: PlaceName
  /** Null for an appeal that is there all year. */
  campaignId: number | null
  live: boolean
  priority: number
  dismissalDays: number
  rules: AppealRules
}

/**
 * Makes an appeal with a first wording that says nothing of its own yet, or changes one; its place and its campaign stay
 * as they were made. Returns the appeal's number.
 */
export function saveAppeal(
  house: Doors,
  { by, id, input }: { by: By; id: number | null; input: AppealInput },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    const now = house.clock.now()
    const values = {
      name: input.name,
      live: input.live,
      priority: input.priority,
      dismissal_days: input.dismissalDays,
      rules: json(input.rules),
      updated_at: now,
    }
    const before = id === null ? null : await lockAppeal(tx, id)
    if (!before && input.campaignId !== null && !(await findCampaign(tx, input.campaignId)))
      throw new BadInput({ field: 'campaignId', sentence: 'There is no campaign with this number.' })
    const appealId = before
      ? before.id
      : (
          await tx
            .insertInto('appeals')
            .values({ ...values, place: input.place, campaign_id: input.campaignId, created_at: now })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
    if (before) await tx.updateTable('appeals').set(values).where('id', '=', appealId).execute()
    else
      await tx
        .insertInto('wordings')
        .values({ appeal_id: appealId, name: 'A', texts: json({}), created_at: now, updated_at: now })
        .execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: before ? 'change-appeal' : 'add-appeal',
      subject: { kind: 'appeal', id: appealId, title: input.name },
      detail: before && before.live !== input.live ? { live: input.live } : {},
    })
    return appealId
  })
}

/**
 * Sets what a wording says, or adds one to its appeal. Throws BadInput while an experiment compares it: its readers would
 * no longer have seen the same.
 */
export function saveWording(
  house: Doors,
  {
    by,
    appealId,
    id,
    name,
    texts,
  }: { by: By; appealId: number; id: number | null; name: string; texts: WordingTexts },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    const appeal = await lockAppeal(tx, appealId)
    const now = house.clock.now()
    if (id !== null) await requireNotCompared(tx, house, { appeal, id })
    const wordingId =
      id ??
      (
        await tx
          .insertInto('wordings')
          .values({
            appeal_id: appealId,
            name,
            position: appeal.wordings.length,
            texts: json(texts),
            created_at: now,
            updated_at: now,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    if (id !== null)
      await tx
        .updateTable('wordings')
        .set({ name, texts: json(texts), updated_at: now })
        .where('id', '=', id)
        .execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: id === null ? 'add-wording' : 'change-wording',
      subject: { kind: 'appeal', id: appealId, title: appeal.name },
      detail: { wording: name },
    })
    return wordingId
  })
}

/** Puts a wording first, so that all see it. */
export function useWording(
  house: Doors,
  { by, appealId, id }: { by: By; appealId: number; id: number },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const appeal = await lockAppeal(tx, appealId)
    const chosen = await requireNotCompared(tx, house, { appeal, id })
    const order = [chosen, ...appeal.wordings.filter(wording => wording.id !== id)]
    for (const [position, wording] of order.entries())
      await tx.updateTable('wordings').set({ position }).where('id', '=', wording.id).execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'use-wording',
      subject: { kind: 'appeal', id: appealId, title: appeal.name },
      detail: { wording: chosen.name },
    })
  })
}

/** Takes a wording away; what was paid because of it keeps its name. An appeal keeps at least one. */
export function archiveWording(
  house: Doors,
  { by, appealId, id }: { by: By; appealId: number; id: number },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const appeal = await lockAppeal(tx, appealId)
    const wording = await requireNotCompared(tx, house, { appeal, id })
    if (appeal.wordings.length === 1)
      throw new BadInput({ field: 'wording', sentence: 'An appeal keeps at least one wording.' })
    await tx.updateTable('wordings').set({ archived_at: house.clock.now() }).where('id', '=', id).execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'archive-wording',
      subject: { kind: 'appeal', id: appealId, title: appeal.name },
      detail: { wording: wording.name },
    })
  })
}

export function saveAppealSettings(
  house: Doors,
  { by, settings }: { by: By; settings: AppealSettings },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    await tx
      .updateTable('appeal_settings')
      .set({ settings: json(appealSettings.parse(settings)) })
      .execute()
    await tellAppealsChanged(tx, house, { by, act: 'change-appeal-settings', detail: { ...settings } })
  })
}

/** The appeal, with its row locked. Throws NotFound. */
export async function lockAppeal(tx: Transaction, id: number): Promise<Appeal> {
  await tx.selectFrom('appeals').select('id').where('id', '=', id).forUpdate().execute()
  const appeal = await findAppeal(tx, id)
  if (!appeal) throw new NotFound('There is no appeal with this number.')
  return appeal
}

async function requireNotCompared(
  tx: Transaction,
  { payments }: Doors,
  { appeal, id }: { appeal: Appeal; id: number },
) {
  const wording = appeal.wordings.find(each => each.id === id)
  if (!wording) throw new NotFound('There is no wording with this number.')
  const now = payments.now()
  const running = (await listExperiments(tx, appeal.id)).find(each => isRunning(each, now))
  if (running?.wordingIds.includes(id))
    throw new BadInput({
      field: 'wording',
      sentence: 'An experiment compares this wording, so it stays as it is until that has ended.',
    })
  return wording
}
