import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate, formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { BadInput, Conflict } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { type LedgerLine, listLines, sumLines } from '../../ledger/ledger.ts'
import { readPublication } from '../../publication/publication.ts'
import { ledgerDeskTexts } from '../ledger-desk/ledger-desk-messages.newsroom.ts'
import { LinesTable, SumsTable } from '../ledger-desk/ledger-view.newsroom.tsx'
import { supportDeskPage } from '../support-desk/support-desk-page.tsx'
import { findLatestRehearsal, lettersSince, type MadeLetter, type Rehearsal } from './rehearsal-queries.ts'
import { beginRehearsal } from './rehearse.ts'

const root = '/newsroom/support/rehearsal'
const shown = 60

/** `/newsroom/support/rehearsal`: play money's time ahead, and see every letter and line that comes of it. */
export function rehearsalDesk(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house)
}

export function rehearseForm(job: JobKind<{ rehearsal: number }>) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    try {
      const { spans, chooseSpan } = ledgerDeskTexts(ask.staff!.language)
      const days = fieldOf(ask.form, 'days')
      if (!Object.hasOwn(spans, days)) throw new BadInput({ field: 'days', sentence: chooseSpan })
      await beginRehearsal(house, { job, days: Number(days), by: ask.staff! })
      return seeOther(root)
    } catch (error) {
      if (error instanceof BadInput || error instanceof Conflict) return show(ask, house, error)
      throw error
    }
  }
}

async function show(ask: Ask, house: House, error?: BadInput | Conflict): Promise<Answer> {
  const { language } = ask.staff!
  const texts = ledgerDeskTexts(language)
  const { timeZone } = await readPublication(house)
  const place = { language, timeZone }
  const latest = await findLatestRehearsal(house.db)
  return supportDeskPage(ask, house, {
    tab: 'rehearsal',
    title: texts.rehearsal,
    status: error ? (error instanceof Conflict ? 409 : 422) : undefined,
    notice: error?.message,
    body: (
      <div id="rehearsal" class="rehearsal">
        <p class="soft">{texts.rehearsalIntro}</p>
        <p>{texts.practiceTime(formatDateTime(house.payments.now(), place))}</p>
        {latest && !latest.endedAt ? (
          <Playing rehearsal={latest} language={language} />
        ) : (
          <PlayForm ask={ask} language={language} />
        )}
        {latest?.endedAt && (await made(house, latest, place))}
      </div>
    ),
  })
}

function PlayForm({ ask, language }: { ask: Ask; language: string }): ComponentChildren {
  const texts = ledgerDeskTexts(language)
  return (
    <form method="post" action={root} class="toolbar rehearsal__form">
      <CsrfField ask={ask} />
      <p class="field">
        <label for="rehearsal-days">{texts.playAhead}</label>
        <select id="rehearsal-days" name="days">
          {Object.entries(texts.spans).map(([days, label]) => (
            <option key={days} value={days} selected={days === '30'}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="button button--primary">
        {texts.play}
      </button>
    </form>
  )
}

function Playing({ rehearsal, language }: { rehearsal: Rehearsal; language: string }): ComponentChildren {
  const texts = ledgerDeskTexts(language)
  return (
    <>
      <p class="notice" role="status">
        {texts.playing(rehearsal.daysDone, rehearsal.days)}
      </p>
      <progress
        class="rehearsal__progress"
        max={rehearsal.days}
        value={rehearsal.daysDone}
        aria-label={texts.rehearsal}
      />
      <p>
        <a class="button" href={root} data-renew="#rehearsal" data-every="1">
          {texts.seeHow}
        </a>
      </p>
    </>
  )
}

async function made(house: House, rehearsal: Rehearsal, place: DatePlace): Promise<ComponentChildren> {
  const filter = { kind: null, from: null, until: null, afterLine: rehearsal.lastLine }
  const [lines, sums, letters] = await Promise.all([
    listLines(house.db, { filter, before: null, limit: shown }),
    sumLines(house.db, filter),
    lettersSince(house.db, { lastLetter: rehearsal.lastLetter, limit: shown }),
  ])
  const texts = ledgerDeskTexts(place.language)
  const count = letters.kinds.reduce((sum, kind) => sum + kind.letters, 0)
  return (
    <>
      <h2>{texts.played(rehearsal.daysDone, formatDate(rehearsal.beganFrom, place))}</h2>
      {rehearsal.failure && <p class="trouble">{texts.stopped(rehearsal.failure)}</p>}
      <Lines lines={lines} sums={<SumsTable sums={sums} place={place} />} place={place} />
      <h3>{texts.madeLetters}</h3>
      {letters.letters.length === 0 ? (
        <p>{texts.noneMade}</p>
      ) : (
        <ul class="rehearsal__letters">
          {letters.letters.map(letter => (
            <Letter key={letter.id} letter={letter} language={place.language} />
          ))}
          {count > letters.letters.length && <li>{texts.more(count - letters.letters.length)}</li>}
        </ul>
      )}
    </>
  )
}

function Lines({
  lines,
  sums,
  place,
}: {
  lines: LedgerLine[]
  sums: ComponentChildren
  place: DatePlace
}): ComponentChildren {
  const texts = ledgerDeskTexts(place.language)
  return (
    <>
      <h3>{texts.madeLines}</h3>
      {lines.length === 0 ? (
        <p>{texts.noneMade}</p>
      ) : (
        <>
          {sums}
          <LinesTable lines={lines} place={place} />
        </>
      )}
    </>
  )
}

function Letter({ letter, language }: { letter: MadeLetter; language: string }): ComponentChildren {
  const texts = ledgerDeskTexts(language)
  const words = letter.subject || letter.kind
  return (
    <li>
      {letter.mailboxId === null ? words : <a href={`/practice/mail/${letter.mailboxId}`}>{words}</a>}{' '}
      <span class="soft" dir="auto">
        {texts.letterTo(letter.to)}
      </span>
    </li>
  )
}
