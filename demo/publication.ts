import type { PublicationInput } from '../src/features/publication/publication.ts'

/** The settings of the demo publication, as a newsroom would fill them in. */
export const publication: PublicationInput = {
  name: 'The Wrenmouth Lantern',
  shortName: 'The Lantern',
  tagline: 'Owned by its readers, since 2016',
  description:
    'News of Wrenmouth, the harbour, Northfield and Holm Island, from a small newsroom that belongs to the people who read it.',
  accent: '#0b5563',
  language: 'en',
  timeZone: 'Europe/Dublin',
  navigation: [
    { label: 'Town Hall', href: '/topics/town-hall' },
    { label: 'Harbour', href: '/topics/harbour' },
    { label: 'Schools', href: '/topics/schools' },
    { label: 'Land and Water', href: '/topics/land-and-water' },
    { label: 'Culture', href: '/topics/culture' },
  ],
  footer: {
    columns: [
      {
        title: 'The paper',
        links: [
          { label: 'About the Lantern', href: '/about' },
          { label: 'How we correct mistakes', href: '/how-we-correct' },
          { label: 'Corrections', href: '/corrections' },
          { label: 'Write to the newsroom', href: 'mailto:newsroom@wrenmouth-lantern.example' },
        ],
      },
      {
        title: 'Read',
        links: [
          { label: 'News Feed', href: '/news' },
          { label: 'Archive', href: '/archive' },
          { label: 'Search', href: '/search' },
          { label: 'In Arabic: the homework club', href: '/northfield-homework-club-ar' },
        ],
      },
      {
        title: 'Follow',
        links: [
          { label: 'RSS', href: '/rss.xml' },
          { label: 'Atom', href: '/atom.xml' },
          { label: 'JSON Feed', href: '/feed.json' },
        ],
      },
    ],
    note: 'The Society is a co-operative: one owner, one share, one vote.',
  },
  organisation: {
    legalName: 'The Wrenmouth Lantern Society',
    foundedIn: 2016,
    email: 'newsroom@wrenmouth-lantern.example',
    correctionsEmail: 'corrections@wrenmouth-lantern.example',
    address: {
      street: '1 Ropewalk Lane',
      locality: 'Wrenmouth',
    },
    editor: 'maeve-carrigan',
    publishingPrinciples: '/about',
    correctionsPolicy: '/how-we-correct',
    ownership: '/about',
  },
}
