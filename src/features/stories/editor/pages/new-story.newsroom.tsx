import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../../../platform/http/route.ts'
import { editorMessages } from '../editor-messages.newsroom.ts'

type Texts = ReturnType<typeof editorMessages>

/** The button that begins a story at once, for the head of a desk. */
export function NewStoryButton({ ask }: { ask: Ask }): ComponentChildren {
  const texts = editorMessages(ask.staff?.language ?? 'en')
  return (
    <form method="post" action="/newsroom/stories">
      <CsrfField ask={ask} />
      <button type="submit" class="button button--primary" aria-keyshortcuts="N">
        {texts.newStory}
      </button>
    </form>
  )
}

export function NewStory({ ask, texts }: { ask: Ask; texts: Texts }): ComponentChildren {
  return (
    <>
      <div class="desk__head">
        <h1>{texts.newStory}</h1>
      </div>
      <form method="post" action="/newsroom/stories">
        <CsrfField ask={ask} />
        <div class="field">
          <label for="new-headline">{texts.headline}</label>
          <input id="new-headline" name="headline" maxlength={500} autofocus autocomplete="off" />
          <p class="field__hint">{texts.newStoryHint}</p>
        </div>
        <fieldset class="field">
          <legend>{texts.kind}</legend>
          {(['story', 'page'] as const).map(kind => (
            <label key={kind} class="check">
              <input type="radio" name="kind" value={kind} checked={kind === 'story'} />
              {texts.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button button--primary">
          {texts.begin}
        </button>
      </form>
    </>
  )
}
