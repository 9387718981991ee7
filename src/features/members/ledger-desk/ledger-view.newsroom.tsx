import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import type { LedgerLine, LedgerSum } from '../../ledger/ledger.ts'
import { ledgerDeskTexts } from './ledger-desk-messages.newsroom.ts'

/** Lines of the ledger in a table. */
export function LinesTable({
  lines,
  place,
}: {
  lines: readonly LedgerLine[]
  place: DatePlace
}): ComponentChildren {
  const texts = ledgerDeskTexts(place.language)
  return (
    <section class="table-frame" tabindex={0} aria-label={texts.ledger}>
      <table class="table ledger">
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.kind}</th>
            <th scope="col">{texts.who}</th>
            <th scope="col" class="table__number">
              {texts.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id} id={`line-${line.id}`}>
              <td class="ledger__time">{formatDateTime(line.happenedAt, place)}</td>
              <td>{texts.kinds[line.kind]}</td>
              <td dir="auto">{who(line, texts.forgotten)}</td>
              <td class="table__number">{amount(line, place.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the lines come to, a row for each currency. */
export function SumsTable({
  sums,
  place,
}: {
  sums: readonly LedgerSum[]
  place: DatePlace
}): ComponentChildren {
  const texts = ledgerDeskTexts(place.language)
  const currencies = [...new Set(sums.map(({ currency }) => currency))]
  if (currencies.length === 0) return null
  const total = (currency: string, kinds: readonly string[]) =>
    sums
      .filter(sum => sum.currency === currency && kinds.includes(sum.kind))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return (
    <div class="table-frame">
      <table class="table ledger-sums">
        <caption>{texts.sums}</caption>
        <thead>
          <tr>
            <td />
            {[texts.received, texts.givenBack, texts.fees, texts.net].map(label => (
              <th key={label} scope="col" class="table__number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {currencies.map(currency => {
            const columns = [received, givenBack, ['fee'], [...received, ...givenBack, 'fee']]
            return (
              <tr key={currency}>
                <th scope="row">{currency.toUpperCase()}</th>
                {columns.map((kinds, column) => (
                  <td key={column} class="table__number">
                    {formatMoney(total(currency, kinds), currency, place.language)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const received = ['membership-payment', 'single-payment', 'gift-payment']
const givenBack = ['refund', 'dispute', 'dispute-won']

function who({ readerId, readerName }: LedgerLine, forgotten: string): string {
  if (readerName) return readerName
  return readerId === null ? '' : forgotten
}

function amount({ amountMinor, currency, members, gifts }: LedgerLine, language: string): string {
  if (currency) return formatMoney(amountMinor, currency, language)
  const count = members || gifts
  return count > 0 ? `+${count}` : String(count)
}
