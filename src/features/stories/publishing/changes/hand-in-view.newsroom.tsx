import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Field } from '../../../../design/newsroom/field.tsx'
import { may } from '../../../../platform/permissions.ts'
import { momentWords } from '../desk/moment-words.ts'
import type { PublishViewProps } from '../desk/publish-view.newsroom.tsx'
import { errorIn, valueIn } from '../desk/typed.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'

/**
 * Changes of a published story on their way to an editor: whoever may not publish hands them in and takes them back,
 * editors hand them back with a note. Editors publish by the form below.
 */
export function HandInView(props: PublishViewProps): ComponentChildren {
  const { desk, by, csrf, typed } = props
  const { story, timeZone } = desk
  const publishes = may(by, 'publish-stories')
  if (story.state !== 'published' || (publishes && !story.handedIn)) return null
  const texts = publishingMessages(by.language).changes
  const root = `/newsroom/stories/${story.id}/changes`
  const time = story.handedIn ? momentWords(story.handedIn.at, { language: by.language, timeZone }) : ''
  const [act, label] = story.handedIn ? ['take-back', texts.takeBack] : ['hand-in', texts.handIn]
  return (
    <section id="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{texts.title}</h2>
      <p>
        {publishes
          ? texts.waiting(story.handedIn!.name, time)
          : story.handedIn
            ? texts.waitingMine(time)
            : desk.isUnchanged
              ? texts.none
              : texts.hint}
      </p>
      {typed.form === 'changes' && typed.field === null && typed.sentence && (
        <p class="field__error">{typed.sentence}</p>
      )}
      {publishes ? (
        <form method="post" action={`${root}/hand-back`} class="publish">
          <CsrfField ask={{ csrf }} />
          <Field
            name="words"
            type="textarea"
            rows={2}
            label={texts.words}
            hint={texts.wordsHint}
            value={valueIn(typed, 'changes', 'words', '')}
            error={errorIn(typed, 'changes', 'words')}
            maxLength={3500}
          />
          <p class="toolbar">
            <button type="submit" class="button">
              {texts.handBack}
            </button>
          </p>
        </form>
      ) : (
        (story.handedIn || !desk.isUnchanged) && (
          <form method="post" action={`${root}/${act}`}>
            <CsrfField ask={{ csrf }} />
            <button type="submit" class="button button--primary">
              {label}
            </button>
          </form>
        )
      )}
    </section>
  )
}
