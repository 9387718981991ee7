import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { type Container, type Layout, layouts, type Slot } from '../front.ts'
import type { frontDeskTexts } from './front-desk-messages.newsroom.ts'
import type { FrontDraft, SlotStory } from './front-desk-queries.ts'
import type { FrontWarning } from './front-warnings.ts'

export interface FrontDeskView {
  ask: { csrf: string }
  texts: ReturnType<typeof frontDeskTexts>
  place: { language: string; timeZone: string }
  front: FrontDraft
  stories: ReadonlyMap<number, SlotStory>
  warnings: FrontWarning[]
  topics: { id: number; name: string }[]
  authors: { id: number; name: string }[]
  /** What was looked for in one container, and what was found. */
  search: { container: string; words: string; found: SlotStory[] } | null
}

const swap = '#front-desk'

/** The containers of a draft as they can be arranged. Every control is a form of its own; scripts add dragging. */
export function Containers(view: FrontDeskView): ComponentChildren {
  const { front, texts, ask } = view
  const { containers } = front.draft
  return (
    <div class="front-desk__containers">
      {containers.length === 0 && <p class="empty">{texts.empty}</p>}
      {containers.map((container, i) => (
        <ContainerBox
          key={container.id}
          view={view}
          container={container}
          number={i}
          last={i === containers.length - 1}
        />
      ))}
      <form method="post" action={address(front)} class="toolbar" data-swap={swap}>
        <CsrfField ask={ask} />
        <LayoutChoice texts={texts} value="river" id="new-layout" />
        <button type="submit" class="button" name="do" value="add-container">
          {texts.addContainer}
        </button>
      </form>
    </div>
  )
}

function ContainerBox(props: {
  view: FrontDeskView
  container: Container
  number: number
  last: boolean
}): ComponentChildren {
  const { view, container, number, last } = props
  const { front, texts, ask, search } = view
  const name = nameOf(container, texts)
  return (
    <section class="container-box" aria-labelledby={`box-${container.id}`} data-container={container.id}>
      <div class="container-box__head">
        <h2 id={`box-${container.id}`} dir="auto">
          {name}
        </h2>
        <span class="soft">
          {texts.layouts[container.layout]} · {container.size}
        </span>
        <form method="post" action={address(front)} class="container-box__moves" data-swap={swap}>
          <CsrfField ask={ask} />
          <input type="hidden" name="container" value={container.id} />
          <Act value="move-container -1" words={texts.moveUp} of={name} off={number === 0} sign="↑" />
          <Act value="move-container 1" words={texts.moveDown} of={name} off={last} sign="↓" />
          <Act value="remove-container" words={texts.removeContainer} of={name} sign="×" />
        </form>
      </div>
      <ContainerSettings view={view} container={container} />
      {container.slots.length === 0 && <p class="soft">{texts.noSlots}</p>}
      <ol class="slots" data-slots={container.id}>
        {container.slots.map((slot, i) => (
          <SlotRow key={slot.storyId} view={view} container={container} slot={slot} at={i} />
        ))}
      </ol>
      {container.fill && container.slots.length < container.size && (
        <p class="soft">{texts.filled(container.size - container.slots.length)}</p>
      )}
      <form method="get" action={address(front)} class="toolbar" data-swap={swap} data-swap-keep>
        <input type="hidden" name="container" value={container.id} />
        <label class="unseen" for={`find-${container.id}`}>
          {texts.addStory}: {texts.findStory}
        </label>
        <input
          id={`find-${container.id}`}
          type="search"
          name="q"
          class="container-box__find"
          placeholder={`${texts.addStory} …`}
          value={search?.container === container.id ? search.words : ''}
        />
        <button type="submit" class="button">
          {texts.find}
        </button>
      </form>
      {search?.container === container.id && <Found view={view} search={search} />}
    </section>
  )
}

function ContainerSettings({
  view,
  container,
}: {
  view: FrontDeskView
  container: Container
}): ComponentChildren {
  const { front, texts, ask, topics, authors } = view
  const { id, layout, title, href, size, fill } = container
  const none: [string, string] = ['', texts.fillAll]
  return (
    <details class="container-box__settings">
      <summary>{texts.settings}</summary>
      <form method="post" action={address(front)} data-swap={swap}>
        <CsrfField ask={ask} />
        <input type="hidden" name="container" value={id} />
        <LayoutChoice texts={texts} value={layout} id={`layout-${id}`} />
        <Field name="title" id={`title-${id}`} label={texts.title} value={title} />
        <Field name="href" id={`href-${id}`} label={texts.href} value={href ?? ''} />
        <Field name="size" id={`size-${id}`} label={texts.size} value={String(size)} type="number" />
        <Choice
          name="fill"
          id={`fill-${id}`}
          label={texts.fill}
          value={fill ? 'all' : 'none'}
          options={[
            ['none', texts.fillNone],
            ['all', texts.fill],
          ]}
        />
        <Choice
          name="topicId"
          id={`topic-${id}`}
          label={texts.fillTopic}
          value={String(fill?.topicId ?? '')}
          options={[none, ...topics.map((topic): [string, string] => [String(topic.id), topic.name])]}
        />
        <Choice
          name="authorId"
          id={`author-${id}`}
          label={texts.fillAuthor}
          value={String(fill?.authorId ?? '')}
          options={[none, ...authors.map((author): [string, string] => [String(author.id), author.name])]}
        />
        <Field name="label" id={`label-${id}`} label={texts.label} value={fill?.label ?? ''} />
        <Field name="language" id={`language-${id}`} label={texts.language} value={fill?.language ?? ''} />
        <button type="submit" class="button" name="do" value="set-container">
          {texts.saveContainer}
        </button>
      </form>
    </details>
  )
}

