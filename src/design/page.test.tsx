import { describe, expect, test } from 'vitest'
import { styleHash } from './content-policy.ts'
import type { FramePublication } from './frame.ts'
import { type PageOptions, printPage } from './page.tsx'

const publication: FramePublication = {
  name: 'The "Evening" <Star> & Echo',
  shortName: 'Echo',
  tagline: 'Since yesterday',
  description: '',
  siteUrl: 'https://echo.example',
  language: 'en-IE',
  timeZone: 'Europe/Dublin',
  accent: '#0b5563',
  serif: 'source-serif-4',
  sans: 'public-sans',
  logo: null,
  navigation: [
    { label: 'Town Hall', href: '/topics/town-hall' },
    { label: 'Culture', href: '/topics/culture' },
  ],
  footer: { columns: [], note: '' },
  imprint: { publisher: 'Echo Ltd', foundedIn: 1901, address: ['1 Quay'], email: 'desk@echo.example' },
}

function print(changes: Partial<PageOptions> = {}): { html: string; headers: Record<string, string> } {
  return printPage({
    publication,
    assets: {
      css: '/assets/paper.css',
      js: '/assets/reader.js',
      fonts: {
        'source-serif-4-text-latin': '/f.woff2',
        'public-sans-latin': '/g.woff2',
        'inter-latin': '/h.woff2',
      },
    },
    now: new Date('2026-11-22T12:00:00Z'),
    body: <h1>Hello</h1>,
    ...changes,
    head: { title: 'Hello', canonical: 'https://echo.example/hello', ...changes.head },
  })
}

describe('the frame of a page', () => {
  test('the fonts it begins with are asked for right after its styles, and no others', () => {
    const { html } = print()
    const links = [...html.matchAll(/<link rel="(preload|stylesheet)" href="([^"]+)"/g)].map(
      match => match[2],
    )
    expect(links).toEqual(['/assets/paper.css', '/f.woff2', '/g.woff2'])
  })

  test('a headline can neither end the JSON-LD nor leave an attribute', () => {
    const evil = '</script><script>alert(1)</script> "quoted" & <b>'
    const { html } = print({
      head: {
        title: evil,
        canonical: 'https://echo.example/x"onload="y',
        description: evil,
        jsonLd: [{ '@type': 'NewsArticle', headline: evil }],
      },
    })
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('"onload="')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
    expect(JSON.parse(data ?? '').headline).toBe(evil)
  })

  test('the policy allows exactly the one inline style, tones included, and only the frames that are asked for', () => {
    const { html, headers } = print({
      body: <img class="tone-abc focal-25-70" alt="" />,
      frames: ['https://www.youtube-nocookie.com', "https://evil.example; script-src 'unsafe-inline'"],
    })
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    expect(style).toContain('.tone-abc{')
    expect(style).toContain('.focal-25-70{')
    const policy = headers['content-security-policy']
    expect(policy).toContain(`'${styleHash(style)}'`)
    expect(policy).toContain("frame-src 'self' https://www.youtube-nocookie.com;")
    expect(policy).not.toContain('unsafe-inline')
    expect(html).not.toMatch(/ style=/)
  })

  test('the skip link comes first, and the section is marked', () => {
    const { html } = print({ section: { label: 'Culture', href: '/topics/culture' } })
    expect(html.indexOf('Skip to content')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('<a href="/topics/culture" aria-current="true">Culture</a>')
    expect(print().html).not.toContain('aria-current')
  })

  test('only staff see where to edit', () => {
    const editHref = '/newsroom/stories/1'
    expect(print({ editHref }).html).not.toContain(editHref)
    expect(print({ editHref, standing: 'member' }).html).not.toContain(editHref)
    expect(print({ editHref, standing: 'staff' }).html).toContain(editHref)
  })

  test('the front carries the name as its h1 and the day in the zone of the publication', () => {
    const { html } = print({ front: true, now: new Date('2026-07-01T23:30:00Z'), body: null })
    expect(html).toContain('Thursday 2 July 2026')
    expect(html).toMatch(/<h1 class="masthead__name">The &quot;Evening&quot; &lt;Star> &amp; Echo<\/h1>/)
    expect(html).toContain('<title>Hello</title>')
  })

  test('a right-to-left interface turns the page', () => {
    const { html } = print({ publication: { ...publication, language: 'ar' } })
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('انتقل إلى المحتوى')
  })
})
