import { z } from 'zod'
import { formatDate } from '../../../design/dates.ts'
import { formatMoney, readMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { startOfDay } from '../../../design/zones.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { type Form, fieldOf, readForm, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import { type Coupon, isUsable } from '../coupon.ts'
import { listCoupons } from '../coupon-queries.ts'
import { addCoupon, archiveCoupon } from '../save-coupon.ts'
import { readSupportSettings } from '../support-settings.ts'
import { supportDeskTexts } from './support-desk-messages.newsroom.ts'
import { supportDeskPage } from './support-desk-page.tsx'

const root = '/newsroom/support/coupons'

/** `/newsroom/support/coupons`: codes by which joining costs less. */
export async function couponsDesk(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house)
}

export async function addCouponForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const { timeZone } = await readPublication(house)
    const coupon = couponFrom(ask, { texts: textsFor(ask), timeZone, now: house.payments.now() })
    await addCoupon(house, { by: ask.staff!, coupon })
    return seeOther(`${root}?done=couponAdded`)
  } catch (error) {
    if (error instanceof BadInput) return show(ask, house, error)
    throw error
  }
}

export async function archiveCouponForm(ask: Ask, house: House): Promise<Answer> {
  await archiveCoupon(house, { by: ask.staff!, id: rowNumberOf(ask.params, 'id') })
  return seeOther(`${root}?done=takenBack`)
}

type Texts = ReturnType<typeof supportDeskTexts>

function couponFrom(
  ask: { form: Form },
  { texts, timeZone, now }: { texts: Texts; timeZone: string; now: Date },
): Omit<Coupon, 'id' | 'uses' | 'archivedAt'> {
  const number = (least: number, most: number, sentence: string) =>
    z
      .string()
      .trim()
      .default('')
      .refine(text => text === '' || /^\d{1,7}$/.test(text), sentence)
      .transform(text => (text === '' ? null : Number(text)))
      .refine(n => n === null || (n >= least && n <= most), sentence)
  const given = readForm(
    ask,
    z.object({
      code: z
        .string(texts.codeWrong)
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9-]{3,40}$/, texts.codeWrong),
      percent: number(1, 100, texts.percentWrong),
      amount: z.string().trim().default(''),
      currency: z.string().trim().toLowerCase().default('eur'),
      duration: z.enum(['once', 'months', 'always']).default('once'),
      months: number(1, 36, texts.monthsWrong),
      ends: z
        .string()
        .trim()
        .default('')
        .refine(text => text === '' || isDay(text), texts.endsWrong),
      mostUses: number(1, 1_000_000, texts.mostUsesWrong),
    }),
  )
  const amountMinor = given.amount === '' ? null : readMoney(given.amount, given.currency)
  if (given.amount !== '' && !amountMinor)
    throw new BadInput({ field: 'amount', sentence: texts.priceWrong(given.currency.toUpperCase()) })
  if ((given.percent === null) === (amountMinor === null))
    throw new BadInput({ field: 'percent', sentence: texts.oneOfBoth })
  if (given.duration === 'months' && given.months === null)
    throw new BadInput({ field: 'months', sentence: texts.monthsWrong })
  const endsAt = given.ends === '' ? null : startOfDay(given.ends, timeZone, 1)
  if (endsAt && endsAt <= now) throw new BadInput({ field: 'ends', sentence: texts.endsWrong })
  return {
    code: given.code,
    percent: given.percent,
    amountMinor,
    currency: amountMinor === null ? null : given.currency,
    duration: given.duration,
    months: given.duration === 'months' ? given.months : null,
    endsAt,
    mostUses: given.mostUses,
  }
}

async function show(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const [coupons, { currencies }, { timeZone }] = await Promise.all([
    listCoupons(house.db),
    readSupportSettings(house.db),
    readPublication(house),
  ])
  const place = { language: ask.staff!.language, timeZone }
  const now = house.payments.now()
  const field = (name: string) => ({
    name,
    value: error ? fieldOf(ask.form, name) : '',
    error: error?.field === name ? error.message : undefined,
  })
  return supportDeskPage(ask, house, {
    tab: 'coupons',
    title: texts.coupons,
    status: error ? 422 : undefined,
    notice: error ? texts.notSaved : noticeOf(ask),
    body: (
      <div class="panes">
        {coupons.length === 0 ? (
          <p class="empty">
            <strong>{texts.noCoupons}</strong>
            {texts.noCouponsHint}
          </p>
        ) : (
          <div class="table-frame">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{texts.code}</th>
                  <th scope="col">{texts.takesOff}</th>
                  <th scope="col">{texts.ends}</th>
                  <th scope="col" class="table__number">
                    {texts.used}
                  </th>
                  <th scope="col">
                    <span class="unseen">{texts.takeBack}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {coupons.map(coupon => (
                  <tr key={coupon.id}>
                    <td>
                      <strong>{coupon.code}</strong>
                    </td>
                    <td>{offOf(coupon, ask)}</td>
                    <td>
                      {coupon.endsAt ? formatDate(new Date(coupon.endsAt.getTime() - 1), place) : texts.noEnd}
                    </td>
                    <td class="table__number">{texts.usedOf(coupon.uses, coupon.mostUses)}</td>
                    <td>
                      {isUsable(coupon, { now, currency: coupon.currency ?? '' }) ? (
                        <form method="post" action={`${root}/${coupon.id}/archive`}>
                          <CsrfField ask={ask} />
                          <button
                            type="submit"
                            class="button button--quiet"
                            aria-label={`${texts.takeBack}: ${coupon.code}`}
                          >
                            {texts.takeBack}
                          </button>
                        </form>
                      ) : (
                        <span class="state state--withdrawn">{texts.isOver}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <section>
          <h2>{texts.addCoupon}</h2>
          <form method="post" action={root}>
            <CsrfField ask={ask} />
            <Field {...field('code')} label={texts.code} hint={texts.codeHint} required />
            <Field {...field('percent')} label={texts.percent} type="number" />
            <Field {...field('amount')} label={texts.orAmount} />
            <Choice
              {...field('currency')}
              label={texts.currency}
              options={currencies.map(currency => [currency, currency.toUpperCase()] as const)}
            />
            <Choice
              {...field('duration')}
              label={texts.duration}
              options={(['once', 'months', 'always'] as const).map(
                name => [name, texts.durations[name]] as const,
              )}
            />
            <Field {...field('months')} label={texts.months} type="number" />
            <Field {...field('ends')} label={texts.ends} hint={texts.endsHint} type="date" />
            <Field {...field('mostUses')} label={texts.mostUses} hint={texts.mostUsesHint} type="number" />
            <button type="submit" class="button button--primary">
              {texts.addCoupon}
            </button>
          </form>
        </section>
      </div>
    ),
  })
}

function offOf(coupon: Coupon, ask: Ask): string {
  const texts = textsFor(ask)
  const { percent, amountMinor, currency, duration, months } = coupon
  const what =
    percent === 100
      ? texts.everything
      : percent !== null
        ? `${percent}%`
        : formatMoney(amountMinor!, currency!, ask.staff!.language)
  return texts.offOf[duration](what, months ?? 0)
}

function noticeOf(ask: Ask): string | undefined {
  const texts = textsFor(ask)
  const known = ['couponAdded', 'takenBack'] as const
  const found = known.find(name => name === ask.query.done)
  return found && texts[found]
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

function textsFor(ask: Ask): Texts {
  return supportDeskTexts(ask.staff?.language ?? 'en')
}
