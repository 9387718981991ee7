import type { ComponentChildren } from 'preact'
import type { DatePlace } from '../../../design/dates.ts'
import { formatDateTime } from '../../../design/dates.ts'
import { formatNumber } from '../../../design/messages.ts'
import { newsroomLanguage } from '../../../design/newsroom/newsroom-texts.ts'
import { languageOf } from '../../../design/story-card.tsx'
import type { Ask } from '../../../platform/http/route.ts'
import { NewStoryButton } from '../editor/pages/new-story.newsroom.tsx'
import type { KeptAct } from './bulk-queries.ts'
import { BulkBar, LatelyDone } from './bulk-view.newsroom.tsx'
import { FilterForm, KeptFilters } from './filter-view.newsroom.tsx'
import type { SavedFilter } from './saved-filter-queries.ts'
import { filterQuery, listAddress, type StoryFilter } from './story-filter.ts'
import type { StoryListTexts } from './story-list-messages.newsroom.ts'
import type { ListedStory } from './story-list-queries.ts'
import { shortWhen, whenOf } from './when-of-story.ts'

/** What filters and bulk acts choose from. */
export interface ListChoices {
  topics: { id: number; name: string }[]
  authors: { id: number; name: string }[]
  staff: { id: number; name: string }[]
  languages: string[]
}

export interface ListedRow extends ListedStory {
  words: number
  /** Names of those who have it open. */
  present: string[]
  /** Whether whoever asks may open and change it. */
  open: boolean
}

export interface StoryListProps {
  ask: Ask
  texts: StoryListTexts
  filter: StoryFilter
  rows: ListedRow[]
  choices: ListChoices
  saved: SavedFilter[]
  acts: KeptAct[]
  place: DatePlace
  now: Date
  /** Whether this is the first page. */
  first: boolean
  /** Where the next page goes on. */
  older: string | null
}

export function StoryListView(props: StoryListProps): ComponentChildren {
  const { ask, texts, filter, rows, choices, acts, first, older } = props
  return (
    <>
      <div class="desk__head">
        <h1>{texts.stories}</h1>
        <NewStoryButton ask={ask} />
      </div>
      <FilterForm
        filter={filter}
        choices={choices}
        texts={texts}
        contributor={ask.staff?.role === 'contributor'}
      />
      <section id="story-list" class="story-list" aria-label={texts.stories} data-story-list>
        <KeptFilters {...props} />
        {rows.length === 0 ? <Empty filter={filter} texts={texts} /> : <Rows {...props} />}
        <nav class="story-list__pages" aria-label={texts.older} hidden={first && !older}>
          {!first && (
            <a class="button button--quiet" href={listAddress(filter)}>
              {texts.newest}
            </a>
          )}
          {older && (
            <a class="button" href={listAddress(filter, { before: older })} rel="next">
              {texts.older}
            </a>
          )}
        </nav>
        {rows.some(row => row.open) && <BulkBar ask={ask} choices={choices} filter={filter} texts={texts} />}
        <LatelyDone ask={ask} acts={acts} choices={choices} filter={filter} texts={texts} />
      </section>
    </>
  )
}

