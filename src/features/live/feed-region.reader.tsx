import type { ComponentChildren, VNode } from 'preact'
import { frameMessages } from '../../design/frame-messages.ts'
import { liveMessages } from './live-messages.ts'

/** What the publication calls its feed. */
export function feedName(publication: { language: string; newsFeed: { name: string } }): string {
  return publication.newsFeed.name || frameMessages(publication.language).newsFeed
}

/**
 * The region that news-feed.island.ts keeps up to date. `after` is the newest event at the time of printing, so that
 * nothing between printing and reading is missed; without it the region stays as printed.
 */
export function FeedRegion(props: {
  class: string
  /** Id of the heading that names the region. */
  labelledBy: string
  language: string
  after?: number
  /** How many briefs it shows at most. */
  most?: number
  /** How many of them may be pinned. */
  mostPinned: number
  children: ComponentChildren
}): VNode {
  const { labelledBy, language, after, most, mostPinned, children } = props
  if (after === undefined) {
    return (
      <section class={props.class} aria-labelledby={labelledBy}>
        {children}
      </section>
    )
  }
  const { newBriefs, refresh, withdrawn, breaking, pinned } = liveMessages(language)
  return (
    <section
      class={props.class}
      aria-labelledby={labelledBy}
      data-feed="/news/stream"
      data-after={after}
      data-most={most}
      data-pinned={mostPinned}
      data-language={language}
      data-texts={JSON.stringify({ newBriefs, refresh, withdrawn, breaking, pinned })}
    >
      {children}
    </section>
  )
}

/** Where the island says that there is news, and the button that brings it in. */
export function NewsWaiting(): VNode {
  return (
    <div class="feed__waiting">
      <p class="feed__status" role="status" />
    </div>
  )
}
