import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../../design/newsroom/field.tsx'
import { Said } from '../../../../design/newsroom/said.tsx'
import { previewDays } from '../previews/create-preview.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import { momentWords } from './moment-words.ts'
import type { PublishViewProps } from './publish-view.newsroom.tsx'
import { errorIn, valueIn } from './typed.ts'

/** The preview links of a story: those that work, each to be taken back, and a form for another. */
export function PreviewsView(props: PublishViewProps): ComponentChildren {
  const { desk, by, csrf, typed, newPreview } = props
  const { story, previews, timeZone } = desk
  const texts = publishingMessages(by.language)
  const base = `/newsroom/stories/${story.id}/previews`
  return (
    <section id="previews" aria-labelledby="previews-title">
      <h2 id="previews-title">{texts.previews}</h2>
      <p class="soft">{texts.previewsHint}</p>
      {newPreview && (
        <div class="notice previews__new">
          <label for="new-preview">{texts.newPreview}</label>
          <input id="new-preview" type="text" readOnly value={newPreview} data-select-all autofocus />
        </div>
      )}
      {previews.length > 0 && (
        <ul class="previews">
          {previews.map(({ id, label, createdByName, expiresAt }) => (
            <li key={id}>
              <form method="post" action={`${base}/${id}/revoke`} class="previews__line">
                <CsrfField ask={{ csrf }} />
                <span>
                  <strong>{label || texts.unnamedPreview}</strong>{' '}
                  <span class="soft">
                    {texts.previewLine(
                      createdByName,
                      momentWords(expiresAt, { language: texts.tag, timeZone }),
                    )}
                  </span>
                </span>
                <button
                  type="submit"
                  class="button button--quiet"
                  aria-label={`${texts.revoke}: ${label || texts.unnamedPreview}`}
                >
                  {texts.revoke}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={base} data-swap="#previews">
        <CsrfField ask={{ csrf }} />
        {typed.form === 'preview' && typed.field === null && (
          <p class="field__error">
            <Said sentence={typed.sentence} />
          </p>
        )}
        <Field
          name="label"
          label={texts.previewFor}
          value={valueIn(typed, 'preview', 'label', '')}
          error={errorIn(typed, 'preview', 'label')}
          maxLength={200}
          autocomplete="off"
        />
        <Choice
          name="days"
          label={texts.previewDays}
          value={valueIn(typed, 'preview', 'days', '7')}
          options={previewDays.map(n => [String(n), texts.days(n)] as const)}
          error={errorIn(typed, 'preview', 'days')}
        />
        <button type="submit" class="button">
          {texts.createPreview}
        </button>
      </form>
    </section>
  )
}