function Rows({ texts, rows, place, now }: StoryListProps): ComponentChildren {
  const { columns } = texts
  return (
    <table class="table story-list__table">
      <thead>
        <tr>
          <th class="story-list__pick" scope="col">
            <input type="checkbox" data-pick-all hidden aria-label={texts.selectAll} />
            <span class="unseen">{texts.bulk}</span>
          </th>
          <th scope="col">{columns.headline}</th>
          <th scope="col" class="story-list__wide">
            {columns.state}
          </th>
          <th scope="col" class="story-list__wide">
            {columns.topic}
          </th>
          <th scope="col" class="story-list__widest">
            {columns.authors}
          </th>
          <th scope="col" class="story-list__widest">
            {columns.assignee}
          </th>
          <th scope="col" class="story-list__wide">
            {columns.when}
          </th>
          <th scope="col" class="story-list__widest table__number">
            {columns.words}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={row.id} {...{ row, texts, place, now }} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: {
  row: ListedRow
  texts: StoryListTexts
  place: DatePlace
  now: Date
}): ComponentChildren {
  const { row, texts, place, now } = props
  const headline = row.removed ? texts.removed : row.headline || texts.untitled
  const words = languageOf(row.language || 'en', newsroomLanguage(place.language))
  return (
    <tr id={`row-${row.id}`} data-row tabindex={-1}>
      <td class="story-list__pick">
        {row.open && (
          <input
            type="checkbox"
            name="story[]"
            value={row.id}
            form="bulk"
            id={`pick-${row.id}`}
            aria-label={texts.select(headline)}
          />
        )}
      </td>
      <td class="story-list__headline">
        {row.open ? (
          <a class="table__headline" id={`open-${row.id}`} href={`/newsroom/stories/${row.id}`} {...words}>
            {headline}
          </a>
        ) : (
          <span class="table__headline" {...words}>
            {headline}
          </span>
        )}
        {row.kind === 'page' && <span class="soft story-list__kind">{texts.page}</span>}
        {row.waiting ? (
          <span class="state state--review story-list__kind">{texts.waiting}</span>
        ) : (
          row.changed && <span class="soft story-list__kind">{texts.changed}</span>
        )}
        {row.changeFor && (
          <span class="state state--scheduled story-list__kind">
            {texts.changeFor(shortWhen(row.changeFor, now, place))}
          </span>
        )}
        {row.scheduleFailure && (
          <span class="story-list__failed" title={row.scheduleFailure}>
            {texts.failed}
          </span>
        )}
        {row.present.length > 0 && (
          <span class="story-list__present">{texts.inIt(row.present.join(', '))}</span>
        )}
        <span class="story-list__under">
          <State {...props} /> <When {...props} />
        </span>
      </td>
      <td class="story-list__wide">
        <State {...props} />
      </td>
      <td class="story-list__wide story-list__cut" title={row.topics.join(', ')}>
        {row.topics[0]}
        {row.topics.length > 1 && <span class="soft"> +{row.topics.length - 1}</span>}
      </td>
      <td class="story-list__widest story-list__cut" title={row.authors.join(', ')}>
        {row.authors.join(', ')}
      </td>
      <td class="story-list__widest story-list__cut">{row.assignee}</td>
      <td class="story-list__wide story-list__when">
        <When {...props} />
      </td>
      <td class="story-list__widest table__number">
        {row.words > 0 && formatNumber(row.words, place.language)}
      </td>
    </tr>
  )
}

function State({ row, texts }: { row: ListedRow; texts: StoryListTexts }): ComponentChildren {
  const sign = row.state === 'in-review' ? 'review' : row.state
  return <span class={`state state--${sign}`}>{texts.states[row.state]}</span>
}

function When(props: {
  row: ListedRow
  texts: StoryListTexts
  place: DatePlace
  now: Date
}): ComponentChildren {
  const { row, texts, place, now } = props
  const { name, at } = whenOf(row, now)
  const embargo = row.embargoUntil && row.embargoUntil > now ? row.embargoUntil : null
  return (
    <>
      <span class={name === 'late' ? 'story-list__late' : 'soft'}>{texts.when[name]}</span>{' '}
      <time datetime={at.toISOString()} title={formatDateTime(at, place)}>
        {shortWhen(at, now, place)}
      </time>
      {embargo && <span class="story-list__embargo">{texts.embargo(shortWhen(embargo, now, place))}</span>}
    </>
  )
}

/** An empty list says what would stand there, and how it gets there. */
function Empty({ filter, texts }: { filter: StoryFilter; texts: StoryListTexts }): ComponentChildren {
  const query = filterQuery(filter)
  if (query === '')
    return (
      <p class="empty">
        <strong>{texts.empty}</strong>
        {texts.emptyHint}
      </p>
    )
  if (query === 'mine=1')
    return (
      <p class="empty">
        <strong>{texts.emptyMine}</strong>
        {texts.emptyMineHint}
      </p>
    )
  return (
    <div class="empty">
      <strong>{texts.nothing}</strong>
      {texts.nothingHint}{' '}
      <p>
        <a class="button" href="/newsroom/stories">
          {texts.clear}
        </a>
      </p>
    </div>
  )
}
