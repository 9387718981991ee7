import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { CardStory } from '../../design/story-card.tsx'
import { EditorsPicks, FrontView, type FrontViewContainer } from './front-view.reader.tsx'

const place = { language: 'en', timeZone: 'Europe/Dublin' }

const stories = (count: number): CardStory[] =>
  Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    slug: `story-${i + 1}`,
    headline: `Story ${i + 1}`,
    standfirst: `Standfirst ${i + 1}`,
    label: '',
    language: 'en',
    publishedAt: new Date('2026-11-22T12:00:00Z'),
    topic: { slug: 'harbour', name: 'Harbour' },
    authors: [],
    photograph: null,
  }))

const container = (changes: Partial<FrontViewContainer>): FrontViewContainer => ({
  id: 'one',
  layout: 'lead',
  title: '',
  href: null,
  stories: stories(5),
  ...changes,
})

describe('the front', () => {
  test('has one lead, and a name for every container, shown or not', () => {
    const html = render(<FrontView place={place} containers={[container({})]} />)
    expect(html.match(/card--lead/g)).toHaveLength(1)
    expect(html).toMatch(/<section class="container container--lead" aria-labelledby="container-one">/)
    expect(html).toContain('id="container-one">Top stories</h2>')
  })

  test('leaves out the topic where the container is that topic', () => {
    const named = container({ layout: 'river', title: 'Harbour', href: '/topics/harbour' })
    expect(render(<FrontView place={place} containers={[named]} />)).not.toContain('card__kicker')
    expect(render(<FrontView place={place} containers={[container({ layout: 'river' })]} />)).toContain(
      'card__kicker',
    )
  })

  test('a container without stories leaves no trace; a front without any says what will come', () => {
    const html = render(<FrontView place={place} containers={[container({ stories: [] })]} />)
    expect(html).not.toContain('<section')
    expect(html).toContain('The first stories are being written')
  })

  test('Editors’ Picks is a region with a ranked list', () => {
    const html = render(<EditorsPicks place={place} stories={stories(3)} />)
    expect(html).toMatch(/<section class="rail-box rail-box--picks" aria-labelledby="picks-title">/)
    expect(html).toContain('Editors’ Picks</h2>')
    expect(html.match(/<li>/g)).toHaveLength(3)
  })
})
