import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { MomentField } from '../../../../design/newsroom/moment-field.tsx'
import { may } from '../../../../platform/permissions.ts'
import { momentWords } from '../desk/moment-words.ts'
import type { PublishViewProps } from '../desk/publish-view.newsroom.tsx'
import { errorIn, valueIn } from '../desk/typed.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'

/** The change of a published story that goes out by itself: what it is, when, and the ways to change that. */
export function PlannedChangeView({ desk, by, csrf, typed }: PublishViewProps): ComponentChildren {
  const { story, planned, timeZone } = desk
  if (!planned || !story.published) return null
  const all = publishingMessages(by.language)
  const texts = all.planned
  const { change, savedDraft } = planned
  const timeline = `/newsroom/stories/${story.id}/timeline`
  const root = `/newsroom/stories/${story.id}/planned-change`
  return (
    <section id="planned-change" aria-labelledby="planned-title">
      <h2 id="planned-title">{texts.title}</h2>
      {planned.failure && <p class="notice notice--alert">{texts.failed(planned.failure)}</p>}
      <p>
        <strong>
          {texts.line(
            all.kinds[change.kind],
            momentWords(planned.at, { language: all.tag, timeZone }),
            planned.by,
          )}
        </strong>
      </p>
      <p>{texts.frozen(momentWords(planned.plannedAt, { language: all.tag, timeZone }))}</p>
      {change.kind === 'correction' && (
        <p dir="auto">
          {texts.correction}: “{change.correction.text}”
        </p>
      )}
      {planned.behind.length > 0 && (
        <p class="notice">{texts.behind(planned.behind.map(name => all.fields[name] ?? name))}</p>
      )}
      <p class="publishing__links">
        <a href={`${timeline}?from=r${story.published.number}&to=d${savedDraft}`}>{texts.compare}</a>
        {planned.behind.length > 0 && (
          <a href={`${timeline}?from=d${savedDraft}&to=now`}>{texts.compareDraft}</a>
        )}
      </p>
      {may(by, 'publish-stories') && (
        <form method="post" action={root} class="publish">
          <CsrfField ask={{ csrf }} />
          <MomentField
            name="time"
            id="planned-time"
            label={all.scheduleTime}
            hint={texts.ends}
            value={valueIn(typed, 'planned', 'time', '') || planned.at}
            timeZone={timeZone}
            language={by.language}
            error={errorIn(typed, 'planned', 'time')}
          />
          <p class="toolbar">
            <button type="submit" class="button">
              {texts.move}
            </button>
            <button type="submit" class="button" formaction={`${root}/cancel`} formnovalidate>
              {texts.cancel}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
