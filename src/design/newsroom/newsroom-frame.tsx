import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { pageHeaders } from '../content-policy.ts'
import { FirstFonts } from '../first-fonts.tsx'
import type { FramePublication, PageAssets } from '../frame.ts'
import { direction } from '../messages.ts'
import { collectStyles } from '../tone.ts'
import { frameTexts } from './frame-messages.newsroom.ts'
import { newsroomTheme, type ThemeName, themeNames } from './newsroom-theme.ts'
import { NewsroomLanguage } from './said.tsx'

/** One line of the rail of desks. */
export interface DeskLink {
  href: string
  /** The letter that leads there after G. */
  key: string
  label: string
  current: boolean
  /** What waits there for somebody; nothing is shown for none. */
  waiting?: number
}

export interface NewsroomFrame {
  publication: FramePublication
  assets: { newsroom: PageAssets }
  language: string
  title: string
  theme: ThemeName
  csrf: string
  /** Null on pages for people who are not signed in. */
  person: { name: string; role: string } | null
  desks: DeskLink[]
  /** Shown while letters go to the practice mailbox. */
  practiceMail?: boolean
  /** What the palette offers and the shortcuts do, as items of a list (`data-find`). */
  commands?: ComponentChildren
  palette?: { label: string; hint: string; nothing: string }
  /** What just happened, in a sentence; announced to screen readers. */
  notice?: ComponentChildren
  /** Something that is wrong behind the pages, for as long as it is, and where to look. */
  trouble?: { href: string; words: string }
  /** For pages that use the whole width: the editor, two panes. */
  wide?: boolean
  body: ComponentChildren
}

/** Prints a whole page of the newsroom, with the headers that go with it. */
export function printNewsroomPage(frame: NewsroomFrame): { html: string; headers: Record<string, string> } {
  const { publication, assets, language, title, theme, csrf, person, wide, body } = frame
  const texts = frameTexts(language)
  const main = render(
    <NewsroomLanguage.Provider value={language}>
      <main id="content" class={wide ? 'desk desk--wide' : 'desk'} tabindex={-1}>
        {frame.trouble && (
          <p class="trouble">
            <a href={frame.trouble.href}>{frame.trouble.words}</a>
          </p>
        )}
        <div id="notice" class="notices" role="status">
          {frame.notice && <div class="notice">{frame.notice}</div>}
        </div>
        {body}
      </main>
    </NewsroomLanguage.Provider>,
  )
  const style = newsroomTheme(publication) + collectStyles(main)
  const html = render(
    <html lang={language} dir={direction(language)} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="csrf-token" content={csrf} />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <title>{`${title} | ${publication.name}`}</title>
        <link rel="stylesheet" href={assets.newsroom.css} />
        <FirstFonts fonts={assets.newsroom.fonts} {...{ publication, language }} italics={wide} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script type="module" src={assets.newsroom.js} />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
      </head>
      <body class={person ? 'newsroom' : 'newsroom newsroom--door'}>
        <a class="skip" href="#content">
          {texts.skip}
        </a>
        {person ? <Rail frame={frame} person={person} /> : <Door name={publication.name} />}
        <div dangerouslySetInnerHTML={{ __html: main }} class="newsroom__main" />
      </body>
    </html>,
  )
  return { html: `<!doctype html>${html}`, headers: { ...pageHeaders({ style, blobs: true }), ...own } }
}

const own = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'same-origin',
}

function Door({ name }: { name: string }): ComponentChildren {
  return (
    <header class="door">
      <a class="door__name" href="/">
        {name}
      </a>
    </header>
  )
}

function Rail({
  frame,
  person,
}: {
  frame: NewsroomFrame
  person: { name: string; role: string }
}): ComponentChildren {
  const { publication, language, csrf, desks, practiceMail, commands, palette } = frame
  const texts = frameTexts(language)
  return (
    <header class="rail-of-desks">
      <div class="rail-of-desks__top">
        <a class="rail-of-desks__name" href="/newsroom">
          {publication.shortName || publication.name}
        </a>
        <a
          class="rail-of-desks__find"
          href="/newsroom/find"
          data-palette
          data-label={palette?.label}
          data-hint={palette?.hint}
          data-nothing={palette?.nothing}
          aria-keyshortcuts="Control+K Meta+K"
          title={texts.findHint}
        >
          {texts.find} <kbd>Ctrl K</kbd>
        </a>
      </div>
      <details class="rail-of-desks__menu" data-desk-menu open>
        <summary>{texts.menu}</summary>
        <nav aria-label={texts.desks}>
          <ul class="desks">
            {desks.map(desk => (
              <li key={desk.href}>
                <a
                  href={desk.href}
                  aria-current={desk.current ? 'page' : undefined}
                  aria-keyshortcuts={`G ${desk.key.toUpperCase()}`}
                >
                  <span>{desk.label}</span>
                  {desk.waiting ? (
                    <span class="desks__count" title={texts.waiting(desk.waiting)}>
                      {desk.waiting}
                      <span class="unseen"> {texts.waiting(desk.waiting).replace(/^\d+ /, '')}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="rail-of-desks__foot">
          <a href="/" target="_blank" rel="noopener">
            {texts.paper}
          </a>
          {practiceMail && <a href="/practice/mail">{texts.practiceMail}</a>}
          <a href="/newsroom/shortcuts" data-shortcuts aria-keyshortcuts="?">
            {texts.shortcuts}
          </a>
          <form class="theme-choice" method="post" action="/newsroom/theme">
            <input type="hidden" name="csrf" value={csrf} />
            <label>
              <span class="unseen">{texts.theme}</span>
              <select name="theme" data-theme-choice>
                {themeNames.map(name => (
                  <option key={name} value={name} selected={name === frame.theme}>
                    {texts.themes[name]}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" class="button button--quiet theme-choice__set">
              {texts.setTheme}
            </button>
          </form>
          <a class="rail-of-desks__person" href="/newsroom/account">
            <strong>{person.name}</strong>
            <span>{person.role}</span>
          </a>
          <form method="post" action="/newsroom/sign-out">
            <input type="hidden" name="csrf" value={csrf} />
            <button type="submit" class="button button--quiet">
              {texts.signOut}
            </button>
          </form>
        </div>
      </details>
      <template data-commands>{commands}</template>
    </header>
  )
}
