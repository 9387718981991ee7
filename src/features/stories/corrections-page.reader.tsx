import type { ComponentChildren } from 'preact'
import { formatDate } from '../../design/dates.ts'
import { languageOf } from '../../design/story-card.tsx'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'
import { correctionAnchor } from './correction-anchor.ts'
import { type ListedCorrection, listCorrections } from './correction-queries.ts'
import { listMessages } from './list-messages.ts'
import { placeFrom, placeText } from './list-place.ts'
import type { Rail } from './story.ts'

const pageLength = 50

const feedLinks = [
  ['rss.xml', 'application/rss+xml'],
  ['atom.xml', 'application/atom+xml'],
  ['feed.json', 'application/feed+json'],
] as const

/** `/corrections`: every correction, newest first, with the story it belongs to. */
export function correctionsPage(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const before = ask.query.before === undefined ? undefined : placeFrom(ask.query.before)
    if (before === null)
      throw new BadInput({
        field: 'before',
        sentence: 'This place in the list does not exist; begin at its first page.',
      })
    const [publication, beside, found] = await Promise.all([
      readPublication(house),
      rail(house),
      listCorrections(house.db, { before, limit: pageLength + 1 }),
    ])
    const corrections = found.slice(0, pageLength)
    const last = corrections.at(-1)
    const older = found.length > pageLength && last ? `/corrections?before=${placeText(last)}` : null
    const texts = listMessages(publication.language)
    const email = publication.organisation.correctionsEmail || publication.organisation.email
    return publicationPage(house, {
      publication,
      ask,
      head: {
        title: texts.allCorrections,
        canonical: `${publication.siteUrl}/corrections${before ? `?before=${ask.query.before}` : ''}`,
        next: older ?? undefined,
        feeds: feedLinks.map(([file, type]) => ({
          title: `${publication.name}: ${texts.allCorrections}`,
          type,
          href: `${publication.siteUrl}/corrections/${file}`,
        })),
      },
      body: (
        <div class="list-page grid-page">
          <div class="list-page__main">
            <header class="list-head">
              <h1 class="list-head__title">{texts.allCorrections}</h1>
              <p class="list-head__text">
                {texts.correctionsLead}
                {email && (
                  <>
                    {' '}
                    {texts.reportMistake} <a href={`mailto:${email}`}>{email}</a>
                  </>
                )}
              </p>
            </header>
            <CorrectionList corrections={corrections} place={publication} />
            {older && (
              <nav class="paging" aria-label={texts.paging}>
                <a rel="next" class="paging__older" href={older}>
                  {texts.older}
                </a>
              </nav>
            )}
          </div>
          <div class="rail">
            {beside.newsFeed}
            {beside.picks}
          </div>
        </div>
      ),
      keys: ['corrections', 'stories', ...beside.keys],
    })
  }
}

function CorrectionList(props: {
  corrections: readonly ListedCorrection[]
  place: { language: string; timeZone: string }
}): ComponentChildren {
  const { corrections, place } = props
  const texts = listMessages(place.language)
  if (corrections.length === 0) return <p class="empty">{texts.noCorrections}</p>
  return corrections.map(({ id, text, severity, publishedAt, story }) => (
    <article
      key={id}
      class={`correction correction--${severity}`}
      {...languageOf(story.language, place.language)}
    >
      <h2 class="correction__story">
        <a href={`/${story.slug}#${correctionAnchor(id)}`}>{story.headline}</a>
      </h2>
      <time datetime={publishedAt.toISOString()}>{formatDate(publishedAt, place)}</time>
      <p class="correction__text">{text}</p>
    </article>
  ))
}
