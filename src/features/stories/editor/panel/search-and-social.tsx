import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import { useLive } from '../session/store.ts'
import { useField } from '../session/story-fields.ts'
import { TextField } from '../views/controls.tsx'
import { useLineText } from './line-text.ts'
import { panelMessages } from './panel-messages.newsroom.ts'

export function SearchAndSocial({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const { fields } = desk.shared
  const [headline, setHeadline] = useField(fields, 'searchHeadline')
  const [description, setDescription] = useField(fields, 'searchDescription')
  const [original, setOriginal] = useField(fields, 'canonicalUrl')
  const own = useLineText(desk.headline)
  const standfirst = useLineText(desk.standfirst)
  const isAddress = !original || /^https?:$/.test(URL.parse(original)?.protocol ?? '')
  return (
    <>
      <TextField
        label={texts.searchHeadline}
        value={headline}
        placeholder={own}
        maxLength={300}
        onValue={setHeadline}
      />
      <TextField
        label={texts.searchDescription}
        value={description}
        placeholder={standfirst}
        hint={texts.searchDescriptionHint}
        multiline
        maxLength={500}
        onValue={setDescription}
      />
      <TextField
        label={texts.canonical}
        type="url"
        value={original ?? ''}
        placeholder="https://"
        error={isAddress ? undefined : texts.unsafe}
        onValue={value => setOriginal(value.trim() || null)}
      />
      <p class="field__label">{texts.card}</p>
      <SocialCard desk={desk} headline={headline || own} description={description || standfirst} />
    </>
  )
}

/** A link to the story as other places show it: picture, place, headline, the first words. */
function SocialCard(props: { desk: WritingDesk; headline: string; description: string }): ComponentChildren {
  const { desk, headline, description } = props
  const [use] = useField(desk.shared.fields, 'photograph')
  const photograph = useLive(desk.shelf.listen, () => (use ? desk.shelf.get(use.id) : null))
  const picture = photograph?.social || photograph?.src
  return (
    <div class="social-card">
      {picture && <img class="social-card__picture" src={picture} alt="" />}
      <p class="social-card__place">{URL.parse(desk.facts.siteUrl)?.host}</p>
      <p class="social-card__headline">{shortened(headline, 70) || '…'}</p>
      <p class="social-card__words">{shortened(description, 150)}</p>
    </div>
  )
}

function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
