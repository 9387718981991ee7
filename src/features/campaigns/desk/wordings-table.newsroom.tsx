import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../../design/messages.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { House } from '../../../platform/house.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { Appeal } from '../appeal.ts'
import { listExperiments } from '../appeal-queries.ts'
import { listViews } from '../experiment-queries.ts'
import { isRunning } from '../live-appeals.ts'
import { deskRoot, deskTexts } from './campaign-desk-page.tsx'

/** What is known of an appeal's wordings besides their texts. */
export interface KnownOfWordings {
  views: Map<number, { shown: number; heldOut: number }>
  compared: readonly number[]
}

export async function knownOf(appeal: Appeal, house: House): Promise<KnownOfWordings> {
  const [views, experiments] = await Promise.all([
    listViews(
      house.db,
      appeal.wordings.map(({ id }) => id),
    ),
    listExperiments(house.db, appeal.id),
  ])
  const running = experiments.find(each => isRunning(each, house.payments.now()))
  return { views, compared: running?.wordingIds ?? [] }
}

export function Wordings({
  ask,
  appeal,
  views,
  compared,
}: { ask: Ask; appeal: Appeal } & KnownOfWordings): ComponentChildren {
  const texts = deskTexts(ask)
  const at = `${deskRoot}/appeals/${appeal.id}/wordings`
  return (
    <>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.wording}</th>
              <th scope="col" class="table__number">
                {texts.views}
              </th>
              <th scope="col" class="table__number">
                {texts.heldBack}
              </th>
              <th scope="col">
                <span class="unseen">{texts.use}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {appeal.wordings.map((wording, i) => (
              <tr key={wording.id}>
                <td>
                  <a class="table__headline" dir="auto" href={`${at}/${wording.id}`}>
                    {wording.name}
                  </a>{' '}
                  <span class="soft" dir="auto">
                    {wording.texts.underway.heading.slice(0, 80)}
                  </span>
                </td>
                <td class="table__number">{formatNumber(views.get(wording.id)?.shown ?? 0, 'en')}</td>
                <td class="table__number">{formatNumber(views.get(wording.id)?.heldOut ?? 0, 'en')}</td>
                <td>
                  {compared.includes(wording.id) ? (
                    <span class="state state--waiting">{texts.experiment}</span>
                  ) : i === 0 && compared.length === 0 ? (
                    <span class="state state--good">{texts.first}</span>
                  ) : (
                    <form method="post" action={`${at}/${wording.id}/use`} class="campaign-acts">
                      <CsrfField ask={ask} />
                      <button type="submit" class="button button--quiet">
                        {texts.use}
                      </button>
                      <button
                        type="submit"
                        class="button button--quiet"
                        formaction={`${at}/${wording.id}/archive`}
                      >
                        {texts.take}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="campaign-add">
        <a class="button" href={`${at}/new`}>
          {texts.addWording}
        </a>
      </p>
    </>
  )
}
