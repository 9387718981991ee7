import type { DemoTopic } from './demo-types.ts'

export const topics: DemoTopic[] = [
  {
    slug: 'town-hall',
    name: 'Town Hall',
    description:
      'The council at the Assembly House: what it decides, what it spends and what it would rather not say.',
  },
  {
    slug: 'harbour',
    name: 'Harbour',
    description: 'Coal Quay, the fish market, the Holm Island ferry and the people who work on the water.',
  },
  {
    slug: 'schools',
    name: 'Schools',
    description:
      'Classrooms, kitchens and buses, from the infants at St Brannoc’s to the evening classes in Northfield.',
  },
  {
    slug: 'land-and-water',
    name: 'Land and Water',
    description: 'The river Arle, the Saltings, the peat and the farms, and how each of them is changing.',
  },
  {
    slug: 'culture',
    name: 'Culture',
    description: 'The Regal, the choirs, the market hall, Wrenmouth Rovers and other reasons to go out.',
  },
]
