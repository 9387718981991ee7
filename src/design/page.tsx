import type { ComponentChildren } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { Colophon } from './colophon.tsx'
import { pageHeaders } from './content-policy.ts'
import type { FramePublication, Link, PageAssets, PageHead } from './frame.ts'
import { frameMessages } from './frame-messages.ts'
import { FrontMasthead, Masthead } from './masthead.tsx'
import { direction } from './messages.ts'
import { PageHeadTags } from './page-head.tsx'
import { themeStyle } from './theme.ts'
import { collectStyles } from './tone.ts'

export interface PageOptions {
  publication: FramePublication
  assets: PageAssets
  head: PageHead
  /** The moment of printing; the front's date line is made from it. */
  now: Date
  /** The front has the large masthead, and the publication's name as its only `h1`. */
  front?: boolean
  section?: Link
  standing?: 'guest' | 'member' | 'staff'
  /** Shown to staff only: where this page is edited. */
  editHref?: string
  /** Origins that the page's click-to-load frames come from. */
  frames?: readonly string[]
  /** Origins that the page's forms lead on to. */
  formsTo?: readonly string[]
  /** Stands above the page's head: a campaign's strip. */
  above?: ComponentChildren
  body: ComponentChildren
}

/** Prints a whole page: the HTML document, and the headers that must go with it. */
export function printPage(options: PageOptions): { html: string; headers: Record<string, string> } {
  const { publication, assets, head, front = false, frames, formsTo, body } = options
  const main = render(
    <main id="content" class="page" tabindex={-1}>
      {body}
    </main>,
  )
  const style = themeStyle(publication) + collectStyles(main)
  const html = render(
    <html lang={publication.language} dir={direction(publication.language)}>
      <PageHeadTags publication={publication} assets={assets} head={head} style={style} front={front} />
      <body>
        <a class="skip" href="#content">
          {frameMessages(publication.language).skip}
        </a>
        <EditLink {...options} />
        {options.above}
        {jsxTemplate([masthead(options), main, colophon(publication)])}
      </body>
    </html>,
  )
  return { html: `<!doctype html>${html}`, headers: pageHeaders({ style, frames, formsTo }) }
}

function EditLink({ publication, standing, editHref }: PageOptions): ComponentChildren {
  if (standing !== 'staff' || !editHref) return null
  const { edit, editFront } = frameMessages(publication.language)
  const words = editHref.startsWith('/newsroom/fronts/') ? editFront : edit
  return (
    <nav class="staff-line" aria-label={words}>
      <a href={editHref}>{words}</a>
    </nav>
  )
}

// The head and the foot are the same on many pages: rendered once for each settings object and section.
const mastheads = new WeakMap<FramePublication, Map<string, string>>()
const colophons = new WeakMap<FramePublication, string>()

function masthead({ publication, front, now, section, standing }: PageOptions): string {
  const member = standing === 'member'
  if (front) return render(<FrontMasthead publication={publication} now={now} member={member} />)
  const known = publication.navigation.some(({ href }) => href === section?.href)
  if (section && !known)
    return render(<Masthead publication={publication} section={section} member={member} />)
  const bySection = mastheads.get(publication) ?? new Map<string, string>()
  mastheads.set(publication, bySection)
  const key = `${member} ${section ? `${section.href} ${section.label}` : ''}`
  const html =
    bySection.get(key) ?? render(<Masthead publication={publication} section={section} member={member} />)
  bySection.set(key, html)
  return html
}

function colophon(publication: FramePublication): string {
  const html = colophons.get(publication) ?? render(<Colophon publication={publication} />)
  colophons.set(publication, html)
  return html
}
