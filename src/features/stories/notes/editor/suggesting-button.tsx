import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../../editor/desk.ts'
import { useStore } from '../../editor/session/store.ts'
import { toggleSuggesting } from './margin-text.ts'

/** Turns suggesting on and off; while it is on, that is plain to see. */
export function SuggestingButton({ desk }: { desk: WritingDesk }): ComponentChildren {
  const { texts, suggesting } = desk.margin
  const on = useStore(suggesting)
  return (
    <button
      type="button"
      class="button suggesting"
      aria-pressed={on}
      title={`${texts.suggesting} (${texts.suggestingKeys})`}
      onClick={() => toggleSuggesting(desk.margin)}
    >
      {texts.suggesting}
    </button>
  )
}

/** What the margin has to say for the moment; a press puts it away. */
export function MarginTold({ desk }: { desk: WritingDesk }): ComponentChildren {
  const { told, texts } = desk.margin
  const sentence = useStore(told)
  return (
    <div class={sentence ? 'margin-told margin-told--shown' : 'margin-told'}>
      <p role="status">{sentence}</p>
      {sentence && (
        <button type="button" class="button button--quiet" onClick={() => told.set('')}>
          {texts.closeShort}
        </button>
      )}
    </div>
  )
}
