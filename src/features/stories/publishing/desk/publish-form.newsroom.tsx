import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../../design/dates.ts'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../../design/newsroom/field.tsx'
import { MomentField } from '../../../../design/newsroom/moment-field.tsx'
import { Said } from '../../../../design/newsroom/said.tsx'
import { writeZoned } from '../../../../design/zoned-moment.ts'
import { type AiTask, aiTasks } from '../../ai-help.ts'
import { storyNotices } from '../../story-notices.ts'
import { writeSeen } from '../overtaken.ts'
import { type PublishingTexts, publishingMessages } from '../publishing-messages.newsroom.ts'
import { momentWords } from './moment-words.ts'
import type { PublishViewProps } from './publish-view.newsroom.tsx'
import { errorIn, type Typed, valueIn } from './typed.ts'

/** The form that publishes, at once or at a time; of what is out already it asks what the change is to readers. */
export function PublishForm(props: PublishViewProps): ComponentChildren {
  const { desk, by, csrf, typed } = props
  const { story, findings } = desk
  const texts = publishingMessages(by.language)
  if (story.state === 'published' && story.kind === 'page' && desk.isUnchanged)
    return <p>{texts.unchanged}</p>
  const isOut = story.state === 'published'
  const button =
    story.state === 'withdrawn'
      ? texts.publishAgain
      : isOut
        ? desk.isUnchanged
          ? texts.publishCorrection
          : texts.update
        : texts.publish
  const stopped = !desk.isUnchanged && findings.some(({ weight }) => weight === 'stops')
  return (
    <section aria-labelledby="publish-title">
      <h2 id="publish-title">{button}</h2>
      {typed.form === 'publish' && typed.field === null && typed.sentence && (
        <p class="field__error">
          <Said sentence={typed.sentence} />
        </p>
      )}
      <form method="post" action={`/newsroom/stories/${story.id}/publish`} id="publish" class="publish">
        <CsrfField ask={{ csrf }} />
        <input type="hidden" name="seen" value={writeSeen(desk.seen)} />
        {(isOut || story.state === 'withdrawn') && <WhatChange {...props} texts={texts} />}
        {story.state !== 'withdrawn' && !desk.isUnchanged && <When {...props} texts={texts} />}
        {!desk.isUnchanged && findings.some(({ weight }) => weight === 'asks') && (
          <Field
            name="reason"
            type="textarea"
            rows={2}
            label={texts.reason}
            hint={desk.lastReason ? `${texts.reasonHint} ${texts.lastReason}` : texts.reasonHint}
            value={valueIn(typed, 'publish', 'reason', desk.lastReason)}
            error={errorIn(typed, 'publish', 'reason')}
            maxLength={1000}
          />
        )}
        <p class="toolbar">
          <button
            type="submit"
            class="button button--primary"
            data-publish
            data-schedule-label={isOut ? texts.scheduleChange : texts.schedule}
            aria-describedby={stopped ? 'checks-title' : undefined}
          >
            {button}
          </button>
          {story.state === 'scheduled' && (
            <button
              type="submit"
              class="button"
              formaction={`/newsroom/stories/${story.id}/unschedule`}
              formnovalidate
            >
              {texts.unschedule}
            </button>
          )}
        </p>
      </form>
    </section>
  )
}

function When({ desk, typed, texts }: PublishViewProps & { texts: PublishingTexts }): ComponentChildren {
  const { story, planned, timeZone } = desk
  const proposed = story.scheduledFor ?? planned?.at ?? story.embargoUntil
  const chosen = valueIn(typed, 'publish', 'when', proposed ? 'at' : 'now')
  const time = valueIn(typed, 'publish', 'time', '') || proposed
  return (
    <fieldset class="field">
      <legend>{texts.when}</legend>
      <label class="check">
        <input type="radio" name="when" value="now" checked={chosen === 'now'} />
        {planned ? texts.nowInstead(momentWords(planned.at, { language: texts.tag, timeZone })) : texts.now}
      </label>
      <label class="check">
        <input type="radio" name="when" value="at" checked={chosen === 'at'} />
        {texts.atTime}
      </label>
      {proposed && <input type="hidden" name="proposed" value={writeZoned(proposed, timeZone)} />}
      <div class="publish__more">
        <MomentField
          name="time"
          label={texts.scheduleTime}
          value={time}
          timeZone={timeZone}
          language={texts.tag}
          error={errorIn(typed, 'publish', 'time')}
        />
      </div>
    </fieldset>
  )
}

