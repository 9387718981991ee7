import type { ComponentChildren } from 'preact'
import { type DatePlace, formatMonth } from '../../design/dates.ts'
import { formatMoney } from '../../design/money.ts'
import { BarChart } from './bar-chart.newsroom.tsx'
import { resultsTexts } from './results-messages.newsroom.ts'
import type { Cohort, MembersOfMonth, MoneyOfMonth, ResultOfOrigin } from './results-queries.ts'

export interface Results {
  members: MembersOfMonth[]
  money: MoneyOfMonth[]
  cohorts: Cohort[]
  origins: ResultOfOrigin[]
}

export function ResultsView({ results, place }: { results: Results; place: DatePlace }): ComponentChildren {
  const texts = resultsTexts(place.language)
  const currencies = [...new Set(results.money.map(({ currency }) => currency))]
  return (
    <>
      <h2>{texts.members}</h2>
      <Members months={results.members} place={place} />
      <h2>{texts.money}</h2>
      {currencies.map(currency => (
        <Money
          key={currency}
          currency={currency}
          months={results.members.map(({ month }) => moneyOf(results.money, { month, currency }))}
          place={place}
        />
      ))}
      <h2>{texts.retention}</h2>
      <p class="soft">{texts.retentionIntro}</p>
      <Retention cohorts={results.cohorts} place={place} />
      <h2>{texts.origins}</h2>
      <p class="soft">{texts.originsIntro}</p>
      <Origins origins={results.origins} place={place} />
    </>
  )
}

function Members({ months, place }: { months: MembersOfMonth[]; place: DatePlace }): ComponentChildren {
  const texts = resultsTexts(place.language)
  const number = new Intl.NumberFormat(place.language)
  return (
    <>
      <BarChart
        label={texts.membersChart}
        describedBy="results-members"
        bars={months.map(({ month, members }) => ({
          label: shortMonth(month, place),
          value: members,
          words: `${monthName(month, place)}: ${number.format(members)}`,
        }))}
      />
      <Table
        id="results-members"
        label={texts.members}
        columns={[texts.month, texts.began, texts.returned, texts.ended, texts.inForce]}
        rows={months.toReversed().map(({ month, began, returned, ended, members }) => ({
          key: month,
          cells: [monthName(month, place), ...[began, returned, ended, members].map(n => number.format(n))],
        }))}
      />
    </>
  )
}

function Money({
  currency,
  months,
  place,
}: {
  currency: string
  months: MoneyOfMonth[]
  place: DatePlace
}): ComponentChildren {
  const texts = resultsTexts(place.language)
  const money = (amount: number) => formatMoney(amount, currency, place.language)
  const id = `results-money-${currency}`
  return (
    <>
      <BarChart
        label={texts.moneyChart(currency.toUpperCase())}
        describedBy={id}
        bars={months.map(({ month, received, givenBack }) => ({
          label: shortMonth(month, place),
          value: received + givenBack,
          words: `${monthName(month, place)}: ${money(received + givenBack)}`,
        }))}
      />
      <Table
        id={id}
        label={`${texts.money}, ${currency.toUpperCase()}`}
        columns={[texts.month, texts.received, texts.givenBack, texts.fees, texts.net]}
        rows={months.toReversed().map(({ month, received, givenBack, fees }) => ({
          key: month,
          cells: [
            monthName(month, place),
            ...[received, givenBack, fees, received + givenBack + fees].map(money),
          ],
        }))}
      />
    </>
  )
}

const shownSteps = [1, 2, 3, 6, 9, 12]

function Retention({ cohorts, place }: { cohorts: Cohort[]; place: DatePlace }): ComponentChildren {
  const texts = resultsTexts(place.language)
  const share = new Intl.NumberFormat(place.language, { style: 'percent' })
  if (!cohorts.some(({ kept }) => kept.length > 0)) return <p>{texts.tooEarly}</p>
  return (
    <Table
      id="results-retention"
      label={texts.retention}
      columns={[texts.month, texts.joined, ...shownSteps.map(texts.after)]}
      rows={cohorts.toReversed().map(({ month, began, kept }) => ({
        key: month,
        cells: [
          monthName(month, place),
          String(began),
          ...shownSteps.map(later => {
            const left = kept[later - 1]
            return left === undefined ? '' : `${left} (${share.format(left / began)})`
          }),
        ],
      }))}
    />
  )
}

function Origins({ origins, place }: { origins: ResultOfOrigin[]; place: DatePlace }): ComponentChildren {
  const texts = resultsTexts(place.language)
  return (
    <Table
      id="results-origins"
      label={texts.origins}
      columns={[texts.campaign, texts.appeal, texts.amount, texts.newMembers, texts.gifts]}
      words={2}
      rows={origins.map((origin, index) => ({
        key: String(index),
        cells: [
          origin.campaign ?? (origin.appealId === null ? texts.byItself : ''),
          origin.heading ?? '',
          origin.currency ? formatMoney(origin.amountMinor, origin.currency, place.language) : '',
          origin.began === 0 ? '' : String(origin.began),
          origin.gifts === 0 ? '' : String(origin.gifts),
        ],
      }))}
    />
  )
}

/** A table whose first `words` columns are words, and all others numbers. */
function Table({
  id,
  label,
  columns,
  rows,
  words = 1,
}: {
  id: string
  label: string
  columns: string[]
  rows: { key: string; cells: string[] }[]
  words?: number
}): ComponentChildren {
  const kind = (column: number) => (column < words ? undefined : 'table__number')
  return (
    <section class="table-frame" tabindex={0} aria-label={label}>
      <table class="table results__table" id={id}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={kind(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]} scope="row" dir="auto">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]} class={kind(index)} dir={index < words ? 'auto' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function moneyOf(
  money: readonly MoneyOfMonth[],
  { month, currency }: { month: string; currency: string },
): MoneyOfMonth {
  const found = money.find(each => each.month === month && each.currency === currency)
  return found ?? { month, currency, received: 0, givenBack: 0, fees: 0 }
}

function monthName(month: string, { language }: DatePlace): string {
  return formatMonth(new Date(`${month}-15T12:00:00Z`), { language, timeZone: 'UTC' })
}

function shortMonth(month: string, { language }: DatePlace): string {
  return new Intl.DateTimeFormat(language, { month: 'narrow', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )
}
