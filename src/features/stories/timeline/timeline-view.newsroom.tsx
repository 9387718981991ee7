import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { TimelineEntry } from './timeline.ts'
import type { TimelineTexts } from './timeline-messages.newsroom.ts'

interface TimelineProps {
  storyId: number
  entries: readonly TimelineEntry[]
  /** Which two are compared. */
  from: string
  to: string
  csrf: string
  texts: TimelineTexts
  place: DatePlace
}

/** Every state of the text in a table: two can be chosen to be compared, each can be restored. */
export function TimelineView(props: TimelineProps): ComponentChildren {
  const { storyId, entries, csrf, texts } = props
  const root = `/newsroom/stories/${storyId}/timeline`
  return (
    <section class="timeline" aria-label={texts.states}>
      <p class="soft">{texts.intro}</p>
      <form method="get" action={root} data-swap="#comparison">
        <div class="table-frame">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{texts.from}</th>
                <th scope="col">{texts.to}</th>
                <th scope="col">{texts.what}</th>
                <th scope="col">
                  <span class="unseen">{texts.restoreThis}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map(entry => (
                <Row key={entry.ref} entry={entry} {...props} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="timeline__compare">
          <button type="submit" class="button button--primary">
            {texts.compare}
          </button>
        </p>
      </form>
      {entries.some(({ ref }) => ref !== 'now') && (
        <form method="post" action={root} id="timeline-restore">
          <CsrfField ask={{ csrf }} />
        </form>
      )}
      {entries.length === 1 && <p class="empty">{texts.nothingYet}</p>}
    </section>
  )
}

function Row({ entry, from, to, texts, place }: TimelineProps & { entry: TimelineEntry }): ComponentChildren {
  const { ref, at, who, what } = entry
  const name = `${nameOf(entry, texts)}, ${formatDateTime(at, place)}`
  return (
    <tr>
      <td>
        <input
          type="radio"
          name="from"
          value={ref}
          checked={ref === from}
          aria-label={texts.fromThis(name)}
        />
      </td>
      <td>
        <input type="radio" name="to" value={ref} checked={ref === to} aria-label={texts.toThis(name)} />
      </td>
      <td>
        <time class="timeline__when" dateTime={at.toISOString()}>
          {formatDateTime(at, place)}
        </time>
        <span class={`state state--${signOf(entry)}`}>{nameOf(entry, texts)}</span>
        {who.length > 0 && <span class="timeline__who">{who.join(', ')}</span>}
        {what.kind === 'revision' && what.reason && <span class="soft timeline__who">{what.reason}</span>}
      </td>
      <td>
        {ref !== 'now' && (
          <button
            type="submit"
            class="button button--quiet"
            form="timeline-restore"
            name="of"
            value={ref}
            aria-label={texts.restoreNamed(name)}
          >
            {texts.restoreThis}
          </button>
        )}
      </td>
    </tr>
  )
}

/** What an entry is, in words. */
export function nameOf({ what }: TimelineEntry, texts: TimelineTexts): string {
  switch (what.kind) {
    case 'revision':
      return texts.revision(what.number, texts.changes[what.change] ?? what.change)
    case 'moved':
      return texts.moved(texts.deskStates[what.to] ?? what.to)
    default:
      return texts[what.kind]
  }
}

function signOf({ what }: TimelineEntry): string {
  if (what.kind === 'revision') return 'published'
  return what.kind === 'moved' ? 'review' : 'draft'
}