function SlotRow(props: {
  view: FrontDeskView
  container: Container
  slot: Slot
  at: number
}): ComponentChildren {
  const { view, container, slot, at } = props
  const { front, texts, ask, stories, warnings, place } = view
  const story = stories.get(slot.storyId)
  const headline = slot.headline || story?.headline || `${texts.aStory} ${slot.storyId}`
  const warning = warnings.find(
    each => each.kind !== 'empty' && each.container === container.id && each.storyId === slot.storyId,
  )
  const others = front.draft.containers.filter(({ id }) => id !== container.id)
  return (
    <li class="slot" data-slot={slot.storyId} draggable tabindex={-1}>
      <span class="slot__grip" aria-hidden="true">
        ⋮⋮
      </span>
      <div class="slot__words">
        <a
          class="table__headline"
          dir="auto"
          href={`${address(front)}/slots/${container.id}/${slot.storyId}`}
          title={texts.edit}
        >
          {headline}
        </a>
        <span class="soft">
          {story?.publishedAt && formatDateTime(story.publishedAt, place)}
          {slot.headline || slot.standfirst !== undefined ? ` · ${texts.overridden}` : ''}
          {slot.photographId ? ` · ${texts.ownPicture}` : ''}
        </span>
        {warning && <span class="slot__warning">{warningWords(warning, texts)}</span>}
      </div>
      <form method="post" action={address(front)} class="slot__moves" data-swap={swap}>
        <CsrfField ask={ask} />
        <input type="hidden" name="container" value={container.id} />
        <input type="hidden" name="story" value={slot.storyId} />
        <Act value={`move-slot ${at - 1}`} words={texts.moveUp} of={headline} off={at === 0} sign="↑" />
        <Act
          value={`move-slot ${at + 1}`}
          words={texts.moveDown}
          of={headline}
          off={at === container.slots.length - 1}
          sign="↓"
        />
        <Act value="remove-slot" words={texts.remove} of={headline} sign="×" />
        {others.length > 0 && (
          <>
            <select name="to" aria-label={`${texts.moveTo}: ${headline}`}>
              <option value="">{texts.moveTo} …</option>
              {others.map(other => (
                <option key={other.id} value={other.id}>
                  {nameOf(other, texts)}
                </option>
              ))}
            </select>
            <button type="submit" class="button button--quiet" name="do" value="move-slot 0">
              {texts.move}
            </button>
          </>
        )}
      </form>
    </li>
  )
}

function Found({
  view,
  search,
}: {
  view: FrontDeskView
  search: NonNullable<FrontDeskView['search']>
}): ComponentChildren {
  const { front, texts, ask, place } = view
  if (search.found.length === 0) return <p class="soft">{texts.nothingFound}</p>
  return (
    <form method="post" action={address(front)} data-swap={swap}>
      <CsrfField ask={ask} />
      <input type="hidden" name="container" value={search.container} />
      <ul class="found">
        {search.found.map((story, i) => (
          <li key={story.id}>
            <button
              type="submit"
              class="found__story"
              name="do"
              value={`add-slot ${story.id}`}
              autofocus={i === 0}
              aria-label={`${texts.add}: ${story.headline}`}
            >
              <span class="table__headline" dir="auto">
                {story.headline}
              </span>
              <span class="soft">
                {story.publishedAt ? formatDateTime(story.publishedAt, place) : story.state}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

/** What is worth a look before the front goes out. */
export function Warnings({ view }: { view: FrontDeskView }): ComponentChildren {
  const { warnings, texts, stories, front } = view
  if (warnings.length === 0) return null
  return (
    <details>
      <summary class="slot__warning">{texts.warnings(warnings.length)}</summary>
      <ul class="warnings">
        {warnings.map((warning, i) => (
          <li key={i}>
            <strong dir="auto">
              {warning.kind === 'empty'
                ? nameOf(front.draft.containers.find(({ id }) => id === warning.container)!, texts)
                : (stories.get(warning.storyId)?.headline ?? texts.aStory)}
            </strong>{' '}
            {warningWords(warning, texts)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function warningWords(warning: FrontWarning, texts: FrontDeskView['texts']): string {
  if (warning.kind === 'stale') return texts.stale(warning.days)
  if (warning.kind === 'unseen') return texts.unseen(warning.state)
  if (warning.kind === 'empty') return texts.emptyContainer
  return texts[warning.kind]
}

function LayoutChoice(props: {
  texts: FrontDeskView['texts']
  value: Layout
  id: string
}): ComponentChildren {
  const { texts, value, id } = props
  return (
    <Choice
      name="layout"
      id={id}
      label={texts.layout}
      value={value}
      options={layouts.map((layout): [string, string] => [layout, texts.layouts[layout]])}
    />
  )
}

/** A small button of an arrow or a cross, which says to screen readers what it moves. */
function Act(props: {
  value: string
  words: string
  of: string
  sign: string
  off?: boolean
}): ComponentChildren {
  const { value, words, of, sign, off } = props
  return (
    <button
      type="submit"
      class="button button--quiet button--sign"
      name="do"
      value={value}
      disabled={off}
      title={words}
      aria-label={`${words}: ${of}`}
    >
      {sign}
    </button>
  )
}

export function nameOf({ title, layout }: Container, texts: FrontDeskView['texts']): string {
  return title || `${texts.layouts[layout]} (${texts.untitled.toLowerCase()})`
}

function address({ slug }: FrontDraft): string {
  return `/newsroom/fronts/${slug}`
}
