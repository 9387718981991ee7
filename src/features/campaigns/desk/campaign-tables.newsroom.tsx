import type { ComponentChildren } from 'preact'
import { formatDate, formatDateTime } from '../../../design/dates.ts'
import type { House } from '../../../platform/house.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import type { Appeal } from '../appeal.ts'
import type { Campaign } from '../campaign-goal.ts'
import { formatFigure } from '../figure-text.ts'
import { gainedOf } from '../figures.ts'
import { gainsOf } from '../live-appeals.ts'
import { deskRoot, deskTexts } from './campaign-desk-page.tsx'

type Texts = ReturnType<typeof deskTexts>

/** How a campaign stands, in words for a table. */
export interface CampaignRow {
  campaign: Campaign
  gained: string
  goal: string
  share: { value: number; max: number }
  state: 'draft' | 'waiting' | 'running' | 'ended'
  timeZone: string
}

export async function rowOf(campaign: Campaign, house: House): Promise<CampaignRow> {
  const [gains, { timeZone }] = await Promise.all([gainsOf(house, campaign), readPublication(house)])
  const gained = gainedOf(campaign, gains)
  const { goal } = campaign
  const now = house.payments.now()
  const shown = (number: number) =>
    formatFigure(goal.kind === 'amount' ? { amountMinor: number, currency: goal.currency } : number, 'en')
  const isOver = campaign.state === 'ended' || (campaign.state === 'running' && now >= campaign.endsAt)
  return {
    campaign,
    gained: shown(gained),
    goal: shown(goal.number),
    share: { value: Math.max(0, Math.min(gained, goal.number)), max: goal.number },
    state: isOver
      ? 'ended'
      : campaign.state === 'running' && now < campaign.startsAt
        ? 'waiting'
        : campaign.state,
    timeZone,
  }
}

const signs: Record<CampaignRow['state'], string> = {
  draft: '',
  waiting: ' state--scheduled',
  running: ' state--good',
  ended: '',
}

export function Standing({ ask, row }: { ask: Ask; row: CampaignRow }): ComponentChildren {
  const texts = deskTexts(ask)
  const place = { language: 'en', timeZone: row.timeZone }
  return (
    <div class="campaign-standing">
      <span class={`state${signs[row.state]}`}>{texts.states[row.state]}</span>
      <Progress texts={texts} row={row} />
      <p class="soft">
        {formatDateTime(row.campaign.startsAt, place)} – {formatDateTime(row.campaign.endsAt, place)}
      </p>
    </div>
  )
}

function Progress({ texts, row }: { texts: Texts; row: CampaignRow }): ComponentChildren {
  const words = texts.soFar(row.gained, row.goal)
  return (
    <span class="campaign-progress">
      <progress {...row.share} aria-label={words} />
      <span>
        {words} <span class="soft">{texts.goalKinds[row.campaign.goal.kind]}</span>
      </span>
    </span>
  )
}

export function CampaignTable({ ask, campaigns }: { ask: Ask; campaigns: CampaignRow[] }): ComponentChildren {
  const texts = deskTexts(ask)
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.progress}</th>
            <th scope="col">{texts.startsAt}</th>
            <th scope="col">{texts.endsAt}</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map(row => (
            <tr key={row.campaign.id}>
              <td>
                <a class="table__headline" dir="auto" href={`${deskRoot}/${row.campaign.id}`}>
                  {row.campaign.name}
                </a>
              </td>
              <td>
                <span class={`state${signs[row.state]}`}>{texts.states[row.state]}</span>
              </td>
              <td>
                <Progress texts={texts} row={row} />
              </td>
              <td>{formatDate(row.campaign.startsAt, { language: 'en', timeZone: row.timeZone })}</td>
              <td>{formatDate(row.campaign.endsAt, { language: 'en', timeZone: row.timeZone })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function AppealTable({
  texts,
  appeals,
}: {
  texts: Texts
  appeals: readonly Appeal[]
}): ComponentChildren {
  if (appeals.length === 0) return null
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.appeal}</th>
            <th scope="col">{texts.place}</th>
            <th scope="col">{texts.live}</th>
            <th scope="col" class="table__number">
              {texts.wordings}
            </th>
          </tr>
        </thead>
        <tbody>
          {appeals.map(appeal => (
            <tr key={appeal.id}>
              <td>
                <a class="table__headline" dir="auto" href={`${deskRoot}/appeals/${appeal.id}`}>
                  {appeal.name}
                </a>
              </td>
              <td>{texts.places[appeal.place]}</td>
              <td>
                <span class={`state${appeal.live ? ' state--good' : ''}`}>
                  {appeal.live ? texts.isLive : texts.isOff}
                </span>
              </td>
              <td class="table__number">{appeal.wordings.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
