import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { dayOf } from '../../design/dates.ts'
import type { House } from '../../platform/house.ts'
import { type Publication, readPublication } from '../publication/publication.ts'
import { BriefItem } from './brief-item.reader.tsx'
import { listBriefs, type ReaderBrief } from './brief-queries.ts'
import { FeedRegion, feedName, NewsWaiting } from './feed-region.reader.tsx'
import { liveMessages } from './live-messages.ts'
import { newestEventId } from './stream-queries.ts'

const shown = 12
const mostPinned = 3

/**
 * The News Feed as it stands beside stories and on the front: a region with the newest briefs, pinned ones
 * first; rendered once until the feed changes. A page that carries it has the keys `feed` and `publication`.
 */
export async function newsFeedRail(house: House): Promise<VNode> {
  const html = await house.press.keep('rail:feed', ['feed', 'publication'], async () => {
    const publication = await readPublication(house)
    // Asked first: what happens in between is then both in the list and in the stream, never in neither.
    const after = await newestEventId(house.db)
    const pinned = await listBriefs(house.db, { pinned: true, limit: mostPinned })
    const newest = await listBriefs(house.db, { pinned: false, limit: shown - pinned.length })
    return render(<Rail publication={publication} after={after} pinned={pinned} newest={newest} />)
  })
  return jsxTemplate([html])
}

function Rail(props: {
  publication: Publication
  after: number
  pinned: ReaderBrief[]
  newest: ReaderBrief[]
}) {
  const { publication, after, pinned, newest } = props
  const texts = liveMessages(publication.language)
  const day = (brief: ReaderBrief | undefined) => brief && dayOf(brief.publishedAt, publication)
  return (
    <FeedRegion
      class="rail-box rail-box--news-feed feed feed--rail"
      labelledBy="news-feed-title"
      language={publication.language}
      after={after}
      most={shown}
      mostPinned={mostPinned}
    >
      <h2 class="rail-box__title" id="news-feed-title">
        <a href="/news">{feedName(publication)}</a>
      </h2>
      <NewsWaiting />
      <ol class="feed__list">
        {pinned.map(brief => (
          <BriefItem key={brief.id} brief={brief} place={publication} dated short />
        ))}
        {newest.map((brief, i) => (
          <BriefItem
            key={brief.id}
            brief={brief}
            place={publication}
            dated={day(brief) !== day(newest[i - 1])}
            short
          />
        ))}
      </ol>
      {pinned.length + newest.length === 0 && <p class="feed__empty">{texts.empty}</p>}
      <p class="feed__more">
        <a href="/news">{texts.moreNews}</a>
      </p>
    </FeedRegion>
  )
}
