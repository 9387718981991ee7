import type { DemoFront } from './demo-types.ts'

export const front: DemoFront = {
  slug: 'home',
  title: 'Front page',
  containers: [
    {
      id: 'lead',
      layout: 'lead',
      title: '',
      size: 3,
      slots: [
        {
          story: 'ferry-vote-holm-island',
          headline: 'The ferry stays public, by two votes',
        },
        { story: 'budget-hole-assembly-house' },
        {
          story: 'st-brannocs-roof',
          standfirst:
            'Nine classrooms are closed. Ninety-four children are being taught at the Assembly House.',
        },
      ],
    },
    {
      id: 'latest',
      layout: 'river',
      title: 'Latest',
      href: '/archive',
      size: 5,
      slots: [],
      fill: { latest: true },
    },
    {
      id: 'harbour',
      layout: 'grid',
      title: 'Harbour',
      href: '/topics/harbour',
      size: 4,
      slots: [
        {
          story: 'net-loft-apprentices',
          headline: 'Once there were 14 in the net loft. Now there are five again',
        },
        { story: 'oyster-beds-reopen' },
        { story: 'planning-coal-quay-towers' },
        { story: 'dredger-stuck' },
      ],
      fill: { topic: 'harbour' },
    },
    {
      id: 'schools',
      layout: 'list',
      title: 'Schools',
      href: '/topics/schools',
      size: 5,
      slots: [],
      fill: { topic: 'schools' },
    },
    {
      id: 'opinion',
      layout: 'opinion',
      title: 'Opinion and notebooks',
      size: 3,
      slots: [{ story: 'library-hours' }],
      fill: { label: 'Notebook' },
    },
    {
      id: 'culture',
      layout: 'grid',
      title: 'Culture',
      href: '/topics/culture',
      size: 3,
      slots: [
        {
          story: 'arle-bridge-at-90',
          headline: 'Ninety years of Harbour Red',
          picture: 'arle-bridge-dawn',
        },
        { story: 'rovers-keeper-night-nurse' },
      ],
      fill: { topic: 'culture' },
    },
    {
      id: 'land-and-water',
      layout: 'list',
      title: 'Land and Water',
      href: '/topics/land-and-water',
      size: 4,
      slots: [{ story: 'storm-una-after' }],
      fill: { topic: 'land-and-water' },
    },
  ],
}

export const editorsPicks: DemoFront = {
  slug: 'editors-picks',
  title: 'Editors’ Picks',
  containers: [
    {
      id: 'picks',
      layout: 'ranked',
      title: 'Editors’ Picks',
      size: 5,
      slots: [
        { story: 'fish-market-last-auctioneer' },
        { story: 'town-clerk-emails', headline: 'We read 1,204 of the town clerk’s e-mails' },
        { story: 'northfield-homework-club' },
        { story: 'lighthouse-choir' },
        { story: 'market-hall-poets' },
      ],
    },
  ],
}
