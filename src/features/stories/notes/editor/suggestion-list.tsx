import type { Editor } from '@tiptap/core'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatDateTime } from '../../../../design/dates.ts'
import type { WritingDesk } from '../../editor/desk.ts'
import { useStore } from '../../editor/session/store.ts'
import { focusAt } from '../../editor/text/focus-at.ts'
import { Change } from '../../suggestions/change.tsx'
import { type OpenSuggestion, settleInText, suggestionsOf } from '../../suggestions/settle-in-text.ts'
import { shortWords } from '../../suggestions/suggestions.ts'
import { toggleSuggesting } from './margin-text.ts'

type Verdict = 'accept' | 'reject'
interface Listed extends OpenSuggestion {
  editor: Editor
}

/** What is suggested in the open story, as it is typed: to be accepted or rejected, each as one edit. */
export function SuggestionList({ desk }: { desk: WritingDesk }): ComponentChildren {
  const { margin } = desk
  const { texts } = margin
  const suggesting = useStore(margin.suggesting)
  const found = useSuggestions(desk)
  const list = useRef<HTMLDivElement>(null)
  const settle = (which: Listed | 'all', verdict: Verdict, place: number) => {
    const editors = which === 'all' ? [desk.headline, desk.standfirst, desk.body] : [which.editor]
    for (const editor of editors) {
      const change = settleInText(editor.state, which === 'all' ? 'all' : { id: which.id }, verdict)
      if (change) editor.view.dispatch(change)
    }
    margin.told.set(toldOf(texts, verdict, which === 'all' ? found.length : null))
    // What was pressed is gone; the focus goes on to what has come in its place.
    requestAnimationFrame(() => {
      const items = list.current?.querySelectorAll<HTMLElement>('.suggestion') ?? []
      const next = items[Math.min(place, items.length - 1)]?.querySelector('button') ?? list.current
      next?.focus()
    })
  }
  return (
    <div ref={list} tabIndex={-1} class="suggestions">
      <p>
        <button
          type="button"
          class="button suggesting"
          aria-pressed={suggesting}
          onClick={() => toggleSuggesting(margin)}
        >
          {texts.suggesting}
        </button>{' '}
        <span class="soft">{suggesting ? texts.suggestingOn : texts.suggestingOff}</span>
      </p>
      {found.length === 0 && (
        <p class="empty">
          <strong>{texts.noSuggestions}</strong>
          {texts.noSuggestionsHint}
        </p>
      )}
      <ol class="suggestions__list">
        {found.map((one, place) => (
          <Item key={one.id} one={one} desk={desk} onVerdict={verdict => settle(one, verdict, place)} />
        ))}
      </ol>
      {found.length > 1 && (
        <p class="suggestion__verdicts">
          <button type="button" class="button" onClick={() => settle('all', 'accept', 0)}>
            {texts.acceptAll}
          </button>
          <button type="button" class="button" onClick={() => settle('all', 'reject', 0)}>
            {texts.rejectAll}
          </button>
        </p>
      )}
    </div>
  )
}

function Item(props: {
  one: Listed
  desk: WritingDesk
  onVerdict(verdict: Verdict): void
}): ComponentChildren {
  const { one, desk, onVerdict } = props
  const { facts, margin } = desk
  const { texts } = margin
  const name = facts.staff.find(({ id }) => id === one.staffId)?.name ?? texts.formerStaff
  const words = shortWords(one.after || one.before)
  const at = new Date(one.at)
  return (
    <li class="suggestion">
      <p class="note__head">
        <strong>{name}</strong>{' '}
        {!Number.isNaN(at.getTime()) && (
          <time class="soft" dateTime={one.at}>
            {formatDateTime(at, {
              language: document.documentElement.lang,
              timeZone: facts.publication.timeZone,
            })}
          </time>
        )}
      </p>
      <Change before={one.before} after={one.after} texts={texts} />
      <p class="suggestion__verdicts">
        <button
          type="button"
          class="button"
          aria-label={texts.acceptNamed(words)}
          onClick={() => onVerdict('accept')}
        >
          {texts.accept}
        </button>
        <button
          type="button"
          class="button"
          aria-label={texts.rejectNamed(words)}
          onClick={() => onVerdict('reject')}
        >
          {texts.reject}
        </button>
        <button type="button" class="button button--quiet" onClick={() => focusAt(one.editor, one.from)}>
          {texts.goTo}
        </button>
      </p>
    </li>
  )
}

/** All three texts, looked at again with every change. */
function useSuggestions({ headline, standfirst, body }: WritingDesk): Listed[] {
  const [, draw] = useState(0)
  const editors = [headline, standfirst, body]
  useEffect(() => {
    const change = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) draw(n => n + 1)
    }
    for (const editor of editors) editor.on('transaction', change)
    return () => {
      for (const editor of editors) editor.off('transaction', change)
    }
  }, editors)
  return editors.flatMap(editor => suggestionsOf(editor.state.doc).map(one => ({ ...one, editor })))
}

function toldOf(texts: WritingDesk['margin']['texts'], verdict: Verdict, count: number | null): string {
  if (count === null) return verdict === 'accept' ? texts.accepted : texts.rejected
  return verdict === 'accept' ? texts.acceptedAll(count) : texts.rejectedAll(count)
}
