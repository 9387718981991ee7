import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import type { RailParts } from '../design/rail-box.tsx'
import { picksRail } from '../features/fronts/front-page.reader.tsx'
import { newsFeedRail } from '../features/live/news-feed-rail.reader.tsx'
import { readPublication } from '../features/publication/publication.ts'
import type { House } from '../platform/house.ts'

/** The rail beside pages: the News Feed and the Editors' Picks. Rendered once for all pages until one of them changes. */
export async function rail(house: House): Promise<RailParts> {
  const [newsFeed, picks] = await Promise.all([newsFeedRail(house), picksHtml(house)])
  return {
    newsFeed,
    picks: picks.html ? jsxTemplate([picks.html]) : undefined,
    keys: ['feed', ...picks.keys],
  }
}

function picksHtml(house: House): Promise<{ html: string; keys: string[] }> {
  return house.press.keep('rail:picks', ['front:editors-picks', 'stories', 'publication'], async () => {
    const { picks, keys } = await picksRail(house, await readPublication(house))
    return { html: picks ? render(picks) : '', keys }
  })
}
