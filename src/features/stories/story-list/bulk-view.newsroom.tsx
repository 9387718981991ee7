import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../../platform/http/route.ts'
import { may } from '../../../platform/permissions.ts'
import { deskStates } from '../publishing/workflow.ts'
import type { KeptAct } from './bulk-queries.ts'
import { Names } from './filter-view.newsroom.tsx'
import { filterQuery, listAddress, type StoryFilter } from './story-filter.ts'
import type { StoryListTexts } from './story-list-messages.newsroom.ts'
import type { ListChoices } from './story-list-view.newsroom.tsx'

interface Bulk {
  ask: Ask
  choices: ListChoices
  filter: StoryFilter
  texts: StoryListTexts
}

/** What can be done with the stories that are ticked. The ticks stand in the rows and belong to this form. */
export function BulkBar({ ask, choices, filter, texts }: Bulk): ComponentChildren {
  const staff = ask.staff!
  const all = may(staff, 'edit-all-stories')
  const states = deskStates.filter(state => all || state !== 'ready')
  return (
    <form
      id="bulk"
      class="bulk"
      method="post"
      action="/newsroom/stories/bulk"
      aria-label={texts.bulk}
      data-bulk={texts.picked(2).replace('2', '{n}')}
      data-bulk-one={texts.picked(1)}
    >
      <CsrfField ask={ask} />
      <input type="hidden" name="back" value={filterQuery(filter)} />
      <p class="bulk__count" role="status">
        {texts.pick}
      </p>
      {all && (
        <span class="bulk__act">
          <label class="unseen" for="bulk-assignee">
            {texts.assignTo}
          </label>
          <select id="bulk-assignee" name="assignee">
            <option value="">{texts.assignTo} …</option>
            <option value="nobody">{texts.nobody}</option>
            {choices.staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Act name="assign" label={texts.assign} />
        </span>
      )}
      <span class="bulk__act">
        <label class="unseen" for="bulk-to">
          {texts.moveTo}
        </label>
        <select id="bulk-to" name="to">
          <option value="">{texts.moveTo} …</option>
          {states.map(state => (
            <option key={state} value={state}>
              {texts.states[state]}
            </option>
          ))}
        </select>
        <Act name="move" label={texts.move} />
      </span>
      <span class="bulk__act">
        <label class="unseen" for="bulk-topic">
          {texts.topic}
        </label>
        <input
          id="bulk-topic"
          name="topic"
          list="bulk-topics"
          placeholder={texts.topic}
          autocomplete="off"
          maxlength={200}
        />
        <Names id="bulk-topics" names={choices.topics} />
        <Act name="add-topic" label={texts.addTopic} />
      </span>
      {may(staff, 'publish-stories') && (
        <button type="submit" name="act" value="withdraw" class="button button--danger">
          {texts.withdraw}
        </button>
      )}
    </form>
  )
}

function Act({ name, label }: { name: string; label: string }): ComponentChildren {
  return (
    <button type="submit" name="act" value={name} class="button" data-swap="#story-list">
      {label}
    </button>
  )
}

/** What has just been done or undone, to how many, which stories stayed as they were, and the way back. */
export function ActNotice(
  props: Bulk & { kept: KeptAct; titles: ReadonlyMap<number, string>; out: number },
): ComponentChildren {
  const { kept, titles, out, texts } = props
  const { changes, failures, undoneAt } = kept
  return (
    <>
      <span>{changes.length > 0 ? sentenceFor(props) : failures.length === 0 && texts.unchanged}</span>
      {out > 0 && <span class="soft">{texts.topicOut(out)}</span>}
      {failures.length > 0 && (
        <div class="bulk__failures">
          {texts.notDone(failures.length)}
          <ul>
            {failures.map(({ storyId, sentence }) => (
              <li key={storyId}>
                <strong>{titles.get(storyId) || texts.untitled}</strong>: {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!undoneAt && changes.length > 0 && <Undo {...props} label={texts.undo} />}
    </>
  )
}

/** What can still be undone, also when the notice is gone. */
export function LatelyDone({ acts, ...bulk }: Bulk & { acts: readonly KeptAct[] }): ComponentChildren {
  const { texts } = bulk
  if (acts.length === 0) return null
  return (
    <details class="story-list__lately">
      <summary>{texts.lately}</summary>
      <ul>
        {acts.map(kept => (
          <li key={kept.id}>
            {sentenceFor({ ...bulk, kept })} <Undo {...bulk} kept={kept} label={texts.undo} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Undo(props: Bulk & { kept: KeptAct; label: string }): ComponentChildren {
  const { ask, kept, filter, label, texts } = props
  return (
    <form method="post" action={`/newsroom/stories/acts/${kept.id}/undo`} data-swap="#story-list">
      <CsrfField ask={ask} />
      <input type="hidden" name="back" value={filterQuery(filter)} />
      <button type="submit" class="button" aria-label={texts.undoOf(sentenceFor(props))}>
        {label}
      </button>
    </form>
  )
}

function sentenceFor({ kept, choices, texts }: Omit<Bulk, 'ask' | 'filter'> & { kept: KeptAct }): string {
  const { act, changes, undoneAt } = kept
  const stories = texts.stories_(changes.length)
  const named = (list: readonly { id: number; name: string }[], id: number) =>
    list.find(each => each.id === id)?.name ?? String(id)
  switch (act.act) {
    case 'assign': {
      const to = act.assigneeId === null ? texts.nobody : named(choices.staff, act.assigneeId)
      return undoneAt ? texts.undone.assign(stories) : texts.done.assign(stories, to)
    }
    case 'move':
      return undoneAt ? texts.undone.move(stories) : texts.done.move(stories, texts.states[act.to])
    case 'add-topic': {
      const topic = named(choices.topics, act.topicId)
      return undoneAt ? texts.undone['add-topic'](stories, topic) : texts.done['add-topic'](stories, topic)
    }
    case 'withdraw':
      return undoneAt ? texts.undone.withdraw(stories) : texts.done.withdraw(stories)
  }
}

/** Before stories leave the paper: which ones, and what readers are told. */
export function WithdrawView(props: {
  ask: Ask
  stories: readonly { id: number; headline: string }[]
  back: string
  note: string
  error?: string
  filter: StoryFilter
  texts: StoryListTexts
}): ComponentChildren {
  const { ask, stories, back, note, error, filter, texts } = props
  return (
    <section>
      <div class="desk__head">
        <h1>{texts.withdrawTitle(stories.length)}</h1>
      </div>
      <p>{texts.withdrawHint}</p>
      <ul class="bulk__stories">
        {stories.map(({ id, headline }) => (
          <li key={id}>{headline || texts.untitled}</li>
        ))}
      </ul>
      <form method="post" action="/newsroom/stories/bulk">
        <CsrfField ask={ask} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="act" value="withdraw" />
        <input type="hidden" name="confirmed" value="1" />
        {stories.map(({ id }) => (
          <input key={id} type="hidden" name="story[]" value={id} />
        ))}
        <div class="field">
          <label for="withdraw-note">{texts.note}</label>
          <input
            id="withdraw-note"
            name="note"
            value={note}
            maxlength={500}
            required
            autofocus
            aria-invalid={error ? 'true' : undefined}
            aria-describedby="withdraw-note-about"
          />
          <p id="withdraw-note-about" class={error ? 'field__error' : 'field__hint'}>
            {error ?? texts.noteHint}
          </p>
        </div>
        <div class="toolbar">
          <button type="submit" class="button button--danger">
            {texts.withdrawNow(stories.length)}
          </button>
          <a class="button button--quiet" href={listAddress(filter)}>
            {texts.cancel}
          </a>
        </div>
      </form>
    </section>
  )
}
