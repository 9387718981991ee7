import type { ComponentChildren } from 'preact'
import { dayOf, formatShortDate, formatTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { MomentField } from '../../../design/newsroom/moment-field.tsx'
import { inlineWeb } from '../../stories/story.ts'
import { mayEdit } from '../brief-event.ts'
import { BriefMarks, inLanguage } from '../brief-item.reader.tsx'
import type { DeskBrief } from './desk-queries.ts'
import type { LiveDeskProps } from './live-desk-view.newsroom.tsx'

/** What is queued, pinned, posted and withdrawn of late. The desk's scripts put it up to date as a whole. */
export function DeskLists(props: LiveDeskProps): ComponentChildren {
  const { texts, after, mine, before, queued, pinned, briefs, earlier, withdrawn } = props
  const nothing = queued.length + pinned.length + briefs.length === 0
  return (
    <div id="live-lists" class="live-desk__lists" data-after={after}>
      <nav class="tabs" aria-label={texts.views}>
        <a href="/newsroom/live" aria-current={mine ? undefined : 'page'}>
          {texts.all}
        </a>
        <a href="/newsroom/live?mine=1" aria-current={mine ? 'page' : undefined}>
          {texts.mine}
        </a>
      </nav>
      <List {...props} id="queued" title={texts.queued} briefs={queued} />
      <List {...props} id="pinned" title={texts.pinned} briefs={pinned} />
      <List {...props} id="posted" title={texts.posted} briefs={briefs} />
      {nothing && (
        <p class="empty">
          <strong>{mine ? texts.emptyMine : texts.empty}</strong>
          {texts.emptyHint}
        </p>
      )}
      <p class="toolbar">
        {before !== undefined && (
          <a class="button button--quiet" href={mine ? '/newsroom/live?mine=1' : '/newsroom/live'}>
            {texts.latest}
          </a>
        )}
        {earlier !== null && (
          <a class="button" rel="next" href={`/newsroom/live?before=${earlier}${mine ? '&mine=1' : ''}`}>
            {texts.earlier}
          </a>
        )}
      </p>
      <List {...props} id="withdrawn" title={texts.withdrawnLately} briefs={withdrawn} />
    </div>
  )
}

type ListProps = LiveDeskProps & { id: string; title: string; list?: readonly DeskBrief[] }

function List(props: ListProps): ComponentChildren {
  const { id, title, briefs } = props
  if (briefs.length === 0) return null
  return (
    <section class="live-list" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ol>
        {briefs.map((brief, i) => (
          <Row key={brief.id} {...props} brief={brief} first={i === 0} last={i === briefs.length - 1} />
        ))}
      </ol>
    </section>
  )
}

type RowProps = LiveDeskProps & { brief: DeskBrief; first: boolean; last: boolean }

function Row(props: RowProps): ComponentChildren {
  const { ask, brief, editing, publication } = props
  const open = mayEdit(ask.staff!, brief)
  return (
    <li id={`brief-${brief.id}`} class={`live-row live-row--${brief.state}`} data-row tabindex={-1}>
      <p class="live-row__when">
        <When {...props} />
      </p>
      <div class="live-row__body">
        {editing?.id === brief.id && open ? (
          <EditForm {...props} />
        ) : (
          <>
            <BriefMarks brief={{ ...brief, story: null }} place={publication} />
            <h3 class="live-row__headline" {...inLanguage(brief, publication)}>
              {brief.state === 'published' ? (
                <a href={`/news/${brief.id}`} target="_blank" rel="noopener">
                  {brief.headline}
                </a>
              ) : (
                brief.headline
              )}
            </h3>
            {brief.content.length > 0 && (
              <div class="live-row__text" {...inLanguage(brief, publication)}>
                {brief.content.map((paragraph, i) => (
                  <p key={i}>{inlineWeb(paragraph, contextOf(props))}</p>
                ))}
              </div>
            )}
            <About {...props} />
            {open && <Acts {...props} />}
          </>
        )}
      </div>
    </li>
  )
}

function When({ brief, publication, now }: RowProps): ComponentChildren {
  const at = brief.publishedAt
  return (
    <time datetime={at.toISOString()}>
      {dayOf(at, publication) !== dayOf(now, publication) && (
        <span class="live-row__day">{formatShortDate(at, publication)}</span>
      )}
      {formatTime(at, publication)}
    </time>
  )
}

function About({ brief, texts, publication }: RowProps): ComponentChildren {
  const { state, postedBy, updatedAt, withdrawnAt, story } = brief
  const parts = [
    postedBy && texts.by(postedBy),
    state === 'published' && updatedAt && texts.edited(formatTime(updatedAt, publication)),
    state === 'withdrawn' && withdrawnAt && texts.withdrawnAt(formatTime(withdrawnAt, publication)),
    state === 'cancelled' && withdrawnAt && texts.cancelledAt(formatTime(withdrawnAt, publication)),
  ].filter(Boolean)
  return (
    <p class="live-row__about soft">
      {parts.join(' · ')}
      {story && (
        <>
          {parts.length > 0 && ' · '}
          {texts.story} <a href={`/newsroom/stories/${story.id}`}>{story.headline || `#${story.id}`}</a>
          {!story.slug && ` ${texts.storyDraft}`}
        </>
      )}
    </p>
  )
}

/** What can be done with a brief. Each button says in its name which brief it is for. */
function Acts(props: RowProps): ComponentChildren {
  const { brief, texts, first, last } = props
  const { id, state, pinned, breaking, story } = brief
  const act = (name: string, label: string, more: { leaves?: boolean; class?: string } = {}) => (
    <button
      type="submit"
      id={`${name}-${id}`}
      name="do"
      value={name}
      class={`button button--quiet ${more.class ?? ''}`}
      aria-label={texts.about(label, brief.headline)}
      data-leaves={more.leaves ? '' : undefined}
    >
      {label}
    </button>
  )
  if (state === 'withdrawn' || state === 'cancelled')
    return <ActForm {...props}>{act('put-back', texts.putBack)}</ActForm>
  return (
    <ActForm {...props}>
      <a
        id={`edit-${id}`}
        class="button button--quiet"
        href={`/newsroom/live?${queryFor(props, { edit: String(id) })}`}
        aria-label={texts.about(texts.edit, brief.headline)}
        data-live-edit
      >
        {texts.edit}
      </a>
      {state === 'queued' && act('post-now', texts.postNow)}
      {state === 'published' && pinned && !first && act('up', texts.up)}
      {state === 'published' && pinned && !last && act('down', texts.down)}
      {act(pinned ? 'unpin' : 'pin', pinned ? texts.unpin : texts.pin)}
      {act(breaking ? 'unbreak' : 'break', breaking ? texts.unbreak : texts.break_)}
      {!story && act('story', texts.makeStory, { leaves: true })}
      {act('withdraw', state === 'queued' ? texts.takeOut : texts.withdraw)}
    </ActForm>
  )
}

function ActForm({ children, ...props }: RowProps & { children: ComponentChildren }): ComponentChildren {
  const { ask, brief } = props
  return (
    <form class="live-row__acts" method="post" action={`/newsroom/live/${brief.id}`} data-live-form>
      <CsrfField ask={ask} />
      <Kept {...props} />
      {children}
    </form>
  )
}

function EditForm(props: RowProps): ComponentChildren {
  const { ask, brief, editing, texts } = props
  if (!editing) return null
  const { id } = brief
  const { text, breaking, pinned, at, error } = editing
  return (
    <form class="live-edit" method="post" action={`/newsroom/live/${id}`} data-live-form data-editing>
      <CsrfField ask={ask} />
      <Kept {...props} />
      <div class="field">
        <label for={`text-${id}`}>{texts.text}</label>
        <textarea
          id={`text-${id}`}
          name="text"
          rows={Math.min(12, text.split('\n').length + 1)}
          dir="auto"
          autofocus
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `error-${id}` : 'compose-hint'}
        >
          {text}
        </textarea>
        {error && (
          <p id={`error-${id}`} class="field__error" role="alert">
            {error}
          </p>
        )}
      </div>
      <div class="toolbar">
        <label class="check">
          <input type="checkbox" name="breaking" checked={breaking} />
          {texts.breaking}
        </label>
        <label class="check">
          <input type="checkbox" name="pinned" checked={pinned} />
          {texts.pinned}
        </label>
        <MomentField
          name="at"
          id={`time-${id}`}
          label={texts.time}
          value={at}
          timeZone={props.publication.timeZone}
          language={texts.tag}
        />
        <button type="submit" name="do" value="edit" id={`save-${id}`} class="button button--primary">
          {texts.save}
        </button>
        <a
          class="button button--quiet"
          href={`/newsroom/live?${queryFor(props)}`}
          id={`cancel-${id}`}
          data-live-cancel
        >
          {texts.cancel}
        </a>
      </div>
    </form>
  )
}

/** Which page of the desk a form was on. */
function Kept({ mine, before }: LiveDeskProps): ComponentChildren {
  return (
    <>
      {mine && <input type="hidden" name="mine" value="1" />}
      {before !== undefined && <input type="hidden" name="before" value={before} />}
    </>
  )
}

function queryFor({ mine, before }: LiveDeskProps, more: Record<string, string> = {}): string {
  return new URLSearchParams({
    ...(mine ? { mine: '1' } : {}),
    ...(before === undefined ? {} : { before: String(before) }),
    ...more,
  }).toString()
}

/** Briefs hold running text only, so nothing has to be looked up for them. */
function contextOf({ publication }: LiveDeskProps): Parameters<typeof inlineWeb>[1] {
  return {
    language: publication.language,
    siteUrl: publication.siteUrl,
    storyId: 0,
    forStaff: false,
    photographs: new Map(),
    stories: new Map(),
    files: new Map(),
  }
}
