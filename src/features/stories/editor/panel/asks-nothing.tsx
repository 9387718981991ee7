import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import { useField } from '../session/story-fields.ts'
import { panelMessages } from './panel-messages.newsroom.ts'

/** Beside some stories it would be wrong to ask for anything: no strip, no appeal. */
export function AsksNothing({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const [asksNothing, setAsksNothing] = useField(desk.shared.fields, 'asksNothing')
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={asksNothing === true}
          onChange={event => setAsksNothing(event.currentTarget.checked)}
        />
        {texts.asksNothing}
      </label>
      <p class="field__hint">{texts.asksNothingHint}</p>
    </div>
  )
}
