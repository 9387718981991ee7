import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { MomentField } from '../../../design/newsroom/moment-field.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import { findCampaign, listAppeals, listCampaigns, readAppealSettings } from '../appeal-queries.ts'
import { type Campaign, goalKinds } from '../campaign-goal.ts'
import { saveAppealSettings } from '../save-appeal.ts'
import { endCampaign, saveCampaign, startCampaign } from '../save-campaign.ts'
import { campaignDeskPage, deskRoot, deskTexts, fieldsOf } from './campaign-desk-page.tsx'
import { campaignFields, campaignFrom } from './campaign-form.ts'
import { AppealTable, CampaignTable, rowOf, Standing } from './campaign-tables.newsroom.tsx'

/** `/newsroom/campaigns`: every campaign and how far it has come, and the appeals that are there all year. */
export async function campaignsDesk(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = deskTexts(ask)
  const [campaigns, appeals, settings] = await Promise.all([
    listCampaigns(house.db),
    listAppeals(house.db),
    readAppealSettings(house.db),
  ])
  const field = fieldsOf(
    ask,
    { restDays: String(settings.restDays), afterDays: String(settings.afterDays) },
    error,
  )
  return campaignDeskPage(ask, house, {
    tab: 'campaigns',
    title: texts.campaigns,
    status: error ? 422 : undefined,
    notice: error && texts.notSaved,
    head: (
      <a class="button button--primary" href={`${deskRoot}/new`}>
        {texts.addCampaign}
      </a>
    ),
    body: (
      <>
        <p class="soft">{texts.intro}</p>
        {campaigns.length === 0 ? (
          <p class="empty">
            <strong>{texts.noCampaigns}</strong>
            {texts.noCampaignsHint}
          </p>
        ) : (
          <CampaignTable ask={ask} campaigns={await Promise.all(campaigns.map(each => rowOf(each, house)))} />
        )}
        <h2>{texts.allYear}</h2>
        <p class="soft">{texts.allYearHint}</p>
        <AppealTable texts={texts} appeals={appeals.filter(({ campaign }) => !campaign)} />
        <p class="campaign-add">
          <a class="button" href={`${deskRoot}/appeals/new`}>
            {texts.addAppeal}
          </a>
        </p>
        <form method="post" action={`${deskRoot}/settings`} class="campaign-form">
          <h2>{texts.settings}</h2>
          <CsrfField ask={ask} />
          <Field {...field('restDays')} label={texts.restDays} type="number" />
          <Field {...field('afterDays')} label={texts.afterDays} type="number" />
          <button type="submit" class="button">
            {texts.save}
          </button>
        </form>
      </>
    ),
  })
}

export async function saveAppealSettingsForm(ask: Ask, house: House): Promise<Answer> {
  const { wrong } = deskTexts(ask)
  try {
    const number = (field: string, most: number) => {
      const text = fieldOf(ask.form, field).trim()
      if (!/^\d{1,3}$/.test(text) || Number(text) > most)
        throw new BadInput({ field, sentence: wrong.number(0, most) })
      return Number(text)
    }
    const settings = { restDays: number('restDays', 365), afterDays: number('afterDays', 60) }
    await saveAppealSettings(house, { by: ask.staff!, settings })
    return seeOther(`${deskRoot}?done=saved`)
  } catch (error) {
    if (error instanceof BadInput) return campaignsDesk(ask, house, error)
    throw error
  }
}

/** `/newsroom/campaigns/:id`: one campaign; `new` is one to be made. */
export async function campaignDesk(ask: Ask, house: House): Promise<Answer> {
  return campaignForm(ask, house, await campaignAsked(ask, house))
}

export async function saveCampaignForm(ask: Ask, house: House): Promise<Answer> {
  const before = await campaignAsked(ask, house)
  return answering(ask, house, before, async () => {
    const { timeZone } = await readPublication(house)
    const input = campaignFrom(ask, { texts: deskTexts(ask), timeZone })
    const id = await saveCampaign(house, { by: ask.staff!, id: before?.id ?? null, input })
    return seeOther(`${deskRoot}/${id}?done=saved`)
  })
}

export async function startCampaignForm(ask: Ask, house: House): Promise<Answer> {
  const campaign = await campaignAsked(ask, house)
  if (!campaign) throw new NotFound()
  return answering(ask, house, campaign, async () => {
    await startCampaign(house, { by: ask.staff!, id: campaign.id })
    return seeOther(`${deskRoot}/${campaign.id}?done=started`)
  })
}

