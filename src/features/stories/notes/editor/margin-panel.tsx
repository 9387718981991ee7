import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WritingDesk } from '../../editor/desk.ts'
import { useStore } from '../../editor/session/store.ts'
import { giveUpNote } from './begin-note.ts'
import { keepNotes } from './notes-part.ts'
import { SuggestionList } from './suggestion-list.tsx'

/** Beside the text: its notes, each beside its words, or what is suggested. */
export function MarginPanel({ desk }: { desk: WritingDesk }): ComponentChildren {
  const { margin, asking } = desk
  const { texts } = margin
  const tab = useStore(margin.tab)
  const tabButton = (name: 'notes' | 'suggestions', label: string) => (
    <button
      type="button"
      class="margin__tab"
      aria-pressed={tab === name}
      onClick={() => margin.tab.set(name)}
    >
      {label}
    </button>
  )
  return (
    <aside
      id="beside"
      class={`writing__beside writing__beside--${tab === 'notes' ? 'margin' : 'suggestions'}`}
      aria-label={texts.title}
    >
      <div class="beside__head margin__head">
        <div class="margin__tabs">
          {tabButton('notes', texts.notes)}
          {tabButton('suggestions', texts.suggestions)}
        </div>
        <span>
          <a class="button button--quiet" href={asking.address('timeline')}>
            {texts.timeline}
          </a>{' '}
          <button
            type="button"
            class="button button--quiet"
            aria-label={`${texts.closeShort}: ${texts.margin}`}
            onClick={() => {
              giveUpNote(desk)
              desk.side.set('none')
            }}
          >
            {texts.closeShort}
          </button>
        </span>
      </div>
      {tab === 'notes' ? <Notes desk={desk} /> : <SuggestionList desk={desk} />}
    </aside>
  )
}

/** Holds the part of the page that is the newsroom's; Preact never draws inside it. */
function Notes({ desk }: { desk: WritingDesk }): ComponentChildren {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (holder.current ? keepNotes(holder.current, desk) : undefined), [desk])
  return <div ref={holder} class="margin__notes" />
}
