import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { type Form, fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { listAllTopics } from '../../topics/topic.ts'
import { type Appeal, appealRules, devices } from '../appeal.ts'
import { findAppeal, findCampaign } from '../appeal-queries.ts'
import { startExperiment, stopExperiment } from '../run-experiment.ts'
import { archiveWording, saveAppeal, useWording } from '../save-appeal.ts'
import { appealFrom, deskPlaces } from './appeal-form.ts'
import { campaignDeskPage, deskRoot, deskTexts, fieldsOf } from './campaign-desk-page.tsx'
import { experimentPart } from './experiment-part.newsroom.tsx'
import { knownOf, Wordings } from './wordings-table.newsroom.tsx'

/** `/newsroom/campaigns/appeals/:id`: one appeal; `new` is one to be made, of the campaign in the query or of none. */
export async function appealDesk(ask: Ask, house: House): Promise<Answer> {
  return appealForm(ask, house, await appealAsked(ask, house))
}

export async function saveAppealForm(ask: Ask, house: House): Promise<Answer> {
  const before = await appealAsked(ask, house)
  return answering(ask, house, before, async () => {
    const input = appealFrom(ask, deskTexts(ask))
    const id = await saveAppeal(house, { by: ask.staff!, id: before?.id ?? null, input })
    return seeOther(`${deskRoot}/appeals/${id}?done=saved`)
  })
}

/** POST `…/wordings/:wording/use` and `/archive`, `…/experiment` and `/experiment/stop`. */
export function appealAct(act: 'use' | 'archive' | 'start' | 'stop') {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const appeal = await appealAsked(ask, house)
    if (!appeal) throw new NotFound()
    const what = { by: ask.staff!, appealId: appeal.id, id: rowNumberOf(ask.params, 'wording') }
    return answering(ask, house, appeal, async () => {
      if (act === 'use') await useWording(house, what)
      if (act === 'archive') await archiveWording(house, what)
      if (act === 'start') await startExperiment(house, { ...what, days: rowNumberOf(ask.form, 'days') })
      if (act === 'stop') await stopExperiment(house, what)
      return seeOther(`${deskRoot}/appeals/${appeal.id}?done=${done[act]}`)
    })
  }
}

const done = { use: 'used', archive: 'archived', start: 'experiment', stop: 'stopped' } as const

async function answering(
  ask: Ask,
  house: House,
  appeal: Appeal | null,
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof BadInput) return appealForm(ask, house, appeal, error)
    throw error
  }
}

