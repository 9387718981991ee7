import { createHash } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { dayOf, formatDate, formatDay, formatTime } from '../../../../design/dates.ts'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { MomentField } from '../../../../design/newsroom/moment-field.tsx'
import { StateWord } from '../desk/publish-view.newsroom.tsx'
import { type PublishingTexts, publishingMessages } from '../publishing-messages.newsroom.ts'
import type { PlannedStory, PlannedThing } from './planning-queries.ts'
import type { Week } from './week.ts'

export interface PlanningProps {
  week: Week
  things: readonly PlannedThing[]
  /** Published stories of the week that are not shown. */
  unshown: number
  unplanned: readonly PlannedStory[]
  /** Whoever can be assigned; empty for whoever may not assign. */
  staff: readonly { id: number; name: string }[]
  onlyOwn: boolean
  now: Date
  timeZone: string
  csrf: string
  language: string
  /** A change that was refused. */
  refused: { storyId: number; due: string; sentence: string } | null
}

/** A week of the newsroom, day by day, and what has no day yet. */
export function PlanningView(props: PlanningProps): ComponentChildren {
  const { week, things, unshown, unplanned, now, timeZone, language, onlyOwn } = props
  const texts = publishingMessages(language)
  const { planning } = texts
  const today = dayOf(now, { timeZone })
  const date = (day: string) => formatDate(noon(day), { language, timeZone: 'UTC' })
  return (
    <div id="planning" data-state={stateOf(props)}>
      <header class="desk__head">
        <h1>{planning.title}</h1>
        <nav class="toolbar" aria-label={planning.title}>
          <a class="button" rel="prev" href={`/newsroom/planning?week=${week.before}`} data-swap="#planning">
            ← {planning.before}
          </a>
          <a class="button" href="/newsroom/planning" data-swap="#planning">
            {planning.thisWeek}
          </a>
          <a class="button" rel="next" href={`/newsroom/planning?week=${week.after}`} data-swap="#planning">
            {planning.after} →
          </a>
        </nav>
      </header>
      <p class="soft">
        {planning.week(date(week.days[0]!), date(week.days[6]!))}. {planning.times(timeZone)}
        {onlyOwn && <> {planning.unplannedMine}</>}
      </p>
      <div class="week">
        {week.days.map(day => (
          <Day
            key={day}
            {...props}
            day={day}
            isToday={day === today}
            things={things.filter(thing => dayOf(thing.at, { timeZone }) === day)}
          />
        ))}
      </div>
      {unshown > 0 && (
        <p>
          <a href="/newsroom/stories?state=published">
            {planning.published}: {planning.more(unshown)}
          </a>
        </p>
      )}
      <section class="planning--unplanned" aria-labelledby="unplanned">
        <h2 id="unplanned">{planning.unplanned}</h2>
        {unplanned.length === 0 ? (
          <p class="soft">{planning.unplannedEmpty}</p>
        ) : (
          <ul class="week__list">
            {unplanned.map(story => (
              <li key={story.storyId} class="week__item">
                <StateWord state={story.state} texts={texts} />
                <Words story={story} texts={texts} />
                <ChangeForm {...props} story={story} place="unplanned" />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Day(props: PlanningProps & { day: string; isToday: boolean }): ComponentChildren {
  const { day, isToday, things, timeZone, language } = props
  const texts = publishingMessages(language)
  const { planning } = texts
  const names = ['week__day']
  if (isToday) names.push('week__day--today')
  if (things.length === 0) names.push('week__day--empty')
  return (
    <section class={names.join(' ')} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {formatDay(noon(day), { language, timeZone: 'UTC' })}
        {isToday && <span class="soft"> {planning.today}</span>}
      </h2>
      {things.length === 0 ? (
        <p>{planning.nothing}</p>
      ) : (
        <ul class="week__list">
          {things.map(thing => (
            <li key={`${thing.what}-${thing.storyId}`} class="week__item">
              <time class="week__time" datetime={thing.at.toISOString()}>
                {formatTime(thing.at, { language, timeZone })}
              </time>
              <span class="soft">{planning[thing.what]}</span>
              <Words
                story={thing}
                texts={texts}
                withState={thing.what === 'due' || thing.what === 'embargo'}
              />
              {thing.what !== 'published' && <ChangeForm {...props} story={thing} place={thing.what} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Words(props: {
  story: PlannedStory
  texts: PublishingTexts
  withState?: boolean
}): ComponentChildren {
  const { story, texts, withState } = props
  return (
    <div class="week__words">
      <a class="week__headline" dir="auto" href={`/newsroom/stories/${story.storyId}/publish`}>
        {story.headline.trim() || texts.untitled}
      </a>
      <span class="week__about soft">
        {withState && (
          <>
            <StateWord state={story.state} texts={texts} />{' '}
          </>
        )}
        <span>{story.assignee?.name ?? (story.state === 'published' ? '' : texts.nobody)}</span>
      </span>
    </div>
  )
}

/** Changes due time and assignee in place; folded away until it is wanted. */
function ChangeForm(
  props: Pick<PlanningProps, 'staff' | 'csrf' | 'timeZone' | 'language' | 'refused' | 'week'> & {
    story: PlannedStory
    place: string
  },
): ComponentChildren {
  const { story, place, staff, csrf, timeZone, language, week } = props
  const texts = publishingMessages(language)
  const { planning } = texts
  const refused = props.refused?.storyId === story.storyId ? props.refused : null
  const id = `${place}-${story.storyId}`
  const headline = story.headline.trim() || texts.untitled
  return (
    <details class="week__change" open={refused !== null}>
      <summary aria-label={planning.changeOf(headline)}>{planning.change}</summary>
      <form method="post" action={`/newsroom/planning/${story.storyId}`} data-swap="#planning">
        <CsrfField ask={{ csrf }} />
        <input type="hidden" name="week" value={week.days[0]} />
        <MomentField
          name="due"
          id={`due-${id}`}
          label={texts.due}
          value={refused ? refused.due : story.dueAt}
          timeZone={timeZone}
          language={language}
          error={refused?.sentence}
        />
        {staff.length > 0 && (
          <div class="field">
            <label for={`assignee-${id}`}>{texts.assignee}</label>
            <select id={`assignee-${id}`} name="assignee">
              <option value="">{texts.nobody}</option>
              {staff.map(person => (
                <option key={person.id} value={person.id} selected={person.id === story.assignee?.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <p class="field">
          <button type="submit" class="button">
            {planning.save}
          </button>
        </p>
      </form>
    </details>
  )
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** By what a script knows whether anything it shows has changed; the time that passes is no change. */
function stateOf({ week, things, unshown, unplanned, staff }: PlanningProps): string {
  const shown = JSON.stringify([week.days, things, unshown, unplanned, staff])
  return createHash('sha256').update(shown).digest('base64url').slice(0, 16)
}
