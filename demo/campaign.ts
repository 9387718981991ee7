/**
 * The campaign of the demo paper and its appeals. Its figures are counted like any others: of a ledger without lines, they
 * are nought. Days are counted from the first start.
 */
export interface DemoAppeal {
  name: string
  place: 'strip' | 'closing' | 'front'
  /** Belongs to no campaign. */
  allYear?: boolean
  priority?: number
  texts: {
    underway: Words
    before?: Words
    reached?: Words
    passed?: Words
    ended?: Words
    thanks?: Words
    signature?: string
    office?: string
  }
}

interface Words {
  heading: string
  paragraphs: string[]
}

export const campaign = {
  name: 'Ten winters of the Lantern',
  goal: { kind: 'members', number: 400 },
  beganDaysAgo: 9,
  endsInDays: 21,
} as const

const maeve = { signature: 'Maeve Carrigan', office: 'Editor of The Wrenmouth Lantern' }

export const appeals: DemoAppeal[] = [
  {
    name: 'The strip for the tenth winter',
    place: 'strip',
    texts: {
      underway: {
        heading: 'The Lantern is ten.',
        paragraphs: ['For our tenth winter we are looking for {goal|new member|new members}.'],
      },
      reached: {
        heading: 'You did it.',
        paragraphs: ['{goal|new member|new members} for our tenth winter. Thank you.'],
      },
      passed: {
        heading: 'You did it, and more.',
        paragraphs: ['{members_new|new member|new members} for our tenth winter. Thank you.'],
      },
      thanks: {
        heading: 'Thank you.',
        paragraphs: ['You are one of {supporters|supporter|supporters} who keep the Lantern lit.'],
      },
    },
  },
  {
    name: 'Maeve’s letter for the tenth winter',
    place: 'closing',
    priority: 1,
    texts: {
      ...maeve,
      underway: {
        heading: 'Ten years ago we lit a lamp',
        paragraphs: [
          'The last paper in Wrenmouth had closed, and the council met in a room that nobody watched. We began with a borrowed desk above the chandler’s and a promise: to sit through every meeting, to read every plan, and to answer the phone.',
          'We have no owner but the people who read us, and no paywall, because what happens on Coal Quay matters as much to those who cannot pay. Of this month’s readers one in {readers_per_supporter} pays for all. {supporters|person keeps|people keep} the reporters at work.',
          'There are {days_left|day|days} left of our birthday campaign. {remaining|more member|more members} would carry us through the winter. If you can, become one of them.',
        ],
      },
      thanks: {
        heading: 'Thank you for keeping the lamp lit',
        paragraphs: [
          'You are one of {supporters|supporter|supporters}. This story was paid for by you, and it is free for a neighbour who cannot pay. Please send it to one.',
        ],
      },
    },
  },
  {
    name: 'The panel on the front',
    place: 'front',
    texts: {
      ...maeve,
      underway: {
        heading: 'Owned by its readers, for ten winters',
        paragraphs: [
          'No company owns the Lantern, and none tells it what to leave out. {members_new|reader has|readers have} joined since the campaign began. Will you be the next?',
        ],
      },
    },
  },
  {
    name: 'The letter of every day',
    place: 'closing',
    allYear: true,
    texts: {
      ...maeve,
      underway: {
        heading: 'You have read to the end',
        paragraphs: [
          'That took a reporter, an editor and a good deal of tea. The Lantern has no owner but the people who read it: {supporters|supporter pays|supporters pay} for a newsroom that all of Wrenmouth can read.',
        ],
      },
    },
  },
]
