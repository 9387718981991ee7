import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import { panelMessages } from '../panel/panel-messages.newsroom.ts'
import { useNames } from '../panel/picker.tsx'
import { WordCount } from '../panel/word-count.tsx'
import { useField } from '../session/story-fields.ts'

/** Label and main topic, where the page has them; a press leads to where they are chosen. */
export function Kicker({ desk }: { desk: WritingDesk }): ComponentChildren {
  const [label] = useField(desk.shared.fields, 'label')
  const [topics] = useField(desk.shared.fields, 'topics')
  const names = useNames(desk, 'topics', topics)
  const texts = panelMessages(document.documentElement.lang)
  const topic = topics[0] === undefined ? '' : (names.get(topics[0]) ?? '')
  return (
    <p class="story__kicker">
      <button type="button" class="writing__line" onClick={() => desk.side.set('about')}>
        {label && <span class="story__label">{label} </span>}
        {topic || (label ? '' : texts.addTopic)}
      </button>
    </p>
  )
}

/** Who wrote it, and how long it is. */
export function Byline({ desk }: { desk: WritingDesk }): ComponentChildren {
  const [authors] = useField(desk.shared.fields, 'authors')
  const names = useNames(desk, 'authors', authors)
  const texts = panelMessages(document.documentElement.lang)
  if (desk.facts.kind === 'page') return null
  const said = authors.map(id => names.get(id) ?? '…').join(', ')
  return (
    <div class="story__meta">
      <p class="byline">
        <button type="button" class="writing__line" onClick={() => desk.side.set('about')}>
          {said || texts.addAuthor}
        </button>
      </p>
      <WordCount desk={desk} />
    </div>
  )
}
