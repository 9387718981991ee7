import type { BlockContext, BlockPhotograph } from '../../src/features/stories/blocks/block.ts'
import type { Block } from '../../src/features/stories/blocks/blocks.ts'
import type { Inline, Mark } from '../../src/features/stories/blocks/inline.ts'

/** Running text of one part. */
export function words(text: string, ...marks: Mark[]): Inline[] {
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

export function samplePhotograph(changes: Partial<BlockPhotograph> = {}): BlockPhotograph {
  const renditions = (['avif', 'webp', 'jpeg'] as const).flatMap(format =>
    [640, 1280, 1920].map(width => ({
      format,
      width,
      height: Math.round((width * 2) / 3),
      src: `/media/7/ferry-${width}.${format}`,
    })),
  )
  return {
    id: 7,
    state: 'ready',
    alt: 'A ferry at the slip',
    caption: 'The Marram at Coal Quay.',
    credit: 'Petra Quill/Lantern',
    width: 3000,
    height: 2000,
    focalX: 0.25,
    focalY: 0.7,
    tone: '#0b5563',
    src: '/media/7/ferry.jpg',
    renditions,
    ...changes,
  }
}

/** Everything the sample blocks refer to. */
export function sampleContext(changes: Partial<BlockContext> = {}): BlockContext {
  return {
    language: 'en',
    siteUrl: 'https://lantern.example',
    storyId: 42,
    storyPath: '/ferry-vote',
    forStaff: false,
    photographs: new Map([
      [7, samplePhotograph()],
      [8, samplePhotograph({ id: 8, state: 'elsewhere', src: 'https://pictures.example.org/a.jpg' })],
    ]),
    stories: new Map([
      [
        3,
        {
          id: 3,
          slug: 'eel-return-arle',
          headline: 'Eels are back above the weir',
          standfirst: 'After forty years.',
          language: 'en',
          publishedAt: new Date('2026-03-01T08:00:00Z'),
          photograph: samplePhotograph(),
        },
      ],
    ]),
    files: new Map([
      [
        5,
        {
          id: 5,
          src: '/files/5/minutes.pdf',
          name: 'minutes.pdf',
          mime: 'application/pdf',
          bytes: 1_432_000,
        },
      ],
    ]),
    ...changes,
  }
}

/** One block of every kind, as a story might have them. */
export function everyBlock(): Block[] {
  return [
    {
      id: 'b-paragraph',
      type: 'paragraph',
      content: [
        ...words('The ferry stays with the council, '),
        ...words('by two votes', { type: 'bold' }),
        ...words(' (', { type: 'italic' }),
        ...words('the minutes', { type: 'italic' }, { type: 'link', href: '/minutes' }),
        ...words(').', { type: 'italic' }),
      ],
    },
    { id: 'b-heading', type: 'heading', level: 2, content: words('How the vote fell') },
    {
      id: 'b-list',
      type: 'list',
      ordered: true,
      items: [
        { content: words('The boat') },
        { content: words('The slips'), list: { ordered: false, items: [{ content: words('Coal Quay') }] } },
      ],
    },
    {
      id: 'b-quotation',
      type: 'quotation',
      paragraphs: [words('I have read the clause four times.'), words('I could not explain it.')],
      cite: words('Niamh Roke'),
      url: 'https://council.example.org/minutes',
    },
    { id: 'b-pull', type: 'pull-quote', content: words('It is a road.'), attribution: 'Brid Halloran-Pike' },
    { id: 'b-photograph', type: 'photograph', photographId: 7, width: 'wide' },
    {
      id: 'b-gallery',
      type: 'gallery',
      photographs: [{ photographId: 7, caption: words('On deck.') }, { photographId: 8 }],
      caption: words('A day on the boat'),
    },
    { id: 'b-related', type: 'related-story', storyId: 3 },
    {
      id: 'b-embed',
      type: 'embed',
      provider: 'youtube',
      url: 'https://youtu.be/dQw4w9WgXcQ?t=90',
      title: 'The crossing',
    },
    {
      id: 'b-table',
      type: 'table',
      caption: words('Fares from June'),
      head: true,
      rows: [
        { cells: [{ content: words('Ticket') }, { content: words('Price'), align: 'end' }] },
        {
          cells: [
            { content: words('Islander'), header: true },
            { content: words('€2.40'), align: 'end' },
          ],
        },
        {
          cells: [
            { content: words('Visitor'), header: true },
            { content: words('€9.70'), align: 'end' },
          ],
        },
      ],
    },
    { id: 'b-code', type: 'code', text: 'select 14 - 12;\n', language: 'sql' },
    { id: 'b-file', type: 'file', fileId: 5, title: 'Minutes of the meeting' },
    { id: 'b-divider', type: 'divider' },
    {
      id: 'b-call-out',
      type: 'call-out',
      tone: 'facts',
      title: 'The boat',
      paragraphs: [words('Built 34 years ago.')],
    },
    { id: 'b-html', type: 'html', html: '<p>Raw <b>words</b><script>alert(1)</script></p>' },
    { id: 'b-unknown', type: 'unknown', original: { id: 'b-unknown', type: 'poll', question: '<Really?>' } },
  ]
}
