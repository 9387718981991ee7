import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Choice } from '../../../../design/newsroom/field.tsx'
import { MomentField } from '../../../../design/newsroom/moment-field.tsx'
import { Said } from '../../../../design/newsroom/said.tsx'
import { may } from '../../../../platform/permissions.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import type { PublishViewProps } from './publish-view.newsroom.tsx'
import { errorIn, valueIn } from './typed.ts'

/** Due time, assignee and embargo. Whoever writes says when it is due; the rest is for editors. */
export function PlanForm({ desk, by, csrf, typed }: PublishViewProps): ComponentChildren {
  const { story, staff, timeZone } = desk
  const texts = publishingMessages(by.language)
  const edits = may(by, 'edit-all-stories')
  return (
    <section aria-labelledby="plan-title">
      <h2 id="plan-title">{texts.plan}</h2>
      <form method="post" action={`/newsroom/stories/${story.id}/plan`} id="plan">
        <CsrfField ask={{ csrf }} />
        {typed.form === 'plan' && typed.field === null && (
          <p class="field__error">
            <Said sentence={typed.sentence} />
          </p>
        )}
        <MomentField
          name="due"
          label={texts.due}
          value={valueIn(typed, 'plan', 'due', '') || story.dueAt}
          timeZone={timeZone}
          language={by.language}
          error={errorIn(typed, 'plan', 'due')}
        />
        {edits ? (
          <Choice
            name="assignee"
            label={texts.assignee}
            value={valueIn(typed, 'plan', 'assignee', String(story.assignee?.id ?? ''))}
            options={[
              ['', texts.nobody],
              ...staff.map(({ id, name }): [string, string] => [String(id), name]),
            ]}
            error={errorIn(typed, 'plan', 'assignee')}
          />
        ) : (
          <p>
            {texts.assignee}: {story.assignee?.name ?? texts.nobody}
          </p>
        )}
        {edits && story.state !== 'published' && (
          <MomentField
            name="embargo"
            label={texts.embargo}
            hint={texts.embargoHint}
            value={valueIn(typed, 'plan', 'embargo', '') || story.embargoUntil}
            timeZone={timeZone}
            language={by.language}
            error={errorIn(typed, 'plan', 'embargo')}
          />
        )}
        <button type="submit" class="button">
          {texts.savePlan}
        </button>
      </form>
    </section>
  )
}
