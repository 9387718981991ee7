import type { DemoStory } from '../demo-types.ts'
import { p } from './write.ts'

export const story: DemoStory = {
  slug: 'dredger-stuck',
  kind: 'story',
  headline: 'The dredger is stuck again',
  standfirst: 'Third grounding this year, same bank.',
  language: 'en',
  authors: ['daniel-prouse'],
  topics: ['harbour'],
  picture: null,
  daysAgo: 13,
  hour: '11:05',
  blocks: [
    p(
      'The harbour dredger _Patience_ went aground on the Cockle Bank at 6.50am today, an hour after high water, while on her way to dredge it.',
    ),
    p(
      'Nobody was hurt. Her crew of four had breakfast and waited. It is the third time this year and the second in the same place. The tug _Dora Keane_ will try to bring her off on this evening’s tide, which is 20 centimetres higher.',
    ),
    p(
      'The Holm Island ferry is running. Boats drawing more than two metres should keep to the south of the channel and listen on channel 12.',
    ),
    p(
      'The harbour master, Ingrid Vass, was asked whether the bank had moved. “The bank is where it was,” she said.',
    ),
  ],
}
