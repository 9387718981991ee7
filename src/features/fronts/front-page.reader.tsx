import { type Appeals, noAppeals } from '../../design/appeal-parts.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { findPhotographs } from '../media/photograph.ts'
import {
  organisationJsonLd,
  publicationPage,
  readPublication,
  siteJsonLd,
} from '../publication/publication.ts'
import type { Rail } from '../stories/story.ts'
import { fillFront } from './fill-front.ts'
import { firstFront } from './first-front.ts'
import { type FrontContent, homeFront, picksFront } from './front.ts'
import { frontMessages } from './front-messages.ts'
import { readFront } from './front-queries.ts'
import { EditorsPicks, FrontView } from './front-view.reader.tsx'

/** `/`: the front page. `/?p=12` was a story of an old site: it leads to where that is now, or there is nothing. */
export function frontPage(rail: Rail, appeals: Appeals = noAppeals) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    if (Object.keys(ask.query).length > 0) throw new NotFound()
    return renderFront(ask, house, { rail, appeals, content: await readFront(house.db, homeFront) })
  }
}

/** The front page with the given content; with null, that of a publication whose editors have not made one yet. */
export async function renderFront(
  ask: Ask,
  house: House,
  options: { rail: Rail; content: FrontContent | null; appeals?: Appeals },
): Promise<Answer> {
  const { rail, content, appeals = noAppeals } = options
  const [publication, beside] = await Promise.all([readPublication(house), rail(house)])
  const parts = await appeals(house, {
    standing: ask.standing,
    variant: ask.variant,
    path: '/',
    places: ['front'],
    language: publication.language,
  })
  const texts = frontMessages(publication.language)
  const containers = await fillFront(house.db, content ?? (await firstFront(house.db, texts)))
  const stories = containers.flatMap(({ slots }) => slots.map(slot => slot.story))
  const portraits = await findPhotographs(
    house.db,
    stories.flatMap(story => story.authors[0]?.photographId ?? []),
  )
  const { siteUrl, name, tagline, homeTitle, description } = publication
  return publicationPage(house, {
    publication,
    ask,
    front: true,
    head: {
      title: homeTitle || (tagline ? `${name}: ${tagline}` : name),
      description: description || undefined,
      canonical: `${siteUrl}/`,
      jsonLd: [organisationJsonLd(publication), siteJsonLd(publication)],
      openGraph: { type: 'website', title: name, description: description || undefined },
    },
    editHref: '/newsroom/fronts/home',
    body: (
      <FrontView
        place={publication}
        containers={containers.map(({ slots, ...container }) => ({
          ...container,
          stories: slots.map(slot => slot.story),
        }))}
        portraits={portraits}
        appeal={parts.front}
        newsFeed={beside.newsFeed}
        picks={beside.picks}
      />
    ),
    appeals: parts,
    keys: [
      `front:${homeFront}`,
      'stories',
      ...beside.keys,
      ...[...portraits.keys()].map(id => `photograph:${id}`),
      ...stories.flatMap(({ photograph }) => (photograph ? [`photograph:${photograph.id}`] : [])),
    ],
    // The date line changes at midnight.
    freshForSeconds: 600,
  })
}

/** The Editors' Picks with the given content, alone on a page of the paper: what the front desk previews. */
export async function renderPicks(ask: Ask, house: House, content: FrontContent): Promise<Answer> {
  const publication = await readPublication(house)
  const [container] = await fillFront(house.db, content)
  const stories = container?.slots.map(slot => slot.story) ?? []
  const { editorsPicks, empty } = frontMessages(publication.language)
  return publicationPage(house, {
    publication,
    ask,
    head: { title: editorsPicks, canonical: `${publication.siteUrl}/`, robots: 'noindex' },
    body: (
      <div class="front grid-page">
        <h1 class="unseen">{editorsPicks}</h1>
        <div class="rail">
          {stories.length > 0 ? (
            <EditorsPicks place={publication} stories={stories} />
          ) : (
            <p class="empty">{empty}</p>
          )}
        </div>
      </div>
    ),
    keys: [],
  })
}

/**
 * The Editors' Picks for the rail, null where there are none; `keys` throw it away: those of picked stories that are
 * not published too, because they take their place once they are.
 */
export async function picksRail(house: House, place: { language: string; timeZone: string }) {
  const front = await readFront(house.db, picksFront)
  const [container] = front ? await fillFront(house.db, front) : []
  const stories = container?.slots.map(slot => slot.story) ?? []
  const picked = front?.containers[0]
  const slots = picked?.slots ?? []
  return {
    picks: stories.length > 0 ? <EditorsPicks place={place} stories={stories} /> : null,
    keys: [
      `front:${picksFront}`,
      ...stories.flatMap(({ topic }) => (topic ? [`topic:${topic.id}`] : [])),
      ...slots.map(slot => `story:${slot.storyId}`),
      ...(picked?.fill ? ['stories'] : []),
    ],
  }
}