function WhatChange({
  desk,
  typed,
  texts,
}: PublishViewProps & { texts: PublishingTexts }): ComponentChildren {
  const { story, changes, planned } = desk
  const kinds = ['update', 'correction', 'silent'] as const
  const chosen = valueIn(
    typed,
    'publish',
    'kind',
    story.state === 'withdrawn' ? 'silent' : (planned?.change.kind ?? ''),
  )
  const error = errorIn(typed, 'publish', 'kind')
  if (desk.isUnchanged)
    return (
      <>
        <p>{texts.unchanged}</p>
        <input type="hidden" name="kind" value="correction" />
        <CorrectionFields desk={desk} typed={typed} texts={texts} />
      </>
    )
  return (
    <>
      {story.state === 'withdrawn' && <p>{texts.restoreHint(story.withdrawalNote.replace(/\.$/, ''))}</p>}
      <input type="hidden" name="change" value="yes" />
      {changes.length > 0 && <p>{texts.changed(changes.map(name => texts.fields[name] ?? name))}</p>}
      <fieldset class="field" aria-describedby={error ? 'kind-error' : undefined}>
        <legend>{texts.whatChange}</legend>
        {error && (
          <p class="field__error" id="kind-error">
            {error}
          </p>
        )}
        {kinds.map(kind => (
          <div key={kind} class="publish__kind">
            <label class="check">
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={chosen === kind}
                aria-describedby={`kind-${kind}`}
              />
              {texts.kinds[kind]}
            </label>
            <p class="field__hint" id={`kind-${kind}`}>
              {texts.kindHints[kind]}
            </p>
            {kind === 'correction' && (
              <div class="publish__more publish__correction">
                <CorrectionFields desk={desk} typed={typed} texts={texts} />
              </div>
            )}
          </div>
        ))}
      </fieldset>
    </>
  )
}

function CorrectionFields({
  desk,
  typed,
  texts,
}: Pick<PublishViewProps, 'desk' | 'typed'> & { texts: PublishingTexts }): ComponentChildren {
  const { corrections, planned, timeZone } = desk
  const before = planned?.change.kind === 'correction' && !desk.isUnchanged ? planned.change.correction : null
  const earlier = corrections.map(({ id, text, publishedAt }): [string, string] => [
    String(id),
    texts.correctionOf(formatDate(publishedAt, { language: texts.tag, timeZone }), text),
  ])
  return (
    <>
      <Field
        name="text"
        type="textarea"
        rows={3}
        label={texts.correctionText}
        hint={texts.correctionHint}
        value={valueIn(typed, 'publish', 'text', before?.text ?? '')}
        error={errorIn(typed, 'publish', 'text')}
        maxLength={4000}
      />
      <Choice
        name="severity"
        label={texts.severity}
        value={valueIn(typed, 'publish', 'severity', before?.severity ?? 'minor')}
        options={[
          ['minor', texts.severities.minor],
          ['major', texts.severities.major],
        ]}
      />
      <Choice
        name="placement"
        label={texts.placement}
        value={valueIn(typed, 'publish', 'placement', before?.placement ?? 'bottom')}
        options={[
          ['bottom', texts.placements.bottom],
          ['top', texts.placements.top],
        ]}
      />
      {earlier.length > 0 && (
        <Choice
          name="refersTo"
          label={texts.refersTo}
          value={valueIn(typed, 'publish', 'refersTo', String(before?.refersTo ?? ''))}
          options={[['', texts.refersToNone], ...earlier]}
          error={errorIn(typed, 'publish', 'refersTo')}
        />
      )}
    </>
  )
}

/** Where AI helped, and what readers are told of it. Folded away once it has been answered. */
export function AiHelpForm({ desk, by, csrf, typed }: PublishViewProps): ComponentChildren {
  const { story, content } = desk
  if (story.kind === 'page' || story.removedAt) return null
  const texts = publishingMessages(by.language)
  const answered = content.aiHelp
  const helped = helpedWith(typed, answered?.with ?? [])
  const usual = storyNotices(content.language || 'en').aiHelp(helped.length > 0 ? helped : ['transcription'])
  const error = errorIn(typed, 'ai-help', 'with')
  return (
    <details class="publishing__fold" id="ai-help" open={answered === null || typed.form === 'ai-help'}>
      <summary>{texts.aiTitle}</summary>
      <form method="post" action={`/newsroom/stories/${story.id}/ai-help`}>
        <CsrfField ask={{ csrf }} />
        <fieldset class="field">
          <legend>{texts.aiQuestion}</legend>
          {error && <p class="field__error">{error}</p>}
          <div class="publishing__tasks">
            <label class="check">
              <input type="checkbox" name="none" value="yes" checked={answered?.with.length === 0} />
              {texts.aiNone}
            </label>
            {aiTasks.map(task => (
              <label key={task} class="check">
                <input type="checkbox" name="with[]" value={task} checked={helped.includes(task)} />
                {texts.aiTasks[task]}
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          name="line"
          label={texts.aiLine}
          hint={texts.aiLineHint(usual)}
          value={valueIn(typed, 'ai-help', 'line', answered?.line ?? '')}
          error={errorIn(typed, 'ai-help', 'line')}
          maxLength={400}
        />
        <button type="submit" class="button">
          {texts.aiSave}
        </button>
      </form>
    </details>
  )
}

function helpedWith(typed: Typed, before: readonly AiTask[]): readonly AiTask[] {
  if (typed.form !== 'ai-help') return before
  const chosen = [typed.values['with[]'] ?? []].flat()
  return aiTasks.filter(task => chosen.includes(task))
}
