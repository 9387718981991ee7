import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../../design/dates.ts'
import { BadInput, NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'
import { findPhotographs, type Photograph } from '../../../media/photograph.ts'
import { readPublication } from '../../../publication/publication.ts'
import { reservedSlugs } from '../../reserved-slugs.ts'
import { slug as slugSchema } from '../../story.ts'
import { fragment } from './answers.newsroom.tsx'
import {
  namesOf,
  searchAnyStory,
  searchNames,
  searchPhotographs,
  searchStories,
  slugOwner,
} from './editor-queries.ts'
import { storyToWrite } from './story-id.ts'

/**
 * GET /newsroom/stories/:id/find/:what?q=words, or ?ids=1,2: what the editor offers while somebody types, as options of
 * a list. `what` is authors, topics, stories, translations or photographs.
 */
export async function findForStory(ask: Ask, house: House): Promise<Answer> {
  const { storyId } = await storyToWrite(ask, house)
  const words = (ask.query.q ?? '').trim().slice(0, 200)
  const ids = idsIn(ask.query.ids ?? '')
  switch (ask.params.what) {
    case 'authors':
    case 'topics': {
      const table = ask.params.what
      const found = ids ? await namesOf(house.db, table, ids) : await searchNames(house.db, table, words)
      return fragment(found.map(({ id, name }) => <Option key={id} id={id} words={name} />))
    }
    case 'stories':
      return fragment(await stories(house, { words, without: storyId }))
    case 'translations': {
      const found = await searchAnyStory(house.db, { words, without: storyId })
      return fragment(
        found.map(({ id, headline, language }) => (
          <Option key={id} id={id} words={headline || '…'} about={language} />
        )),
      )
    }
    case 'photographs': {
      const wanted = ids ?? (await searchPhotographs(house.db, words))
      const found = await findPhotographs(house.db, wanted)
      return fragment(wanted.flatMap(id => found.get(id) ?? []).map(each => photographOption(each)))
    }
    default:
      throw new NotFound()
  }
}

/** GET /newsroom/stories/:id/address?slug=: an empty answer where the story can have this address, else why not. */
export async function checkAddress(ask: Ask, house: House): Promise<Answer> {
  const { storyId } = await storyToWrite(ask, house)
  const slug = ask.query.slug ?? ''
  if (!slugSchema.safeParse(slug).success)
    throw new BadInput({ field: 'slug', sentence: 'Use letters, digits and single hyphens.' })
  const owner = await slugOwner(house.db, slug)
  const taken = reservedSlugs.has(slug)
    ? 'This address belongs to the publication itself.'
    : owner !== null && owner !== storyId
      ? 'Another story has or had this address.'
      : ''
  return { type: 'text/plain; charset=utf-8', body: taken, headers: { 'cache-control': 'no-store' } }
}

/** A photograph with everything that the editor shows of it. */
export function photographOption(photograph: Photograph): ComponentChildren {
  const { id, state, src, width, height, alt, caption, credit, focalX, focalY } = photograph
  return (
    <li
      key={id}
      data-id={id}
      data-state={state}
      data-src={state === 'elsewhere' ? '' : src}
      data-width={width ?? ''}
      data-height={height ?? ''}
      data-alt={alt}
      data-caption={caption}
      data-credit={credit}
      data-focal-x={focalX}
      data-focal-y={focalY}
      data-social={photograph.social?.src ?? ''}
    >
      {alt || caption}
    </li>
  )
}

function Option(props: { id: number; words: string; about?: string }): ComponentChildren {
  return (
    <li data-id={props.id} data-words={props.words} data-about={props.about ?? ''}>
      {props.words}
    </li>
  )
}

async function stories(house: House, query: { words: string; without: number }): Promise<ComponentChildren> {
  const [publication, found] = await Promise.all([readPublication(house), searchStories(house.db, query)])
  return found.map(({ id, headline, publishedAt }) => (
    <Option key={id} id={id} words={headline} about={formatDate(publishedAt, publication)} />
  ))
}

function idsIn(text: string): number[] | null {
  if (text === '') return null
  return text
    .split(',')
    .slice(0, 500)
    .filter(part => /^[1-9]\d{0,14}$/.test(part))
    .map(Number)
}
