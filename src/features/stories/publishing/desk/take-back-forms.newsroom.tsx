import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../../design/newsroom/field.tsx'
import { may } from '../../../../platform/permissions.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import type { PublishViewProps } from './publish-view.newsroom.tsx'
import { errorIn, valueIn } from './typed.ts'

/** Withdrawing, opening what was private, and removing for good; each folded away until it is wanted. */
export function TakeBackForms(props: PublishViewProps): ComponentChildren {
  const { desk, by, csrf, typed } = props
  const { story } = desk
  const texts = publishingMessages(by.language)
  const base = `/newsroom/stories/${story.id}`
  return (
    <>
      {story.audience === 'nobody' && (
        <section id="open" aria-labelledby="open-title">
          <h2 id="open-title">{texts.openTitle}</h2>
          <p>{texts.openHint}</p>
          <form method="post" action={`${base}/open`}>
            <CsrfField ask={{ csrf }} />
            <button type="submit" class="button">
              {texts.open}
            </button>
          </form>
        </section>
      )}
      {story.state === 'published' && (
        <details class="publishing__fold" open={typed.form === 'withdraw'}>
          <summary>{texts.withdraw}</summary>
          <p>{texts.withdrawHint}</p>
          <form method="post" action={`${base}/withdraw`}>
            <CsrfField ask={{ csrf }} />
            <Field
              name="note"
              type="textarea"
              rows={2}
              label={texts.withdrawNote}
              value={valueIn(typed, 'withdraw', 'note', '')}
              error={errorIn(typed, 'withdraw', 'note')}
              maxLength={2000}
              required
            />
            <button type="submit" class="button button--danger">
              {texts.withdraw}
            </button>
          </form>
        </details>
      )}
      {may(by, 'remove-stories') && <RemoveForm {...props} />}
    </>
  )
}

function RemoveForm({ desk, by, csrf, typed }: PublishViewProps): ComponentChildren {
  const { story } = desk
  const texts = publishingMessages(by.language)
  return (
    <details class="publishing__fold" open={typed.form === 'remove'}>
      <summary>{texts.remove}</summary>
      <p>{texts.removeHint}</p>
      <form method="post" action={`/newsroom/stories/${story.id}/remove`} autocomplete="off">
        <CsrfField ask={{ csrf }} />
        <Choice
          name="status"
          label={texts.removeStatus}
          value={valueIn(typed, 'remove', 'status', '451')}
          options={[
            ['451', texts.removeStatuses[451]],
            ['410', texts.removeStatuses[410]],
          ]}
        />
        <div class="field">
          <label for="remove-note">{texts.removeNote}</label>
          <textarea
            id="remove-note"
            name="note"
            rows={2}
            maxLength={2000}
            required
            aria-describedby="remove-note-hint"
          >
            {valueIn(typed, 'remove', 'note', '')}
          </textarea>
          <p class="field__hint" id="remove-note-hint">
            {texts.removeNoteHint}
          </p>
          {errorIn(typed, 'remove', 'note') && <p class="field__error">{errorIn(typed, 'remove', 'note')}</p>}
        </div>
        <Field
          name="confirmation"
          label={texts.removeConfirm(story.id)}
          value={valueIn(typed, 'remove', 'confirmation', '')}
          error={errorIn(typed, 'remove', 'confirmation')}
          autocomplete="off"
          required
        />
        <button type="submit" class="button button--danger">
          {texts.removeButton}
        </button>
      </form>
    </details>
  )
}
