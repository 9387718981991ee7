import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { type DatePlace, formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { startOfDay } from '../../../design/zones.ts'
import { recordAct } from '../../../platform/audit/audit.ts'
import type { House } from '../../../platform/house.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import {
  type LedgerFilter,
  ledgerKinds,
  listLines,
  listReconciliations,
  type Reconciliation,
  sumLines,
} from '../../ledger/ledger.ts'
import { readPublication } from '../../publication/publication.ts'
import { supportDeskPage } from '../support-desk/support-desk-page.tsx'
import { ledgerDeskTexts } from './ledger-desk-messages.newsroom.ts'
import { LinesTable, SumsTable } from './ledger-view.newsroom.tsx'

const root = '/newsroom/support/ledger'
const onePage = 60

/** `/newsroom/support/ledger?kind=…&from=2026-11-01&until=…&before=…`: the lines, their sums, and the comparisons. */
export async function ledgerDesk(ask: Ask, house: House): Promise<Answer> {
  const { language } = ask.staff!
  const texts = ledgerDeskTexts(language)
  const { timeZone } = await readPublication(house)
  const place = { language, timeZone }
  const filter = readFilter(ask.query, timeZone)
  const [lines, sums, comparisons] = await Promise.all([
    listLines(house.db, { filter, before: readPlace(ask.query.before), limit: onePage + 1 }),
    sumLines(house.db, filter),
    listReconciliations(house.db, 5),
  ])
  const last = lines.length > onePage ? lines[onePage - 1] : undefined
  const filtered = filter.kind !== null || filter.from !== null || filter.until !== null
  return supportDeskPage(ask, house, {
    tab: 'ledger',
    title: texts.ledger,
    notice: ask.query.done === 'begun' ? texts.begun : undefined,
    body: (
      <>
        <p class="soft">{texts.intro}</p>
        <Filters query={ask.query} filtered={filtered} language={language} />
        {lines.length === 0 ? (
          <div class="empty">
            <strong>{filtered ? texts.nothingFound : texts.nothing}</strong>
            <p>{filtered ? texts.nothingFoundHint : texts.nothingHint}</p>
          </div>
        ) : (
          <>
            <SumsTable sums={sums} place={place} />
            <LinesTable lines={lines.slice(0, onePage)} place={place} />
          </>
        )}
        <p class="toolbar">
          {ask.query.before && (
            <a class="button" href={address({ ...ask.query, before: '' })}>
              {texts.newest}
            </a>
          )}
          {last && (
            <a
              class="button"
              rel="next"
              href={address({ ...ask.query, before: `${last.happenedAt.getTime()}-${last.id}` })}
            >
              {texts.older}
            </a>
          )}
        </p>
        <Comparisons ask={ask} house={house} comparisons={comparisons} place={place} />
      </>
    ),
  })
}

/** Compares now instead of at night; the job is handed in by the app, which knows every feature. */
export function compareForm(job: JobKind<Record<string, never>>) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    await house.db.transaction().execute(async tx => {
      await house.jobs.send(tx, job, {})
      await recordAct(tx, house.clock, { by: ask.staff!, act: 'compare-ledger' })
    })
    return seeOther(`${root}?done=begun`)
  }
}

function Filters({
  query,
  filtered,
  language,
}: {
  query: Record<string, string>
  filtered: boolean
  language: string
}): ComponentChildren {
  const texts = ledgerDeskTexts(language)
  return (
    <form class="toolbar audit__filters" method="get" action={root}>
      <p class="field">
        <label for="ledger-kind">{texts.kind}</label>
        <select id="ledger-kind" name="kind">
          <option value="">{texts.anyKind}</option>
          {ledgerKinds.map(kind => (
            <option key={kind} value={kind} selected={query.kind === kind}>
              {texts.kinds[kind]}
            </option>
          ))}
        </select>
      </p>
      {(['from', 'until'] as const).map(name => (
        <p key={name} class="field">
          <label for={`ledger-${name}`}>{texts[name]}</label>
          <input id={`ledger-${name}`} type="date" name={name} value={query[name] ?? ''} />
        </p>
      ))}
      <button type="submit" class="button">
        {texts.show}
      </button>
      {filtered && <a href={root}>{texts.reset}</a>}
    </form>
  )
}

function Comparisons({
  ask,
  house,
  comparisons,
  place,
}: {
  ask: Ask
  house: House
  comparisons: readonly Reconciliation[]
  place: DatePlace
}): ComponentChildren {
  const texts = ledgerDeskTexts(place.language)
  return (
    <section class="comparing" aria-labelledby="comparing">
      <h2 id="comparing">{texts.comparing}</h2>
      <p class="soft">{texts.comparingIntro}</p>
      {comparisons.length === 0 && <p>{texts.neverCompared}</p>}
      <ul class="comparisons">
        {comparisons.map(comparison => (
          <li key={comparison.id}>
            <Comparison comparison={comparison} place={place} />
          </li>
        ))}
      </ul>
      {house.payments.mode !== 'closed' && (
        <form method="post" action={`${root}/compare`} class="toolbar">
          <CsrfField ask={ask} />
          <button type="submit" class="button">
            {texts.compareNow}
          </button>
          <span class="soft">{texts.compareFrom}</span>
        </form>
      )}
    </section>
  )
}

function Comparison({
  comparison,
  place,
}: {
  comparison: Reconciliation
  place: DatePlace
}): ComponentChildren {
  const texts = ledgerDeskTexts(place.language)
  const { differences, failure, endedAt, checked } = comparison
  const found = differences.length === 0 ? texts.noDifference : texts.differences(differences.length)
  return (
    <>
      <time dateTime={comparison.beganAt.toISOString()}>{formatDateTime(comparison.beganAt, place)}</time>
      {': '}
      {endedAt ? `${texts.checked(checked)}, ${found}` : texts.underway}
      {failure && <span class="trouble">{texts.failed(failure)}</span>}
      {differences.length > 0 && (
        <ul>
          {differences.map(difference => (
            <li key={`${difference.objectId}${difference.kind}`}>
              <code>{difference.objectId}</code> {texts.difference[difference.kind]}
              {difference.ours && ` · ${texts.ours}: ${difference.ours}`}
              {difference.theirs && ` · ${texts.theirs}: ${difference.theirs}`}
              {' · '}
              <span class={difference.repairedAt ? 'state state--good' : 'state state--bad'}>
                {difference.repairedAt ? texts.mended : texts.open}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function readFilter(query: Record<string, string>, timeZone: string): LedgerFilter {
  const day = z.iso.date()
  const from = day.safeParse(query.from).data
  const until = day.safeParse(query.until).data
  return {
    kind: z.enum(ledgerKinds).safeParse(query.kind).data ?? null,
    from: from ? startOfDay(from, timeZone) : null,
    until: until ? startOfDay(until, timeZone, 1) : null,
  }
}

function readPlace(text: string | undefined): { at: Date; id: number } | null {
  const match = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '')
  return match ? { at: new Date(Number(match[1])), id: Number(match[2]) } : null
}

function address(query: Record<string, string>): string {
  const given = Object.entries(query).filter(([name, value]) => value !== '' && name !== 'done')
  return given.length > 0 ? `${root}?${new URLSearchParams(given)}` : root
}
