import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { may } from '../../../../platform/permissions.ts'
import { HandInView } from '../changes/hand-in-view.newsroom.tsx'
import { PlannedChangeView } from '../changes/planned-change-view.newsroom.tsx'
import { type PublishingTexts, publishingMessages } from '../publishing-messages.newsroom.ts'
import { isDeskState } from '../workflow.ts'
import { ChecksView } from './checks-view.newsroom.tsx'
import { momentWords } from './moment-words.ts'
import { PlanForm } from './plan-form.newsroom.tsx'
import { PreviewsView } from './previews-view.newsroom.tsx'
import type { PublishDesk } from './publish-desk.ts'
import { AiHelpForm, PublishForm } from './publish-form.newsroom.tsx'
import { TakeBackForms } from './take-back-forms.newsroom.tsx'
import type { Typed } from './typed.ts'

export interface PublishViewProps {
  desk: PublishDesk
  by: StaffMember
  csrf: string
  typed: Typed
  /** The address of a preview link that was made just now; it is shown this once. */
  newPreview?: string
}

/** Everything about publishing one story, on one page. */
export function PublishView(props: PublishViewProps): ComponentChildren {
  const { desk, by } = props
  const { story, content } = desk
  const texts = publishingMessages(by.language)
  const publishes = may(by, 'publish-stories')
  const base = `/newsroom/stories/${story.id}`
  return (
    <div class="publishing" id="publishing">
      <header class="desk__head">
        <div class="publishing__head">
          <h1 dir="auto">{content.headline.trim() || texts.untitled}</h1>
          <p class="publishing__standing">
            <StateWord state={story.state} texts={texts} /> <Standing desk={desk} texts={texts} />
          </p>
        </div>
        <div class="toolbar">
          <a class="button button--quiet" href={`${base}/preview`} target="_blank" rel="noopener">
            {texts.openDraft}
          </a>
          <a class="button" href={base}>
            {texts.backToText}
          </a>
        </div>
      </header>
      <Warnings desk={desk} texts={texts} />
      <div class="panes">
        <div class="publishing__main">
          <WhatHappens desk={desk} texts={texts} />
          <ChecksView desk={desk} texts={texts} />
          <AiHelpForm {...props} />
          <HandInView {...props} />
          <PlannedChangeView {...props} />
          {publishes ? <PublishForm {...props} /> : isDeskState(story.state) && <p>{texts.onlyEditors}</p>}
          {publishes && <TakeBackForms {...props} />}
        </div>
        <aside class="publishing__side">
          <MoveForm {...props} />
          <PlanForm {...props} />
          <PreviewsView {...props} />
          <Past desk={desk} texts={texts} />
        </aside>
      </div>
    </div>
  )
}

export function StateWord({
  state,
  texts,
}: {
  state: PublishDesk['story']['state']
  texts: PublishingTexts
}): ComponentChildren {
  return <span class={`state state--${state === 'in-review' ? 'review' : state}`}>{texts.states[state]}</span>
}

function Standing({ desk, texts }: { desk: PublishDesk; texts: PublishingTexts }): ComponentChildren {
  const { story, planned, timeZone, publishings } = desk
  const words: string[] = []
  if (planned) words.push(texts.planned.standing(momentWords(planned.at, { language: texts.tag, timeZone })))
  if (story.handedIn) words.push(texts.changes.standing(story.handedIn.name))
  if (story.state === 'scheduled' && story.scheduledFor)
    words.push(
      texts.goesOut(
        momentWords(story.scheduledFor, { language: texts.tag, timeZone }),
        story.scheduledBy ?? '',
      ),
    )
  if (story.state === 'withdrawn' && story.withdrawnAt)
    words.push(texts.withdrawnOn(momentWords(story.withdrawnAt, { language: texts.tag, timeZone })))
  if (story.firstPublishedAt)
    words.push(
      texts.firstPublished(
        momentWords(story.firstPublishedAt, { language: texts.tag, timeZone }),
        publishings.at(-1)?.by ?? '',
      ),
    )
  if (story.updatedAt)
    words.push(texts.lastUpdated(momentWords(story.updatedAt, { language: texts.tag, timeZone })))
  return words.join('; ')
}

function Warnings({ desk, texts }: { desk: PublishDesk; texts: PublishingTexts }): ComponentChildren {
  const { story, timeZone, now } = desk
  return (
    <>
      {story.scheduleFailure && (
        <p class="notice notice--alert">{texts.scheduleFailed(story.scheduleFailure)}</p>
      )}
      {story.embargoUntil && story.embargoUntil > now && (
        <p class="notice">
          {texts.embargoStands(momentWords(story.embargoUntil, { language: texts.tag, timeZone }))}
        </p>
      )}
    </>
  )
}

function WhatHappens({ desk, texts }: { desk: PublishDesk; texts: PublishingTexts }): ComponentChildren {
  const { story, content, topics, authors, siteUrl, now, timeZone } = desk
  const former = story.slugs.filter(slug => slug !== content.slug)
  return (
    <section aria-labelledby="what-happens">
      <h2 id="what-happens">{texts.whatHappens}</h2>
      <dl class="definitions">
        <dt>{texts.address}</dt>
        <dd>
          {content.slug ? (
            <span class="publishing__address">{`${siteUrl}/${content.slug}`}</span>
          ) : (
            texts.noAddress
          )}
          {former.length > 0 && <span class="soft"> {texts.leadsOn(former)}</span>}
        </dd>
        <dt>{texts.time}</dt>
        <dd>{texts.timeNow(momentWords(now, { language: texts.tag, timeZone }))}</dd>
        <dt>{texts.seenIn}</dt>
        <dd>
          {story.kind === 'page'
            ? texts.pageOnly
            : texts.lists(
                topics.map(({ name }) => name),
                authors.map(({ name }) => name),
              )}
        </dd>
        {story.kind === 'story' && (
          <>
            <dt>{texts.feeds}</dt>
            <dd>{texts.feedsHint}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** The buttons by which a story goes from hand to hand. */
function MoveForm({ desk, by, csrf }: PublishViewProps): ComponentChildren {
  if (desk.moves.length === 0) return null
  const texts = publishingMessages(by.language)
  return (
    <section aria-labelledby="move">
      <h2 id="move">{texts.move}</h2>
      <form method="post" action={`/newsroom/stories/${desk.story.id}/state`} class="toolbar">
        <CsrfField ask={{ csrf }} />
        {desk.moves.map(to => (
          <button key={to} type="submit" class="button" name="to" value={to}>
            {texts.moves[to]}
          </button>
        ))}
      </form>
    </section>
  )
}

function Past({ desk, texts }: { desk: PublishDesk; texts: PublishingTexts }): ComponentChildren {
  const { publishings, corrections, timeZone } = desk
  return (
    <section aria-labelledby="past">
      <h2 id="past">{texts.past}</h2>
      {publishings.length === 0 && <p class="soft">{texts.pastEmpty}</p>}
      <ol class="publishing__past">
        {publishings.map(({ number, kind, by, at, reason }) => (
          <li key={number}>
            <strong>{texts.pastLine(texts.kinds[kind], number)}</strong>
            <span class="soft">
              {momentWords(at, { language: texts.tag, timeZone })}, {by}
            </span>
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </ol>
      {corrections.length > 0 && (
        <>
          <h3>{texts.correctionsTitle}</h3>
          <ol class="publishing__past">
            {corrections.map(({ id, text, severity, publishedAt }) => (
              <li key={id}>
                <span class="soft">
                  {momentWords(publishedAt, { language: texts.tag, timeZone })},{' '}
                  {texts.severities[severity].split(':')[0]}
                </span>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
