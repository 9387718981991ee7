import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { changeSupportSettings } from '../change-support-settings.ts'
import { frequencies, readSupportSettings } from '../support-settings.ts'
import { isOffered } from '../tier.ts'
import { listTiers } from '../tier-queries.ts'
import { giftLines, settingsFields, settingsFrom } from './settings-form.ts'
import { supportDeskTexts } from './support-desk-messages.newsroom.ts'
import { supportDeskPage } from './support-desk-page.tsx'

const root = '/newsroom/support/settings'

/** `/newsroom/support/settings`: how the newsroom takes support. */
export async function supportSettingsDesk(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house)
}

export async function saveSupportSettingsForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const texts = supportDeskTexts(ask.staff!.language)
    await changeSupportSettings(house, {
      by: ask.staff!,
      change: before => settingsFrom(ask.form, { texts, before }),
    })
    return seeOther(`${root}?done=saved`)
  } catch (error) {
    if (error instanceof BadInput) return show(ask, house, error)
    throw error
  }
}

async function show(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = supportDeskTexts(ask.staff!.language)
  const [settings, tiers] = await Promise.all([readSupportSettings(house.db), listTiers(house.db)])
  const { currencies } = settings
  const start = settingsFields(settings)
  const field = (name: string) => ({
    name,
    value: error ? fieldOf(ask.form, name) : (start[name] ?? ''),
    error: error?.field === name ? error.message : undefined,
  })
  const upper = (currency: string) => currency.toUpperCase()
  return supportDeskPage(ask, house, {
    tab: 'settings',
    title: texts.settings,
    status: error ? 422 : undefined,
    notice: error ? texts.notSaved : ask.query.done === 'saved' ? texts.saved : undefined,
    body: (
      <form method="post" action={root} class="support-desk__form">
        <CsrfField ask={ask} />
        <h2>{texts.sections.asking}</h2>
        <Field {...field('currencies')} label={texts.currencies} hint={texts.currenciesHint} required />
        <Choice
          {...field('frequency')}
          label={texts.frequency}
          options={frequencies.map(name => [name, texts.frequencies[name]] as const)}
        />
        <Choice
          {...field('preferredTier')}
          label={texts.preferredTier}
          options={[
            ['', texts.none],
            ...tiers.filter(isOffered).map(({ id, name }) => [String(id), name] as const),
          ]}
        />
        <h2>{texts.sections.once}</h2>
        {currencies.map(currency => (
          <div key={currency} class="support-desk__prices">
            <Field
              {...field(`suggested-${currency}`)}
              label={texts.suggested(upper(currency))}
              hint={texts.suggestedHint}
            />
            <Field {...field(`chosen-${currency}`)} label={texts.chosen(upper(currency))} />
            <Field
              {...field(`least-${currency}`)}
              label={texts.least(upper(currency))}
              hint={texts.leastHint}
            />
          </div>
        ))}
        <h2>{texts.sections.fees}</h2>
        <p class="field">
          <label class="check">
            <input
              type="checkbox"
              name="feesOffered"
              value="yes"
              checked={field('feesOffered').value === 'yes'}
            />
            {texts.feesOffered}
          </label>
        </p>
        <div class="support-desk__prices">
          <Field {...field('feePercent')} label={texts.feePercent} />
          {currencies.map(currency => (
            <Field
              key={currency}
              {...field(`feeFixed-${currency}`)}
              label={texts.feeFixed(upper(currency))}
            />
          ))}
        </div>
        <h2>{texts.sections.receipts}</h2>
        <Field {...field('taxText')} label={texts.taxText} hint={texts.taxTextHint} type="textarea" />
        <Field {...field('signatureName')} label={texts.signatureName} hint={texts.signatureHint} />
        <Field {...field('signatureRole')} label={texts.signatureRole} />
        <h2>{texts.sections.late}</h2>
        <Field {...field('graceDays')} label={texts.graceDays} hint={texts.graceDaysHint} type="number" />
        <h2>{texts.sections.leaving}</h2>
        <Field
          {...field('pauseMonths')}
          label={texts.pauseMonths}
          hint={texts.pauseMonthsHint}
          type="number"
        />
        <Field
          {...field('keepPercent')}
          label={texts.keepPercent}
          hint={texts.keepPercentHint}
          type="number"
        />
        <Field {...field('keepMonths')} label={texts.keepMonths} type="number" />
        <h2>{texts.sections.gifts}</h2>
        <p class="soft">{texts.giftsHint}</p>
        {Array.from({ length: giftLines }, (_, line) => (
          <div key={line} class="support-desk__prices">
            <Field {...field(`giftMonths-${line}`)} label={texts.giftMonths} type="number" />
            {currencies.map(currency => (
              <Field
                key={currency}
                {...field(`gift-${line}-${currency}`)}
                label={texts.giftPrice(upper(currency))}
              />
            ))}
          </div>
        ))}
        <Field {...field('giftLinks')} label={texts.giftLinks} type="number" />
        <button type="submit" class="button button--primary">
          {texts.save}
        </button>
      </form>
    ),
  })
}
