import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Byline } from './byline.tsx'
import { NotFoundView, WithdrawnView } from './error-view.reader.tsx'
import { StoryView, type StoryViewStory } from './story-view.reader.tsx'

const place = { language: 'en', timeZone: 'Europe/Dublin' }

const story: StoryViewStory = {
  url: 'https://lantern.example/ferry',
  kind: 'story',
  headline: 'Ferry & fares: "who pays?"',
  standfirst: 'After three hours',
  label: '',
  language: 'en',
  publishedAt: new Date('2026-07-01T23:30:00Z'),
  updatedAt: new Date('2026-07-02T08:05:00Z'),
  minutes: 2,
  authors: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
  ],
  topics: [{ slug: 'harbour', name: 'Harbour' }],
  photograph: null,
  corrections: [],
  translations: [],
}

function view(changes: Partial<StoryViewStory> = {}): string {
  return render(<StoryView place={place} story={{ ...story, ...changes }} body={<p>Text</p>} more={[]} />)
}

describe('the story page', () => {
  test('times are told in the zone of the place; an update on the same day by its time alone', () => {
    const html = view()
    expect(html).toContain('2 July 2026, 00:30')
    expect(html).toMatch(/Updated <time[^>]*>09:05</)
    expect(html).toContain('2 min read')
  })

  test('share links carry the address whole, and no address of anybody else before they are followed', () => {
    const html = view()
    expect(html).toContain(`https://t.me/share/url?url=${encodeURIComponent(story.url)}&amp;text=`)
    expect(html).toContain(encodeURIComponent('Ferry & fares: "who pays?"'))
    expect(html).not.toMatch(/<(img|script|iframe|link)[^>]+https:/)
  })

  test('corrections stand where they are placed, with their day', () => {
    const html = view({
      corrections: [
        {
          id: 1,
          text: 'At the top',
          severity: 'major',
          placement: 'top',
          publishedAt: story.publishedAt,
          refersTo: null,
        },
        {
          id: 2,
          text: 'At the bottom',
          severity: 'minor',
          placement: 'bottom',
          publishedAt: story.publishedAt,
          refersTo: null,
        },
      ],
    })
    expect(html.indexOf('At the top')).toBeLessThan(html.indexOf('<p>Text</p>'))
    expect(html.indexOf('At the bottom')).toBeGreaterThan(html.indexOf('<p>Text</p>'))
    expect(html).toContain('correction--major')
  })

  test('a story from right to left turns itself, not the labels around it', () => {
    const html = view({ language: 'ar', headline: 'الكسور أولاً' })
    expect(html).toMatch(/<article [^>]*lang="ar" dir="rtl"/)
    expect(html).toMatch(/class="story__meta" lang="en" dir="ltr"/)
  })

  test('a page of the publication has no byline, time or share links', () => {
    const html = view({ kind: 'page' })
    expect(html).not.toContain('story__meta')
  })
})

describe('bylines', () => {
  test.each([
    ['en', 'By Ada, Ben and Cem'],
    ['de', 'By Ada, Ben und Cem'],
    ['uk', 'By Ada, Ben і Cem'],
    ['ar', 'By Ada وBen وCem'],
  ])('%s joins names as it does', (language, expected) => {
    const authors = ['Ada', 'Ben', 'Cem'].map(name => ({ slug: name.toLowerCase(), name }))
    const html = render(<Byline by="By" authors={authors} language={language} />)
    expect(html.replace(/<[^>]+>/g, '')).toBe(expected)
    expect(html).toContain('<a rel="author" href="/authors/cem">Cem</a>')
  })
})

describe('error pages', () => {
  test('a page that is missing offers a search with what the address said', () => {
    const html = render(<NotFoundView place={place} sections={[]} latest={[]} guess={'"><script>'} />)
    expect(html).toContain('action="/search"')
    expect(html).not.toContain('<script>')
  })

  test('a withdrawn story says so and gives the note of the newsroom', () => {
    const html = render(<WithdrawnView place={place} note="The source could not be verified." latest={[]} />)
    expect(html).toContain('This story has been withdrawn')
    expect(html).toContain('The source could not be verified.')
  })
})
