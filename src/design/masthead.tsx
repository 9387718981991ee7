import type { ComponentChildren } from 'preact'
import { formatLongDate } from './dates.ts'
import type { FramePublication, Link } from './frame.ts'
import { frameMessages } from './frame-messages.ts'

interface MastheadProps {
  publication: FramePublication
  /** The part of the paper the page belongs to; marked in the navigation and named in the thin bar. */
  section?: Link
  /** Printed for members: they are signed in. */
  member?: boolean
}

/** The head of every page but the front: the name, the way in, the search and the sections in one line of words. */
export function Masthead({ publication, section, member }: MastheadProps): ComponentChildren {
  const texts = frameMessages(publication.language)
  return (
    <header class="masthead">
      <div class="masthead__row grid-page">
        <p class="masthead__name">
          <a href="/" aria-label={texts.home(publication.name)}>
            <Name publication={publication} />
          </a>
        </p>
        <Tools publication={publication} member={member} />
      </div>
      <Sections publication={publication} section={section} />
      <ThinBar publication={publication} section={section} member={member} />
    </header>
  )
}

/** The head of the front: the date line, and the name as large as a paper sets it. */
export function FrontMasthead({
  publication,
  now,
  member,
}: MastheadProps & { now: Date }): ComponentChildren {
  return (
    <header class="masthead masthead--front">
      <div class="masthead__front grid-page">
        <p class="masthead__date">
          <time datetime={now.toISOString()}>{formatLongDate(now, publication)}</time>
        </p>
        <h1 class="masthead__name">
          <Name publication={publication} />
        </h1>
        {publication.tagline && <p class="masthead__tagline">{publication.tagline}</p>}
        <Tools publication={publication} member={member} />
      </div>
      <Sections publication={publication} />
      <ThinBar publication={publication} member={member} />
    </header>
  )
}

function Name({ publication }: { publication: FramePublication }): ComponentChildren {
  const { logo, name } = publication
  if (!logo) return name
  return (
    <picture>
      {logo.dark && <source media="screen and (prefers-color-scheme: dark)" srcset={logo.dark.src} />}
      <img
        class="masthead__logo"
        src={logo.light.src}
        width={logo.light.width}
        height={logo.light.height}
        alt={name}
      />
    </picture>
  )
}

/** The way to become a member, the account and the search. All links are plain and the same for all of one standing. */
function Tools({ publication, member }: MastheadProps): ComponentChildren {
  const texts = frameMessages(publication.language)
  return (
    <div class="masthead__tools">
      {publication.joins && !member && (
        <a class="masthead__join" href="/join">
          {texts.join}
        </a>
      )}
      <a href="/account" rel="nofollow">
        {member ? texts.account : texts.signIn}
      </a>
      <a class="masthead__search" href="/search">
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.75" />
          <path d="m12.8 12.8 5 5" />
        </svg>
        <span>{texts.search}</span>
      </a>
    </div>
  )
}

function Sections({ publication, section }: MastheadProps): ComponentChildren {
  if (publication.navigation.length === 0) return null
  return (
    <nav class="sections" aria-label={frameMessages(publication.language).sections}>
      <ul class="sections__list grid-page">
        {publication.navigation.map(({ label, href }) => (
          <li key={href}>
            <a href={href} aria-current={href === section?.href ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Slides in when the masthead has been scrolled away (styles/masthead.css); out of reach of the keyboard until then. */
function ThinBar({ publication, section, member }: MastheadProps): ComponentChildren {
  return (
    <div class="thin-bar" data-thin-bar>
      <div class="thin-bar__row grid-page">
        <a class="thin-bar__name" href="/">
          {publication.shortName || publication.name}
        </a>
        {section && (
          <a class="thin-bar__section" href={section.href}>
            {section.label}
          </a>
        )}
        {publication.joins && !member && (
          <a class="thin-bar__join" href="/join">
            {frameMessages(publication.language).join}
          </a>
        )}
      </div>
    </div>
  )
}
