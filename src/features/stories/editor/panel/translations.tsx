import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { sentenceIn } from '../session/ask.ts'
import { useField } from '../session/story-fields.ts'
import { Finder, readFound, Select, TextField } from '../views/controls.tsx'
import { panelMessages } from './panel-messages.newsroom.ts'

/** Language, time zone, and the same story in other languages. */
export function Translations({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const { facts, shared, asking } = desk
  const [language, setLanguage] = useField(shared.fields, 'language')
  const [zone, setZone] = useField(shared.fields, 'timeZone')
  const [trouble, setTrouble] = useState('')
  const action = asking.address('translations')
  const token = <input type="hidden" name="csrf" value={asking.token} />
  return (
    <>
      <TextField
        label={texts.language}
        value={language}
        hint={nameOf(language)}
        list="story-languages"
        maxLength={35}
        onValue={value => setLanguage(value.trim())}
      />
      <datalist id="story-languages">
        {offered(facts.languages).map(tag => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </datalist>
      <Select
        label={texts.timeZone}
        value={zone ?? ''}
        options={[
          { value: '', label: texts.publicationZone(facts.publication.timeZone) },
          ...Intl.supportedValuesOf('timeZone').map(value => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
        onValue={value => setZone(value || null)}
      />
      <p class="field__label">{texts.translations}</p>
      {facts.translations.length === 0 && <p class="soft">{texts.noTranslations}</p>}
      <ul class="translations">
        {facts.translations.map(each => (
          <li key={each.id}>
            <a href={`/newsroom/stories/${each.id}`} lang={each.language}>
              {each.headline || '…'}
            </a>{' '}
            <span class="soft">
              {nameOf(each.language)}
              {each.published ? '' : `, ${texts.draft}`}
            </span>
            <form method="post" action={action}>
              {token}
              <input type="hidden" name="act" value="unlink" />
              <input type="hidden" name="story" value={each.id} />
              <button type="submit" class="button button--quiet">
                {texts.unlink}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={action} class="controls__row">
        {token}
        <input type="hidden" name="act" value="begin" />
        <label class="field">
          <span class="field__label">{texts.beginTranslation}</span>
          <input name="language" list="story-languages" required maxlength={35} size={8} />
        </label>
        <button type="submit" class="button">
          {texts.begin}
        </button>
      </form>
      <Finder
        label={texts.linkTranslation}
        nothing={texts.nothing}
        find={async words => readFound(await asking.get('find/translations', { q: words }))}
        onChoose={({ id }) => void link(desk, id).then(setTrouble)}
      />
      {trouble && (
        <p class="field__error" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}

/** Links a story and shows the page with it; gives the newsroom's sentence where it cannot be. */
async function link({ asking, blockTexts }: WritingDesk, story: number): Promise<string> {
  const body = new URLSearchParams({ csrf: asking.token, act: 'link', story: String(story) })
  const answer = await fetch(asking.address('translations'), {
    method: 'POST',
    body,
    redirect: 'manual',
  }).catch(() => null)
  if (answer?.type === 'opaqueredirect') {
    location.reload()
    return ''
  }
  return (answer && sentenceIn(answer, await answer.text())) || blockTexts.failed
}

function offered(first: readonly string[]): string[] {
  return [
    ...new Set([...first, 'en', 'uk', 'es', 'de', 'fr', 'ar', 'pl', 'ru', 'it', 'pt', 'tr', 'he', 'fa']),
  ]
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(tag) ?? tag
  } catch {
    return ''
  }
}
