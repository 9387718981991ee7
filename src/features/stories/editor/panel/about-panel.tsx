import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { publishingMessages } from '../../publishing/publishing-messages.newsroom.ts'
import type { WritingDesk } from '../desk.ts'
import { useField } from '../session/story-fields.ts'
import { TextField } from '../views/controls.tsx'
import { Address } from './address.tsx'
import { AiHelp } from './ai-help.tsx'
import { AsksNothing } from './asks-nothing.tsx'
import { guideFor, searchMeasure } from './headline-guide.ts'
import { useLineText } from './line-text.ts'
import { panelMessages } from './panel-messages.newsroom.ts'
import { Picker } from './picker.tsx'
import { SearchAndSocial } from './search-and-social.tsx'
import { Translations } from './translations.tsx'
import { WordCount } from './word-count.tsx'

/** What belongs to the story beside its text. Each field is everybody's at once, like the text. */
export function AboutPanel({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const [label, setLabel] = useField(desk.shared.fields, 'label')
  return (
    <div class="about">
      <WordCount desk={desk} />
      <Section title={texts.headline} open>
        <HeadlineGuide desk={desk} />
        <Address desk={desk} />
        <TextField
          label={texts.label}
          value={label}
          hint={texts.labelHint}
          maxLength={60}
          onValue={setLabel}
        />
      </Section>
      <Section title={texts.whoAndWhat} open>
        <Picker desk={desk} what="authors" />
        <Picker desk={desk} what="topics" />
      </Section>
      {desk.facts.kind === 'story' && (
        <Section title={publishingMessages(document.documentElement.lang).aiTitle}>
          <AiHelp desk={desk} />
        </Section>
      )}
      {desk.facts.kind === 'story' && (
        <Section title={texts.appeals}>
          <AsksNothing desk={desk} />
        </Section>
      )}
      <Section title={texts.languages}>
        <Translations desk={desk} />
      </Section>
      <Section title={texts.search}>
        <SearchAndSocial desk={desk} />
      </Section>
    </div>
  )
}

function Section(props: { title: string; open?: boolean; children: ComponentChildren }): ComponentChildren {
  return (
    <details class="about__section" open={props.open}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}

function HeadlineGuide({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const measure = useMemo(searchMeasure, [])
  const headline = useLineText(desk.headline)
  const [forSearch] = useField(desk.shared.fields, 'searchHeadline')
  const shown = forSearch || headline
  if (!shown) return <p class="soft">{texts.noHeadline}</p>
  const { letters, fits } = guideFor(shown, measure)
  return (
    <p class={`guide guide--${fits}`} role="status">
      {texts.letters(letters)}: {texts.fits[fits]}
    </p>
  )
}
