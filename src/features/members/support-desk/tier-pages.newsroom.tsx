import type { ComponentChildren } from 'preact'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Field } from '../../../design/newsroom/field.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { archiveTier, moveTier, saveTier } from '../save-tier.ts'
import { readSupportSettings } from '../support-settings.ts'
import { isOffered, periods, type Tier } from '../tier.ts'
import { countByTier, findTier, listTiers } from '../tier-queries.ts'
import { supportDeskTexts } from './support-desk-messages.newsroom.ts'
import { supportDeskPage } from './support-desk-page.tsx'
import { priceField, tierFields, tierFrom } from './tier-form.ts'

const root = '/newsroom/support'

/** `/newsroom/support`: what one can join as. */
export async function tiersDesk(ask: Ask, house: House): Promise<Answer> {
  const texts = textsFor(ask)
  const [tiers, members, settings] = await Promise.all([
    listTiers(house.db),
    countByTier(house.db),
    readSupportSettings(house.db),
  ])
  const offered = tiers.filter(({ archivedAt }) => !archivedAt)
  return supportDeskPage(ask, house, {
    tab: 'tiers',
    title: texts.tiers,
    notice: ask.query.done ? noticeOf(ask) : undefined,
    head: (
      <>
        <a class="button" href="/join">
          {texts.seeJoin}
        </a>
        <a class="button button--primary" href={`${root}/tiers/new`}>
          {texts.addTier}
        </a>
      </>
    ),
    body:
      tiers.length === 0 ? (
        <p class="empty">
          <strong>{texts.noTiers}</strong>
          {texts.noTiersHint}
        </p>
      ) : (
        <div class="table-frame">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{texts.tier}</th>
                <th scope="col">{texts.prices}</th>
                <th scope="col">{texts.people}</th>
                <th scope="col" class="table__number">
                  {texts.members}
                </th>
                <th scope="col">{texts.offered}</th>
                <th scope="col">
                  <span class="unseen">{texts.moveUp}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tiers.map(tier => (
                <tr key={tier.id}>
                  <td>
                    <a class="table__headline" dir="auto" href={`${root}/tiers/${tier.id}`}>
                      {tier.name}
                    </a>
                  </td>
                  <td>{pricesOf(tier, ask)}</td>
                  <td>{tier.seats === 1 ? texts.onePerson : texts.upTo(tier.seats)}</td>
                  <td class="table__number">{members.get(tier.id) ?? 0}</td>
                  <td>
                    <StateOf tier={tier} ask={ask} preferred={settings.preferredTier === tier.id} />
                  </td>
                  <td>
                    {!tier.archivedAt && offered.length > 1 && (
                      <form method="post" action={`${root}/tiers/${tier.id}/move`} class="support-desk__acts">
                        <CsrfField ask={ask} />
                        <Move ask={ask} tier={tier} to="up" disabled={offered[0] === tier} />
                        <Move ask={ask} tier={tier} to="down" disabled={offered.at(-1) === tier} />
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ),
  })
}

/** `/newsroom/support/tiers/:id`: one tier; `new` is one to be added. */
export async function tierDesk(ask: Ask, house: House): Promise<Answer> {
  return tierForm(ask, house, await tierAsked(ask, house))
}

export async function saveTierForm(ask: Ask, house: House): Promise<Answer> {
  const before = await tierAsked(ask, house)
  try {
    const { currencies } = await readSupportSettings(house.db)
    const { input, prices } = tierFrom(ask, { texts: textsFor(ask), currencies })
    await saveTier(house, { by: ask.staff!, id: before?.id ?? null, input, prices })
    return seeOther(`${root}?done=saved`)
  } catch (error) {
    if (error instanceof BadInput) return tierForm(ask, house, before, error)
    throw error
  }
}

export async function archiveTierForm(ask: Ask, house: House): Promise<Answer> {
  const archived = fieldOf(ask.form, 'archived') === 'yes'
  await archiveTier(house, { by: ask.staff!, id: rowNumberOf(ask.params, 'id'), archived })
  return seeOther(`${root}?done=${archived ? 'archivedNow' : 'offeredNow'}`)
}

export async function moveTierForm(ask: Ask, house: House): Promise<Answer> {
  const places = fieldOf(ask.form, 'to') === 'up' ? -1 : 1
  await moveTier(house, { by: ask.staff!, id: rowNumberOf(ask.params, 'id'), places })
  return seeOther(root)
}

async function tierForm(ask: Ask, house: House, tier: Tier | null, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const { currencies } = await readSupportSettings(house.db)
  const start = tierFields(tier, currencies)
  const field = (name: string) => ({
    name,
    value: error && Object.hasOwn(ask.form, name) ? fieldOf(ask.form, name) : start[name],
    error: error?.field === name ? error.message : undefined,
  })
  return supportDeskPage(ask, house, {
    tab: 'tiers',
    title: tier?.name ?? texts.addTier,
    status: error ? 422 : undefined,
    notice: error && texts.notSaved,
    body: (
      <>
        <form method="post" action={`${root}/tiers/${tier?.id ?? 'new'}`} class="support-desk__form">
          <CsrfField ask={ask} />
          <Field {...field('name')} label={texts.name} hint={texts.nameHint} required autofocus={!tier} />
          <Field {...field('description')} label={texts.description} type="textarea" rows={2} />
          <Field
            {...field('benefits')}
            label={texts.benefits}
            hint={texts.benefitsHint}
            type="textarea"
            rows={5}
          />
          <h2>{texts.prices}</h2>
          <p class="soft">{texts.priceHint}</p>
          <div class="support-desk__prices">
            {currencies.flatMap(currency =>
              periods.map(period => (
                <Field
                  key={`${currency} ${period}`}
                  {...field(priceField(period, currency))}
                  label={texts.priceField[period](currency.toUpperCase())}
                />
              )),
            )}
          </div>
          <Field {...field('trialDays')} label={texts.trial} hint={texts.trialHint} type="number" />
          <Field
            {...field('seats')}
            label={texts.seats}
            hint={tier && tier.seats > 1 ? `${texts.seatsHint} ${texts.seatsFewer}` : texts.seatsHint}
            type="number"
          />
          <button type="submit" class="button button--primary">
            {texts.save}
          </button>
        </form>
        {tier && (
          <form method="post" action={`${root}/tiers/${tier.id}/archive`}>
            <h2>{tier.archivedAt ? texts.offerAgain : texts.archive}</h2>
            {!tier.archivedAt && <p>{texts.archiveHint}</p>}
            <CsrfField ask={ask} />
            <button type="submit" class="button" name="archived" value={tier.archivedAt ? 'no' : 'yes'}>
              {tier.archivedAt ? texts.offerAgain : texts.archive}
            </button>
          </form>
        )}
      </>
    ),
  })
}

function pricesOf(tier: Tier, ask: Ask): ComponentChildren {
  const texts = textsFor(ask)
  if (tier.prices.length === 0) return <span class="soft">{texts.noPrices}</span>
  return tier.prices
    .map(({ amountMinor, currency, period }) =>
      texts.perPeriod[period](formatMoney(amountMinor, currency, ask.staff!.language)),
    )
    .join(' · ')
}

function StateOf({ tier, ask, preferred }: { tier: Tier; ask: Ask; preferred: boolean }): ComponentChildren {
  const texts = textsFor(ask)
  if (!isOffered(tier))
    return <span class="state state--withdrawn">{tier.archivedAt ? texts.archived : texts.noPrices}</span>
  return <span class="state state--good">{preferred ? texts.preferred : texts.offered}</span>
}

function Move(props: { ask: Ask; tier: Tier; to: 'up' | 'down'; disabled: boolean }): ComponentChildren {
  const texts = textsFor(props.ask)
  const label = props.to === 'up' ? texts.moveUp : texts.moveDown
  return (
    <button
      type="submit"
      class="button button--quiet"
      name="to"
      value={props.to}
      disabled={props.disabled}
      aria-label={`${label}: ${props.tier.name}`}
    >
      {props.to === 'up' ? '↑' : '↓'}
    </button>
  )
}

async function tierAsked(ask: Ask, house: House): Promise<Tier | null> {
  if (ask.params.id === 'new') return null
  const tier = await findTier(house.db, rowNumberOf(ask.params, 'id'))
  if (!tier) throw new NotFound('There is no tier with this number.')
  return tier
}

function noticeOf(ask: Ask): string | undefined {
  const texts = textsFor(ask)
  const known = ['saved', 'archivedNow', 'offeredNow'] as const
  const found = known.find(name => name === ask.query.done)
  return found && texts[found]
}

function textsFor(ask: Ask): ReturnType<typeof supportDeskTexts> {
  return supportDeskTexts(ask.staff?.language ?? 'en')
}
