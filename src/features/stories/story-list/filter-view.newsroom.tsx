import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../../platform/http/route.ts'
import { may } from '../../../platform/permissions.ts'
import { storyStates } from '../publishing/workflow.ts'
import type { SavedFilter } from './saved-filter-queries.ts'
import { changesNames, filterQuery, listAddress, type StoryFilter } from './story-filter.ts'
import type { StoryListTexts } from './story-list-messages.newsroom.ts'
import type { ListChoices } from './story-list-view.newsroom.tsx'

interface FilterFormProps {
  filter: StoryFilter
  choices: ListChoices
  texts: StoryListTexts
  contributor: boolean
}

/** The filter as a form, whose address is the list's; it stays where it is while the list below it changes. */
export function FilterForm({ filter, choices, texts, contributor }: FilterFormProps): ComponentChildren {
  const { topic, author, language, assignee, from, until, kind, changes, mine } = filter
  const narrow = [topic, author, language, assignee, from, until, kind, changes, mine].some(
    value => value !== undefined,
  )
  return (
    <search aria-label={texts.filter}>
      <form
        class="story-filter"
        method="get"
        action="/newsroom/stories"
        data-swap="#story-list"
        data-story-filter
      >
        <div class="story-filter__first">
          <Labelled label={texts.search} name="q" class="story-filter__search">
            <input
              id="filter-q"
              type="search"
              name="q"
              value={filter.q}
              maxlength={200}
              autocomplete="off"
              aria-keyshortcuts="/"
            />
          </Labelled>
          <Labelled label={texts.state} name="state">
            <Choose
              name="state"
              value={filter.state}
              any={texts.any}
              options={storyStates.map(state => [state, texts.states[state]])}
            />
          </Labelled>
          <button type="submit" class="button">
            {texts.show}
          </button>
        </div>
        <details class="story-filter__more" open={narrow}>
          <summary>{texts.more}</summary>
          <div class="story-filter__fields">
            <Labelled label={texts.topic} name="topic">
              <input
                id="filter-topic"
                name="topic"
                list="filter-topics"
                value={topic}
                maxlength={200}
                autocomplete="off"
              />
              <Names id="filter-topics" names={choices.topics} />
            </Labelled>
            <Labelled label={texts.author} name="author">
              <input
                id="filter-author"
                name="author"
                list="filter-authors"
                value={author}
                maxlength={200}
                autocomplete="off"
              />
              <Names id="filter-authors" names={choices.authors} />
            </Labelled>
            {!contributor && (
              <Labelled label={texts.assignee} name="assignee">
                <Choose
                  name="assignee"
                  value={assignee === undefined ? undefined : String(assignee)}
                  any={texts.any}
                  options={[
                    ['nobody', texts.nobody],
                    ...choices.staff.map(({ id, name }): [string, string] => [String(id), name]),
                  ]}
                />
              </Labelled>
            )}
            <Labelled label={texts.language} name="language">
              <Choose
                name="language"
                value={language}
                any={texts.any}
                options={choices.languages.map(tag => [tag, tag])}
              />
            </Labelled>
            <Labelled label={texts.kind} name="kind">
              <Choose
                name="kind"
                value={kind}
                any={texts.any}
                options={[
                  ['story', texts.kinds.story],
                  ['page', texts.kinds.page],
                ]}
              />
            </Labelled>
            <Labelled label={texts.changes} name="changes">
              <Choose
                name="changes"
                value={changes}
                any={texts.any}
                options={changesNames.map(name => [name, texts.changesNames[name]])}
              />
            </Labelled>
            <Labelled label={texts.from} name="from">
              <input id="filter-from" type="date" name="from" value={from} />
            </Labelled>
            <Labelled label={texts.until} name="until">
              <input id="filter-until" type="date" name="until" value={until} />
            </Labelled>
            {!contributor && (
              <label class="check story-filter__mine">
                <input type="checkbox" name="mine" value="1" checked={mine} />
                {texts.mine}
              </label>
            )}
          </div>
        </details>
      </form>
    </search>
  )
}

function Labelled(props: { label: string; name: string; class?: string; children: ComponentChildren }) {
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={`filter-${props.name}`}>{props.label}</label>
      {props.children}
    </div>
  )
}

function Choose(props: {
  name: string
  value: string | undefined
  any: string
  options: [string, string][]
}): ComponentChildren {
  return (
    <select id={`filter-${props.name}`} name={props.name}>
      <option value="">{props.any}</option>
      {props.options.map(([value, label]) => (
        <option key={value} value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** Names to choose from while typing; a name that is not among them may be typed as well. */
export function Names({ id, names }: { id: string; names: readonly { name: string }[] }): ComponentChildren {
  return (
    <datalist id={id}>
      {[...new Set(names.map(each => each.name))].slice(0, 500).map(name => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

/** What waits for an editor, as a view of the list. */
const waitingQuery = filterQuery({ changes: 'waiting' })

/** The filters somebody keeps, as the views of the list; and the way to keep this one. */
export function KeptFilters(props: {
  ask: Ask
  filter: StoryFilter
  saved: SavedFilter[]
  texts: StoryListTexts
}): ComponentChildren {
  const { ask, filter, saved, texts } = props
  const query = filterQuery(filter)
  const edits = ask.staff !== null && may(ask.staff, 'edit-all-stories')
  const known = saved.find(each => each.query === query)
  const views = [
    { name: texts.all, query: '' },
    ...(ask.staff?.role === 'contributor' ? [] : [{ name: texts.own, query: 'mine=1' }]),
    ...(edits ? [{ name: texts.waitingView, query: waitingQuery }] : []),
    ...saved.filter(each => !edits || each.query !== waitingQuery),
  ]
  return (
    <div class="story-views">
      <nav class="tabs" aria-label={texts.views}>
        {views.map(view => (
          <a
            key={view.query + view.name}
            href={view.query === '' ? '/newsroom/stories' : `/newsroom/stories?${view.query}`}
            aria-current={view.query === query ? 'page' : undefined}
          >
            {view.name}
          </a>
        ))}
      </nav>
      {known ? (
        <form method="post" action={`/newsroom/stories/filters/${known.id}/remove`}>
          <CsrfField ask={ask} />
          <button type="submit" class="button button--quiet">
            {texts.forget(known.name)}
          </button>
        </form>
      ) : (
        query !== '' &&
        query !== 'mine=1' &&
        !(edits && query === waitingQuery) && (
          <details class="story-views__keep">
            <summary>{texts.keep}</summary>
            <form method="post" action="/newsroom/stories/filters">
              <CsrfField ask={ask} />
              <input type="hidden" name="back" value={query} />
              <label class="unseen" for="keep-name">
                {texts.keepName}
              </label>
              <input
                id="keep-name"
                name="name"
                required
                maxlength={60}
                placeholder={texts.keepName}
                autocomplete="off"
              />
              <button type="submit" class="button">
                {texts.keepIt}
              </button>
            </form>
          </details>
        )
      )}
      {query !== '' && (
        <a class="button button--quiet" href={listAddress({})}>
          {texts.clear}
        </a>
      )}
    </div>
  )
}