export async function endCampaignForm(ask: Ask, house: House): Promise<Answer> {
  const campaign = await campaignAsked(ask, house)
  if (!campaign) throw new NotFound()
  return answering(ask, house, campaign, async () => {
    if (fieldOf(ask.form, 'sure') !== 'yes')
      throw new BadInput({ field: 'sure', sentence: deskTexts(ask).sureNeeded })
    await endCampaign(house, { by: ask.staff!, id: campaign.id })
    return seeOther(`${deskRoot}/${campaign.id}?done=ended`)
  })
}

async function answering(
  ask: Ask,
  house: House,
  campaign: Campaign | null,
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof BadInput) return campaignForm(ask, house, campaign, error)
    throw error
  }
}

async function campaignForm(
  ask: Ask,
  house: House,
  campaign: Campaign | null,
  error?: BadInput,
): Promise<Answer> {
  const texts = deskTexts(ask)
  const { timeZone } = await readPublication(house)
  const field = fieldsOf(ask, campaignFields(campaign), error)
  const appeals = campaign
    ? (await listAppeals(house.db)).filter(each => each.campaign?.id === campaign.id)
    : []
  const moment = (name: 'startsAt' | 'endsAt') => ({
    name,
    timeZone,
    value: error && Object.hasOwn(ask.form, name) ? fieldOf(ask.form, name) : (campaign?.[name] ?? null),
    error: error?.field === name ? error.message : undefined,
    required: true,
  })
  return campaignDeskPage(ask, house, {
    tab: 'campaigns',
    title: campaign?.name ?? texts.newCampaign,
    status: error ? 422 : undefined,
    notice: error && (['state', 'sure'].includes(error.field) ? error.message : texts.notSaved),
    body: (
      <>
        {campaign && <Standing ask={ask} row={await rowOf(campaign, house)} />}
        <form method="post" action={`${deskRoot}/${campaign?.id ?? 'new'}`} class="campaign-form">
          <CsrfField ask={ask} />
          <Field
            {...field('name')}
            label={texts.name}
            hint={texts.nameHint}
            required
            maxLength={120}
            autofocus={!campaign}
          />
          <div class="campaign-form__line">
            <Choice
              {...field('goalKind')}
              label={texts.goalKind}
              options={goalKinds.map(kind => [kind, texts.goalKinds[kind]!] as const)}
            />
            <Field {...field('goalNumber')} label={texts.goalNumber} hint={texts.goalHint} required />
            <Field {...field('currency')} label={texts.currency} hint={texts.currencyHint} maxLength={3} />
          </div>
          <div class="campaign-form__line">
            <MomentField {...moment('startsAt')} label={texts.startsAt} />
            <MomentField {...moment('endsAt')} label={texts.endsAt} />
          </div>
          <button type="submit" class="button button--primary">
            {texts.save}
          </button>
        </form>
        {campaign && (
          <>
            <h2>{texts.appeals}</h2>
            {appeals.length === 0 ? (
              <p class="empty">{texts.noAppeals}</p>
            ) : (
              <AppealTable texts={texts} appeals={appeals} />
            )}
            <p class="campaign-add">
              <a class="button" href={`${deskRoot}/appeals/new?campaign=${campaign.id}`}>
                {texts.addAppeal}
              </a>
            </p>
            <StartOrEnd ask={ask} campaign={campaign} error={error} />
          </>
        )}
      </>
    ),
  })
}

function StartOrEnd(props: { ask: Ask; campaign: Campaign; error?: BadInput }): ComponentChildren {
  const { ask, campaign, error } = props
  const texts = deskTexts(ask)
  if (campaign.state === 'draft')
    return (
      <form method="post" action={`${deskRoot}/${campaign.id}/start`} class="campaign-form">
        <CsrfField ask={ask} />
        <h2>{texts.start}</h2>
        <p>{texts.startHint}</p>
        <button type="submit" class="button button--primary">
          {texts.start}
        </button>
      </form>
    )
  if (campaign.state !== 'running') return null
  return (
    <form method="post" action={`${deskRoot}/${campaign.id}/end`} class="campaign-form">
      <CsrfField ask={ask} />
      <h2>{texts.end}</h2>
      <p>{texts.endHint}</p>
      <div class="field">
        <label class="check">
          <input type="checkbox" name="sure" value="yes" />
          {texts.endSure}
        </label>
        {error?.field === 'sure' && <p class="field__error">{error.message}</p>}
      </div>
      <button type="submit" class="button button--danger">
        {texts.end}
      </button>
    </form>
  )
}

async function campaignAsked(ask: Ask, house: House): Promise<Campaign | null> {
  if (ask.params.id === 'new') return null
  const campaign = await findCampaign(house.db, rowNumberOf(ask.params, 'id'))
  if (!campaign) throw new NotFound()
  return campaign
}
