import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { MomentField } from '../../../design/newsroom/moment-field.tsx'
import type { FrontAct, FrontDraft, FrontRevision, FrontSchedule } from './front-desk-queries.ts'
import type { FrontDeskView } from './front-desk-view.newsroom.tsx'

interface TimeProps {
  ask: { csrf: string }
  front: FrontDraft
  texts: FrontDeskView['texts']
  place: FrontDeskView['place']
}

/** What is to take effect later. */
export function Later(
  props: TimeProps & { schedules: FrontSchedule[]; wrong: { typed: string; sentence: string } | null },
): ComponentChildren {
  const { ask, front, texts, schedules, place, wrong } = props
  const address = `/newsroom/fronts/${front.slug}`
  return (
    <>
      <details open={wrong !== null}>
        <summary>{texts.schedule}</summary>
        <form method="post" action={`${address}/schedule`} data-swap="#front-desk">
          <CsrfField ask={ask} />
          <input type="hidden" name="version" value={front.version} />
          <MomentField
            name="at"
            label={texts.at}
            value={wrong?.typed}
            timeZone={place.timeZone}
            language={place.language}
            error={wrong?.sentence}
            required
          />
          <button type="submit" class="button">
            {texts.scheduleButton}
          </button>
        </form>
      </details>
      {schedules.length > 0 && (
        <form method="post" action={`${address}/cancel`} data-swap="#front-desk">
          <h2>{texts.waitingTitle}</h2>
          <CsrfField ask={ask} />
          <table class="table">
            <tbody>
              {schedules.map(({ id, dueAt, madeBy }) => (
                <tr key={id}>
                  <td>{formatDateTime(dueAt, place)}</td>
                  <td>{madeBy}</td>
                  <td>
                    <button type="submit" class="button button--quiet" name="schedule" value={id}>
                      {texts.cancel}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </form>
      )}
    </>
  )
}

/** What was published before, and who changed what. */
export function Before(
  props: TimeProps & { revisions: FrontRevision[]; acts: FrontAct[] },
): ComponentChildren {
  const { ask, front, texts, place, revisions, acts } = props
  return (
    <>
      {revisions.length > 0 && (
        <details>
          <summary>{texts.history}</summary>
          <form method="post" action={`/newsroom/fronts/${front.slug}/restore`} data-swap="#front-desk">
            <CsrfField ask={ask} />
            <table class="table">
              <tbody>
                {revisions.map(revision => (
                  <tr key={revision.number}>
                    <td>{formatDateTime(revision.publishedAt, place)}</td>
                    <td>{revision.publishedBy}</td>
                    <td>
                      <button
                        type="submit"
                        class="button button--quiet"
                        name="number"
                        value={revision.number}
                      >
                        {texts.restore}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </form>
        </details>
      )}
      <details>
        <summary>{texts.acts}</summary>
        <ul class="acts">
          {acts.map((act, i) => (
            <li key={i}>
              <span class="soft">{formatDateTime(act.at, place)}</span> {act.by || 'Masthead'}{' '}
              {actWords(act, texts)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function actWords({ act, detail }: FrontAct, texts: FrontDeskView['texts']): string {
  const name = act === 'change-front' && typeof detail.do === 'string' ? detail.do : act
  return texts.actNames[name] ?? name
}