async function appealForm(ask: Ask, house: House, appeal: Appeal | null, error?: BadInput): Promise<Answer> {
  const texts = deskTexts(ask)
  const campaignId = appeal ? appeal.campaign?.id : rowNumberOf(error ? ask.form : ask.query, 'campaign')
  const campaign = appeal?.campaign ?? (campaignId ? await findCampaign(house.db, campaignId) : null)
  const rules = appeal?.rules ?? appealRules.parse({})
  const field = fieldsOf(ask, startOf(appeal), error)
  const again = error !== undefined && Object.hasOwn(ask.form, 'name')
  const ticked = (name: string, value: string, start: boolean) =>
    again ? listOf(ask.form, name).includes(value) : start
  const own = ['wording', 'wordings', 'experiment', 'days']
  return campaignDeskPage(ask, house, {
    tab: 'campaigns',
    title: appeal?.name ?? texts.addAppeal,
    status: error ? 422 : undefined,
    notice: error && (own.includes(error.field) ? error.message : texts.notSaved),
    head: (
      <a class="button" href={campaign ? `${deskRoot}/${campaign.id}` : deskRoot}>
        {campaign?.name ?? texts.allYear}
      </a>
    ),
    body: (
      <>
        {appeal && (
          <>
            <h2>{texts.wordings}</h2>
            <Wordings ask={ask} appeal={appeal} {...(await knownOf(appeal, house))} />
            {await experimentPart(ask, house, appeal)}
          </>
        )}
        <form method="post" action={`${deskRoot}/appeals/${appeal?.id ?? 'new'}`} class="campaign-form">
          <CsrfField ask={ask} />
          {!appeal && campaign && <input type="hidden" name="campaign" value={campaign.id} />}
          {appeal && <h2>{texts.appeal}</h2>}
          <Field
            {...field('name')}
            label={texts.name}
            hint={texts.nameHint}
            required
            maxLength={120}
            autofocus={!appeal}
          />
          {appeal ? (
            <>
              <input type="hidden" name="place" value={appeal.place} />
              <p class="field">
                <span class="field__label">{texts.place}</span>
                {texts.places[appeal.place]}
              </p>
            </>
          ) : (
            <Choice
              {...field('place')}
              label={texts.place}
              options={deskPlaces.map(place => [place, texts.places[place]!] as const)}
            />
          )}
          <Tick
            name="live"
            label={texts.live}
            hint={texts.liveHint}
            on={ticked('live', 'yes', appeal?.live ?? true)}
          />
          <div class="campaign-form__line">
            <Field {...field('priority')} label={texts.priority} hint={texts.priorityHint} type="number" />
            {(appeal?.place ?? 'strip') === 'strip' && (
              <Field {...field('dismissalDays')} label={texts.dismissalDays} type="number" />
            )}
          </div>
          <h2>{texts.rules}</h2>
          <p class="soft">{texts.rulesHint}</p>
          <fieldset class="field">
            <legend>{texts.topics}</legend>
            <div class="campaign-form__ticks">
              {(await listAllTopics(house.db)).map(topic => (
                <Tick
                  key={topic.id}
                  name="topics[]"
                  value={String(topic.id)}
                  label={topic.name}
                  on={ticked('topics[]', String(topic.id), rules.topics.includes(topic.id))}
                />
              ))}
            </div>
          </fieldset>
          <div class="campaign-form__line">
            <Field {...field('languages')} label={texts.languages} />
            <Field {...field('countries')} label={texts.countries} hint={texts.countriesHint} />
          </div>
          <fieldset class="field">
            <legend>{texts.devices}</legend>
            <div class="campaign-form__ticks">
              {devices.map(device => (
                <Tick
                  key={device}
                  name="devices[]"
                  value={device}
                  label={texts.deviceNames[device]!}
                  on={ticked('devices[]', device, rules.devices.includes(device))}
                />
              ))}
            </div>
          </fieldset>
          <div class="campaign-form__line">
            <Choice
              {...field('visits')}
              label={texts.visits}
              options={(['any', 'first', 'returning'] as const).map(
                each => [each, texts.visitNames[each]!] as const,
              )}
            />
            <Field {...field('storiesFrom')} label={texts.storiesFrom} type="number" />
            <Field {...field('storiesUntil')} label={texts.storiesUntil} type="number" />
          </div>
          <Tick
            name="thanks"
            label={texts.thanks}
            hint={texts.thanksHint}
            on={ticked('thanks', 'yes', rules.thanks)}
          />
          <Field {...field('holdOut')} label={texts.holdOut} hint={texts.holdOutHint} type="number" />
          <button type="submit" class="button button--primary">
            {texts.save}
          </button>
        </form>
      </>
    ),
  })
}

function startOf(appeal: Appeal | null): Record<string, string> {
  const rules = appeal?.rules ?? appealRules.parse({})
  return {
    name: appeal?.name ?? '',
    place: 'strip',
    priority: String(appeal?.priority ?? 0),
    dismissalDays: String(appeal?.dismissalDays ?? 30),
    languages: rules.languages.join(', '),
    countries: rules.countries.join(', '),
    visits: rules.visits,
    storiesFrom: String(rules.storiesFrom),
    storiesUntil: rules.storiesUntil === null ? '' : String(rules.storiesUntil),
    holdOut: String(rules.holdOut),
  }
}

function Tick(props: {
  name: string
  value?: string
  label: string
  hint?: string
  on: boolean
}): ComponentChildren {
  const { name, value = 'yes', label, hint, on } = props
  return (
    <div class="field">
      <label class="check">
        <input type="checkbox" name={name} value={value} checked={on} />
        {label}
      </label>
      {hint && <p class="field__hint">{hint}</p>}
    </div>
  )
}

function listOf(form: Form, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  return value === undefined ? [] : [value].flat()
}

export async function appealAsked(ask: Ask, house: House): Promise<Appeal | null> {
  if (fieldOf(ask.params, 'id') === 'new') return null
  const appeal = await findAppeal(house.db, rowNumberOf(ask.params, 'id'))
  if (!appeal) throw new NotFound()
  return appeal
}
