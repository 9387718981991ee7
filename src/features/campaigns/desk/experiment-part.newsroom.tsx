import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../design/dates.ts'
import { formatNumber } from '../../../design/messages.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice } from '../../../design/newsroom/field.tsx'
import type { House } from '../../../platform/house.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import type { Appeal } from '../appeal.ts'
import { type Experiment, listExperiments } from '../appeal-queries.ts'
import { viewCounterOf } from '../appeal-views.ts'
import { type Arm, compareWordings, fewestGivers, settledChance, type Verdict } from '../compare-wordings.ts'
import { type ExperimentData, readExperiment } from '../experiment-queries.ts'
import { figuresKey, isRunning } from '../live-appeals.ts'
import { experimentDays } from '../run-experiment.ts'
import { deskRoot, deskTexts } from './campaign-desk-page.tsx'

type Texts = ReturnType<typeof deskTexts>

/** The experiments of an appeal: the one that runs, without its money; those that are over, with their verdicts. */
export async function experimentPart(ask: Ask, house: House, appeal: Appeal): Promise<ComponentChildren> {
  await viewCounterOf(house).flush()
  const [experiments, { timeZone }] = await Promise.all([
    listExperiments(house.db, appeal.id),
    readPublication(house),
  ])
  const texts = deskTexts(ask)
  const now = house.payments.now()
  const running = experiments.find(each => isRunning(each, now))
  const over = experiments.filter(each => each !== running)
  const time = (moment: Date) => formatDateTime(moment, { language: 'en', timeZone })
  return (
    <section class="campaign-form" aria-labelledby="experiment">
      <h2 id="experiment">{texts.experiment}</h2>
      {running ? (
        <Running
          ask={ask}
          appeal={appeal}
          until={time(running.endsAt)}
          arms={(await readExperiment(house.db, running)).arms}
        />
      ) : (
        <Start ask={ask} appeal={appeal} />
      )}
      {
        await Promise.all(
          over.map(async experiment => (
            <div key={experiment.id} class="campaign-outcome">
              {experiment.stoppedAt ? (
                <p>{texts.stoppedOn(time(experiment.stoppedAt))}</p>
              ) : (
                <Outcome
                  texts={texts}
                  appeal={appeal}
                  title={texts.endedOn(time(experiment.endsAt))}
                  {...(await outcomeOf(experiment, house))}
                />
              )}
            </div>
          )),
        )
      }
    </section>
  )
}

type Compared = ReturnType<typeof compareWordings> & { data: ExperimentData }

/** Worked out once until the ledger changes: thousands of draws take a moment. */
function outcomeOf(experiment: Experiment, house: House): Promise<Compared> {
  return house.press.keep(`experiment ${experiment.id}`, [figuresKey], async () => {
    const data = await readExperiment(house.db, experiment)
    return { data, ...compareWordings(data.arms, settledChance(experiment.id)) }
  })
}

function Start({ ask, appeal }: { ask: Ask; appeal: Appeal }): ComponentChildren {
  const texts = deskTexts(ask)
  if (appeal.wordings.length < 2) return <p class="soft">{texts.needTwo}</p>
  return (
    <form method="post" action={`${deskRoot}/appeals/${appeal.id}/experiment`}>
      <CsrfField ask={ask} />
      <p class="soft">{texts.experimentHint}</p>
      <Choice
        name="days"
        label={texts.days}
        value="14"
        options={experimentDays.map(days => [String(days), texts.dayNames[days]!] as const)}
      />
      <button type="submit" class="button">
        {texts.startExperiment}
      </button>
    </form>
  )
}

function Running(props: {
  ask: Ask
  appeal: Appeal
  until: string
  arms: readonly Arm[]
}): ComponentChildren {
  const { ask, appeal, until, arms } = props
  const texts = deskTexts(ask)
  return (
    <form method="post" action={`${deskRoot}/appeals/${appeal.id}/experiment/stop`}>
      <CsrfField ask={ask} />
      <p>{texts.runsUntil(until)}</p>
      <ul class="campaign-arms">
        {arms.map(({ wordingId, views }) => (
          <li key={wordingId}>
            {nameOf(appeal, wordingId)}: {formatNumber(views, 'en')}
          </li>
        ))}
      </ul>
      <button type="submit" class="button button--danger">
        {texts.stopExperiment}
      </button>
      <p class="field__hint">{texts.stopHint}</p>
    </form>
  )
}

function Outcome(props: { texts: Texts; appeal: Appeal; title: string } & Compared): ComponentChildren {
  const { texts, appeal, title, results, verdict, data } = props
  const money = (minor: number) =>
    data.currency === null ? '0' : formatMoney(Math.round(minor), data.currency, 'en')
  return (
    <>
      <h3>{title}</h3>
      <p>
        <strong>{said(verdict, texts, appeal)}</strong>
      </p>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.wording}</th>
              <th scope="col" class="table__number">
                {texts.views}
              </th>
              <th scope="col" class="table__number">
                {texts.gave}
              </th>
              <th scope="col" class="table__number">
                {texts.perThousand}
              </th>
              <th scope="col">{texts.range}</th>
              <th scope="col" class="table__number">
                {texts.bestOf}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map(each => (
              <tr key={each.wordingId}>
                <td>{nameOf(appeal, each.wordingId)}</td>
                <td class="table__number">{formatNumber(each.views, 'en')}</td>
                <td class="table__number">{formatNumber(each.gave, 'en')}</td>
                <td class="table__number">{money(each.perThousand)}</td>
                <td>{texts.to(money(each.low), money(each.high))}</td>
                <td class="table__number">{texts.percent(String(Math.round(each.best * 100)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.inOtherCurrencies > 0 && <p class="soft">{texts.otherCurrencies(data.inOtherCurrencies)}</p>}
    </>
  )
}

function said(verdict: Verdict, { verdicts }: Texts, appeal: Appeal): string {
  if (verdict.kind === 'best') return verdicts.best(nameOf(appeal, verdict.wordingId))
  return verdict.kind === 'too-few' ? verdicts['too-few'](fewestGivers) : verdicts['no-difference']
}

function nameOf(appeal: Appeal, wordingId: number): string {
  return appeal.wordings.find(({ id }) => id === wordingId)?.name ?? `#${wordingId}`
}
