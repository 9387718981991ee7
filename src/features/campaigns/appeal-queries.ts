import type { Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { CampaignsTable } from '../../platform/database/schema-campaigns.ts'
import { type Appeal, type AppealSettings, appealRules, appealSettings, wordingTexts } from './appeal.ts'
import type { Campaign } from './campaign-goal.ts'

/** An experiment on an appeal: which wordings, from when until when. */
export interface Experiment {
  id: number
  appealId: number
  wordingIds: number[]
  startedAt: Date
  endsAt: Date
  /** Broken off; then it has no verdict. */
  stoppedAt: Date | null
}

/** Every campaign, the newest first. */
export async function listCampaigns(db: Database): Promise<Campaign[]> {
  const rows = await db
    .selectFrom('campaigns')
    .selectAll()
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toCampaign)
}

export async function findCampaign(db: Database, id: number): Promise<Campaign | null> {
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toCampaign(row) : null
}

/** Appeals with their campaigns and the wordings that are not archived; of one campaign, or of all. */
export async function listAppeals(db: Database, only: { ids?: readonly number[] } = {}): Promise<Appeal[]> {
  if (only.ids?.length === 0) return []
  const rows = await db
    .selectFrom('appeals')
    .selectAll()
    .$if(only.ids !== undefined, query => query.where('id', 'in', only.ids!))
    .orderBy('id')
    .execute()
  const campaigns = new Map((await listCampaigns(db)).map(campaign => [campaign.id, campaign]))
  const wordings = await db
    .selectFrom('wordings')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    campaign: row.campaign_id === null ? null : (campaigns.get(row.campaign_id) ?? null),
    name: row.name,
    place: row.place,
    live: row.live,
    priority: row.priority,
    dismissalDays: row.dismissal_days,
    rules: appealRules.parse(row.rules),
    wordings: wordings
      .filter(wording => wording.appeal_id === row.id)
      .map(({ id, name, texts }) => ({ id, name, texts: wordingTexts.parse(texts) })),
  }))
}

export async function findAppeal(db: Database, id: number): Promise<Appeal | null> {
  return (await listAppeals(db, { ids: [id] }))[0] ?? null
}

/** Experiments, the newest first. */
export async function listExperiments(db: Database, appealId?: number): Promise<Experiment[]> {
  const rows = await db
    .selectFrom('experiments')
    .selectAll()
    .$if(appealId !== undefined, query => query.where('appeal_id', '=', appealId!))
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    appealId: row.appeal_id,
    wordingIds: row.wording_ids,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    stoppedAt: row.stopped_at,
  }))
}

export async function readAppealSettings(db: Database): Promise<AppealSettings> {
  const row = await db.selectFrom('appeal_settings').select('settings').executeTakeFirstOrThrow()
  return appealSettings.parse(row.settings)
}

function toCampaign(row: Selectable<CampaignsTable>): Campaign {
  const number = row.goal_number
  return {
    id: row.id,
    name: row.name,
    goal:
      row.goal_kind === 'amount'
        ? { kind: 'amount', number, currency: row.currency! }
        : { kind: row.goal_kind, number },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: row.state,
    endedAt: row.ended_at,
  }
}
