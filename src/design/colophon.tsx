import type { ComponentChildren } from 'preact'
import type { FramePublication, Link } from './frame.ts'
import { frameMessages } from './frame-messages.ts'

/** The foot of every page: who publishes this, where everything is, how to follow. */
export function Colophon({ publication }: { publication: FramePublication }): ComponentChildren {
  const texts = frameMessages(publication.language)
  return (
    <footer class="colophon">
      <div class="colophon__grid grid-page">
        <div class="colophon__who">
          <p class="colophon__name">
            <a href="/">{publication.name}</a>
          </p>
          {publication.tagline && <p class="colophon__tagline">{publication.tagline}</p>}
          {publication.description && <p class="colophon__about">{publication.description}</p>}
        </div>
        <nav class="colophon__links" aria-label={texts.footer}>
          {columns(publication).map(column => (
            <section class="colophon__column" key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <Imprint publication={publication} />
      </div>
    </footer>
  )
}

function Imprint({ publication }: { publication: FramePublication }): ComponentChildren {
  const texts = frameMessages(publication.language)
  const { imprint, footer } = publication
  const who = [
    imprint.publisher && texts.published(imprint.publisher),
    ...imprint.address,
    imprint.foundedIn && texts.since(imprint.foundedIn),
  ].filter(Boolean)
  return (
    <div class="colophon__imprint">
      {footer.note && <p>{footer.note}</p>}
      <p>
        {who.join(' · ')}
        {imprint.email && (
          <>
            {who.length > 0 && ' · '}
            <a href={`mailto:${imprint.email}`}>{imprint.email}</a>
          </>
        )}
      </p>
    </div>
  )
}

/** The newsroom's own columns after the sections; where it has set none, the pages every publication has. */
function columns(publication: FramePublication): { title: string; links: Link[] }[] {
  const texts = frameMessages(publication.language)
  const sections = { title: texts.sections, links: publication.navigation }
  const own =
    publication.footer.columns.length > 0 ? publication.footer.columns : standardColumns(publication)
  return [sections, ...own].filter(column => column.links.length > 0)
}

function standardColumns({ language }: FramePublication): { title: string; links: Link[] }[] {
  const texts = frameMessages(language)
  return [
    {
      title: texts.paper,
      links: [
        { label: texts.newsFeed, href: '/news' },
        { label: texts.archive, href: '/archive' },
        { label: texts.corrections, href: '/corrections' },
        { label: texts.search, href: '/search' },
      ],
    },
    {
      title: texts.follow,
      links: [
        { label: 'RSS', href: '/rss.xml' },
        { label: 'Atom', href: '/atom.xml' },
        { label: 'JSON Feed', href: '/feed.json' },
      ],
    },
  ]
}
