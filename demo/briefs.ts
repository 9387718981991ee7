import type { DemoBrief } from './demo-types.ts'

/** The News Feed of the last four days, newest first. */
export const briefs: DemoBrief[] = [
  {
    minutesAgo: 9,
    headline: 'Arle Bridge open again in both directions',
    paragraphs: [
      'The lorry has been backed off and the council’s engineer has passed the north bearing. Allow ten minutes more than usual on Mill Street while the queue clears.',
    ],
    story: 'arle-bridge-at-90',
  },
  {
    minutesAgo: 37,
    headline: 'Holm ferry about 20 minutes late after a van would not start on the ramp',
    paragraphs: ['It has been pushed. The next sailing from Holm Strand will wait for the school party.'],
  },
  {
    minutesAgo: 64,
    headline: 'One lane of the Arle Bridge open, with stop-and-go boards',
  },
  {
    minutesAgo: 92,
    headline: 'Arle Bridge closed to all traffic, lorry over the weight limit stopped at the north end',
    breaking: true,
    paragraphs: [
      'The driver pulled up by himself when he saw the 26-tonne sign. Nobody is hurt. Walkers and bicycles can cross; cars should go round by Carrow Bridge, which adds about 14 kilometres.',
    ],
    story: 'arle-bridge-at-90',
  },
  {
    minutesAgo: 151,
    headline: 'Props are in place under the worst of the beams at St Brannoc’s, the school says',
    paragraphs: ['Six of the 22 beams have still to be examined. No date yet for the 212 pupils to go back.'],
    story: 'st-brannocs-roof',
  },
  {
    minutesAgo: 208,
    headline: 'Small craft warning for the estuary: south-westerly, force 6, easing later',
  },
  {
    minutesAgo: 266,
    headline: 'Bus 22 petition passes 1,600 names',
    paragraphs: [
      'The town clerk’s office has accepted it. The full council will hear it in five weeks at the earliest; the evening buses stop before then.',
    ],
    story: 'bus-22-cut-northfield',
  },
  {
    minutesAgo: 322,
    headline: 'Turbot at €31.20 a kilo, the best price on Coal Quay since the market began to keep count',
    paragraphs: [
      'It went by the new clock to a buyer abroad. Whiting was down a euro a box. Eleven boats have landed this week.',
    ],
    story: 'fish-market-last-auctioneer',
  },
  {
    minutesAgo: 405,
    headline: 'Orrin Marine will not challenge the ferry vote',
    paragraphs: [
      'In a letter to the town clerk the firm says it “accepts the result, though not the arithmetic”.',
    ],
    story: 'ferry-vote-holm-island',
  },
  {
    minutesAgo: 498,
    headline: 'Budget gap is €3.1 million, council confirms',
    paragraphs: [
      'It published the director of finance’s memorandum this morning, eleven weeks after it was written. The finance committee will take it next week.',
    ],
    story: 'budget-hole-assembly-house',
  },
  {
    minutesAgo: 590,
    headline: 'What the ferry vote changes: fares from next quarter, and for now nothing else',
    pinned: true,
    paragraphs: [
      'Islanders’ fares are frozen. An adult visitor’s return goes from €11.20 to €12.10. The timetable and the crew stay as they are while the new company is set up.',
    ],
    story: 'ferry-vote-holm-island',
  },
  {
    minutesAgo: 668,
    headline: 'Council buys no more owls',
    paragraphs: [
      'Item 10, on gulls, was reached at last and took four minutes. Members agreed 21–3 to note the report.',
    ],
  },
  {
    minutesAgo: 694,
    headline:
      'Fergal Lyne, absent from the vote with a broken hip, is “comfortable and cross”, his group says',
  },
  {
    minutesAgo: 731,
    headline: 'Extra sailing reaches Holm with all 58 islanders aboard',
  },
  {
    minutesAgo: 790,
    headline: 'Council votes 14–12 to keep the Holm Island ferry public',
    breaking: true,
    paragraphs: [
      'One councillor was absent. The motion to grant the route to Orrin Marine for fifteen years falls.',
    ],
    story: 'ferry-vote-holm-island',
  },
  {
    minutesAgo: 797,
    headline: 'The mayor asks for the doors of the chamber to be shut; roll call begins',
  },
  {
    minutesAgo: 816,
    headline: 'Niamh Roke of Wrenmouth Forward asks the town clerk to turn to page 41',
    paragraphs: [
      'It sets out what the council would pay to end the contract early. It is her first speech of the evening.',
    ],
  },
  {
    minutesAgo: 873,
    headline: 'First ferry amendment, for a contract of ten years, falls 11–15',
    paragraphs: [
      'The second, to keep the boat public under a company of the council’s own, is being moved now.',
    ],
  },
  {
    minutesAgo: 980,
    headline: 'Ferry debate opens at the Assembly House before a full gallery',
    paragraphs: [
      'There are seats for 40 and the doorkeeper has stopped counting. Those who cannot get in can hear it in the Pilots’ Room.',
    ],
  },
  {
    minutesAgo: 1184,
    headline: 'Foundry Road down to one lane from tomorrow for a new water main, three weeks',
    paragraphs: ['The stop outside the Regal moves 60 metres downhill.'],
  },
  {
    minutesAgo: 1297,
    headline: 'Lighthouse choir: all 40 places on the rocks are gone',
    paragraphs: ['There is a list for returns at the shop on Holm. Rugs are first come, first served.'],
    story: 'lighthouse-choir',
  },
  {
    minutesAgo: 1420,
    headline: 'Saltings are rising almost as fast as the sea, twelve years of readings show',
    paragraphs: ['The marsh is losing 1.2 millimetres a year. The flood plan assumes 3.4.'],
    story: 'saltings-tide-gauge',
  },
  {
    minutesAgo: 1561,
    headline: 'St Brannoc’s: 94 pupils walked to the Assembly House this morning in eleven minutes',
    paragraphs: [
      'The route is nine minutes for an adult. A second pick-up for the Northfield coaches will be tried at the Arle Bridge from next week.',
    ],
    story: 'st-brannocs-roof',
  },
  {
    minutesAgo: 1744,
    headline: 'Arle General asks visitors with coughs to telephone first',
  },
  {
    minutesAgo: 1905,
    headline: 'St Brannoc’s closes nine classrooms after a beam drops by 38 millimetres',
    paragraphs: [
      'All 486 pupils are safe. Letters went home with the 212 who will be taught elsewhere from tomorrow.',
    ],
    story: 'st-brannocs-roof',
  },
  {
    minutesAgo: 2067,
    headline: 'Dredger Patience is working on the Cockle Bank again, afloat',
    paragraphs: [
      'The ferry may use the buoyed channel for the next few days, which adds about three minutes.',
    ],
    story: 'dredger-stuck',
  },
  {
    minutesAgo: 2236,
    headline: 'Rovers 2, Glenarrow 2: Farrow saves a penalty and lets in the rebound',
    paragraphs: ['Attendance 1,212. Rovers stay fourth. Dunmoyle United, whom they play away next, won.'],
    story: 'rovers-keeper-night-nurse',
  },
  {
    minutesAgo: 2410,
    headline: 'Regal adds an 11am showing tomorrow: rain is forecast',
    story: 'regal-cinema-reopens',
  },
  {
    minutesAgo: 2655,
    headline: 'Two Northfield families out of their homes after a chip-pan fire; nobody hurt',
    paragraphs: ['The brigade was there in seven minutes. The community centre is open for them tonight.'],
  },
  {
    minutesAgo: 2870,
    headline: 'Wind warning for the west side of Holm Island lifted',
  },
  {
    minutesAgo: 3370,
    headline: 'Goat handed in at the ferry office has been claimed',
    paragraphs: ['It is the same goat.'],
  },
  {
    minutesAgo: 3560,
    headline: 'The Regal is open: 286 seats, no empty ones',
    paragraphs: ['The film began 20 minutes late. The popcorn held out.'],
    story: 'regal-cinema-reopens',
  },
  {
    minutesAgo: 3612,
    headline: 'Eels above the weir: this month’s count ends at 1,302',
    paragraphs: ['The anglers’ club will keep the apparatus in the water until the numbers fall away.'],
    story: 'eel-return-arle',
  },
  {
    minutesAgo: 3880,
    headline: 'Reading room of the central library shut tomorrow for a window; homework club meets upstairs',
    story: 'northfield-homework-club',
  },
  {
    minutesAgo: 4115,
    headline: 'Carding Mill inquiry will publish its first 400 pages of evidence next week',
    story: 'carding-mill-inquiry',
  },
  {
    minutesAgo: 4398,
    headline: 'Collision between a van and a bollard on Coal Quay, ferry traffic not affected',
    paragraphs: ['It is the bollard that was hit last month. It will be moved.'],
  },
  {
    minutesAgo: 5044,
    headline: 'Comments on the Coal Quay towers close with 391 objections and 57 letters in support',
    paragraphs: [
      'The planning committee is not expected to take the application for at least another month.',
    ],
    story: 'planning-coal-quay-towers',
  },
  {
    minutesAgo: 5304,
    headline: 'Bus 22 petition at 1,310 names',
    paragraphs: ['The shop in Northfield has run out of forms and is using the backs of till rolls.'],
    story: 'bus-22-cut-northfield',
  },
  {
    minutesAgo: 5480,
    headline: 'Last auction by voice on Coal Quay: 96 boxes in 19 minutes',
    paragraphs: [
      'Con Devereux sold eight boxes of whiting at €37.50 to finish. The clock opens tomorrow at six.',
    ],
    story: 'fish-market-last-auctioneer',
  },
  {
    minutesAgo: 5688,
    headline: 'Transport chair will look again at the offer to keep the 9.10pm bus alone',
    paragraphs: [
      'Ewan Stroud says he has now read it. The committee, which voted 5–2 to end all three evening journeys, meets in a fortnight.',
    ],
    story: 'bus-22-cut-northfield',
  },
]
