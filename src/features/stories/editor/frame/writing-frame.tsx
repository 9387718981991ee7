import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { useStore } from '../session/store.ts'
import { PresenceLine, StatusLine } from './status-line.tsx'

/** Where the three texts are put; the frame never draws inside them again. */
export interface Places {
  headline: HTMLElement
  standfirst: HTMLElement
  body: HTMLElement
}

/** The whole page around the text: a bar above, the sheet, what stands beside it, and a bar below on phones. */
export function WritingFrame({ desk, places }: { desk: WritingDesk; places: Places }): ComponentChildren {
  const side = useStore(desk.side)
  return (
    <>
      <TopBar desk={desk} />
      <div class={`writing__columns writing__columns--${side}`}>
        <Sheet desk={desk} places={places} />
      </div>
    </>
  )
}

function TopBar({ desk }: { desk: WritingDesk }): ComponentChildren {
  const { texts, facts } = desk
  return (
    <div class="writing__bar">
      <a class="writing__back" href="/newsroom/stories">
        {texts.back}
      </a>
      <StatusLine desk={desk} />
      <PresenceLine desk={desk} />
      <div class="writing__doors">
        <a class="button" href={`/newsroom/stories/${facts.storyId}/publish`} data-publish>
          {texts.publish}
        </a>
      </div>
    </div>
  )
}

function Sheet({ places }: { desk: WritingDesk; places: Places }): ComponentChildren {
  return (
    <div class="writing__sheet">
      <article class="story story--story">
        <header class="story__head">
          <Place class="story__headline" element={places.headline} />
          <Place class="story__standfirst" element={places.standfirst} />
        </header>
        <Place class="writing__text" element={places.body} />
      </article>
    </div>
  )
}

/** Holds an element that is not Preact's. */
export function Place({ element, class: name }: { element: HTMLElement; class: string }): ComponentChildren {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => holder.current?.replaceChildren(element), [element])
  return <div ref={holder} class={name} />
}
