import type { ComponentChildren } from 'preact'
import { type AiTask, type AiHelp as Answer, aiTasks } from '../../ai-help.ts'
import { publishingMessages } from '../../publishing/publishing-messages.newsroom.ts'
import { storyNotices } from '../../story-notices.ts'
import type { WritingDesk } from '../desk.ts'
import { useField } from '../session/story-fields.ts'
import { TextField } from '../views/controls.tsx'

/** Where AI helped, or that it did not; unanswered until somebody says so. Readers get the line shown here. */
export function AiHelp({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = publishingMessages(document.documentElement.lang)
  const [answer, setAnswer] = useField(desk.shared.fields, 'aiHelp')
  const [language] = useField(desk.shared.fields, 'language')
  const helped = tasksIn(answer)
  const line = typeof answer?.line === 'string' ? answer.line : ''
  const choose = (task: AiTask, isChosen: boolean) => {
    const next = aiTasks.filter(each => (each === task ? isChosen : helped.includes(each)))
    setAnswer(next.length > 0 ? { with: next, line } : null)
  }
  return (
    <>
      <fieldset class="field about__tasks">
        <legend>{texts.aiQuestion}</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={answer !== null && helped.length === 0}
            onChange={event => setAnswer(event.currentTarget.checked ? { with: [], line: '' } : null)}
          />
          {texts.aiNone}
        </label>
        {aiTasks.map(task => (
          <label key={task} class="check">
            <input
              type="checkbox"
              checked={helped.includes(task)}
              onChange={event => choose(task, event.currentTarget.checked)}
            />
            {texts.aiTasks[task]}
          </label>
        ))}
      </fieldset>
      {helped.length > 0 && (
        <TextField
          label={texts.aiLine}
          hint={texts.aiLineHint(storyNotices(language || desk.facts.publication.language).aiHelp(helped))}
          value={line}
          multiline
          maxLength={400}
          onValue={value => setAnswer({ with: [...helped], line: value })}
        />
      )}
    </>
  )
}

/** What another program wrote into the shared field may be anything. */
function tasksIn(answer: Answer | null): readonly AiTask[] {
  const said: unknown = answer?.with
  return Array.isArray(said) ? aiTasks.filter(task => said.includes(task)) : []
}
