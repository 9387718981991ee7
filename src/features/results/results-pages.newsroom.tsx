import { monthOf } from '../../design/dates.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { supportDeskPage } from '../members/member.ts'
import { readPublication } from '../publication/publication.ts'
import { resultsTexts } from './results-messages.newsroom.ts'
import {
  cohorts,
  firstMonth,
  membersByMonth,
  moneyByMonth,
  resultsByOrigin,
  type Span,
} from './results-queries.ts'
import { ResultsView } from './results-view.newsroom.tsx'

const root = '/newsroom/support/results'
const choices = [6, 12, 24, 36]

/** `/newsroom/support/results?months=12`: members, money, who stays, and what brought it. */
export async function resultsDesk(ask: Ask, house: House): Promise<Answer> {
  const { language } = ask.staff!
  const texts = resultsTexts(language)
  const { timeZone } = await readPublication(house)
  const place = { language, timeZone }
  const months = choices.find(choice => String(choice) === ask.query.months) ?? 12
  const until = monthOf(house.payments.now(), place)
  const span: Span = { from: monthsBefore(until, months - 1), until, timeZone }
  const first = await firstMonth(house.db, timeZone)
  return supportDeskPage(ask, house, {
    tab: 'results',
    title: texts.results,
    body:
      first === null ? (
        <div class="empty">
          <strong>{texts.nothing}</strong>
          <p>{texts.nothingHint}</p>
        </div>
      ) : (
        <div id="results">
          <p class="soft">{texts.intro}</p>
          <form class="toolbar" method="get" action={root}>
            <p class="field">
              <label for="results-months">{texts.months}</label>
              <select id="results-months" name="months">
                {choices.map(choice => (
                  <option key={choice} value={choice} selected={choice === months}>
                    {texts.span(choice)}
                  </option>
                ))}
              </select>
            </p>
            <button type="submit" class="button">
              {texts.show}
            </button>
          </form>
          <ResultsView
            place={place}
            results={{
              members: await membersByMonth(house.db, span),
              money: await moneyByMonth(house.db, span),
              cohorts: await cohorts(house.db, { ...span, months: 12, now: house.payments.now() }),
              origins: await resultsByOrigin(house.db, span),
            }}
          />
        </div>
      ),
  })
}

/** "2026-11" and 11 make "2025-12". */
export function monthsBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7)
}
