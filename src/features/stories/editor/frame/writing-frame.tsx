import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { beginNote } from '../../notes/editor/begin-note.ts'
import { MarginPanel } from '../../notes/editor/margin-panel.tsx'
import { MarginTold, SuggestingButton } from '../../notes/editor/suggesting-button.tsx'
import type { Side, WritingDesk } from '../desk.ts'
import { BubbleBar, type LinkKey } from '../menus/bubble-bar.tsx'
import { AboutPanel } from '../panel/about-panel.tsx'
import { LeadPhotograph } from '../panel/lead-photograph.tsx'
import { panelMessages } from '../panel/panel-messages.newsroom.ts'
import { PreviewPanel } from '../panel/preview-panel.tsx'
import { useStore } from '../session/store.ts'
import { BottomBar } from './bottom-bar.tsx'
import { PresenceLine, StatusLine } from './status-line.tsx'
import { Byline, Kicker } from './story-lines.tsx'

/** Where the three texts are put; the frame never draws inside them again. */
export interface Places {
  headline: HTMLElement
  standfirst: HTMLElement
  body: HTMLElement
}

interface FrameProps {
  desk: WritingDesk
  places: Places
  linkKey: LinkKey & { press(): void }
}

/** The whole page around the text: a bar above, the sheet, what stands beside it, and a bar below on phones. */
export function WritingFrame({ desk, places, linkKey }: FrameProps): ComponentChildren {
  const side = useStore(desk.side)
  return (
    <>
      <h1 class="unseen">{desk.texts.writing}</h1>
      <TopBar desk={desk} side={side} />
      <div class={`writing__columns writing__columns--${side}`}>
        <Sheet desk={desk} places={places} />
        {side === 'margin' && <MarginPanel desk={desk} />}
        {side !== 'none' && side !== 'margin' && <Beside desk={desk} side={side} />}
      </div>
      <BubbleBar editor={desk.body} linkKey={linkKey} onNote={() => beginNote(desk, desk.body)} />
      <MarginTold desk={desk} />
      <BottomBar desk={desk} onLink={linkKey.press} />
    </>
  )
}

function TopBar({ desk, side }: { desk: WritingDesk; side: Side }): ComponentChildren {
  const { texts, facts } = desk
  const door = (name: Side, label: string) => (
    <button
      type="button"
      class="button"
      aria-expanded={side === name}
      aria-controls="beside"
      onClick={() => desk.side.set(side === name ? 'none' : name)}
    >
      {label}
    </button>
  )
  return (
    <div class="writing__bar">
      <a class="writing__back" href="/newsroom/stories">
        {texts.back}
      </a>
      <StatusLine desk={desk} />
      <PresenceLine desk={desk} />
      <div class="writing__doors">
        <SuggestingButton desk={desk} />
        {door('margin', desk.margin.texts.margin)}
        {door('about', texts.side)}
        {door('preview', texts.preview)}
        <a
          class="button button--primary"
          href={`/newsroom/stories/${facts.storyId}/publish`}
          title={`${texts.publish} (${texts.publishKeys})`}
        >
          {texts.publish}
        </a>
      </div>
    </div>
  )
}

function Sheet({ desk, places }: { desk: WritingDesk; places: Places }): ComponentChildren {
  return (
    <div class="writing__sheet">
      <article class={`story story--${desk.facts.kind}`}>
        <header class="story__head">
          <Kicker desk={desk} />
          <Place class="story__headline" element={places.headline} />
          <Place class="story__standfirst" element={places.standfirst} />
          <div id="field-photograph" class="writing__lead">
            <LeadPhotograph desk={desk} />
          </div>
          <Byline desk={desk} />
        </header>
        <Place class="writing__text" element={places.body} />
      </article>
    </div>
  )
}

function Beside({ desk, side }: { desk: WritingDesk; side: Side }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  return (
    <aside id="beside" class="writing__beside" aria-label={side === 'about' ? texts.about : texts.preview}>
      <div class="beside__head">
        <h2>{side === 'about' ? texts.about : texts.preview}</h2>
        <button type="button" class="button button--quiet" onClick={() => desk.side.set('none')}>
          {texts.close}
        </button>
      </div>
      {side === 'about' ? <AboutPanel desk={desk} /> : <PreviewPanel desk={desk} />}
    </aside>
  )
}

/** Holds an element that is not Preact's. */
function Place({ element, class: name }: { element: HTMLElement; class: string }): ComponentChildren {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => holder.current?.replaceChildren(element), [element])
  return <div ref={holder} class={name} />
}
