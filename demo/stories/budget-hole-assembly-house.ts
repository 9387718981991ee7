import type { DemoStory } from '../demo-types.ts'
import { h2, p, quote, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'budget-hole-assembly-house',
  kind: 'story',
  headline: 'Next year’s budget is €3.1m short. Six people were told eleven weeks ago',
  standfirst:
    'A memorandum from the director of finance set out the gap line by line. Twenty-three of the 27 councillors first saw it this week.',
  language: 'en',
  authors: ['tomas-vell'],
  topics: ['town-hall'],
  picture: 'assembly-house',
  daysAgo: 0,
  hour: '04:50',
  blocks: [
    p(
      'Page one of the memorandum is headed “Position at outset”. It is dated eleven weeks ago, it is addressed to six people, and its third paragraph says that on present plans Wrenmouth will spend €46.8 million next year and receive €43.7 million.',
    ),
    p(
      'The six are the mayor, Orla Tennant; the town clerk, Hester Pym; her deputy, Ruan Ash; and the leaders of the council’s three groupings, Brid Halloran-Pike, Desmond Crane and Joan Garrity. The author is Colm Aldous, director of finance for the past eighteen months. The other 23 councillors were sent it this week, as an annex to the agenda of a meeting that had nothing to do with it.',
    ),
    p(
      'The Lantern has seen both the memorandum and the covering note. They put the gap at €3.1 million and divide it in four.',
    ),
    table('Where the €3.1m comes from, in million euro', [
      ['Cause', 'Amount'],
      ['Pay award for council staff, settled above the forecast', '1.24'],
      ['Last instalment on the Carding Mill, never received', '0.71'],
      ['Parking and quay dues below forecast', '0.68'],
      ['Electricity and gas, chiefly the swimming pool', '0.47'],
      ['**Total**', '**3.10**'],
    ]),
    p(
      'Three of those four are bad luck or bad forecasting. The €710,000 from the mill is something else. It is the last of four equal payments for a building the council sold four years ago, it was due 26 months ago, and it has been entered as expected income in both of the budgets since. An [inquiry into that sale](/carding-mill-inquiry) begins its hearings shortly.',
    ),
    p(
      'Last night’s [vote to keep the Holm Island ferry](/ferry-vote-holm-island) is not part of the figure. It adds a further €140,000.',
    ),
    h2('“A working document”'),
    p(
      'Asked why the memorandum had gone to six people, Ms Pym said it was “a working document, sent to those who would have to work on it”. She said the practice was an old one. Budgets moved a great deal in their first weeks, and a figure once published was never forgotten.',
    ),
    p(
      'The mayor said she had expected the number to fall. “It was 3.4 in the first draft. Colm got it down to 3.1 in a fortnight. I thought we’d have it at two before anyone needed frightening. That was a judgment and I’d accept it was the wrong one.”',
    ),
    p(
      'Mr Crane said he had twice asked for it to go to the finance committee, and showed the Lantern two e-mails in which he does so. Ms Halloran-Pike said she had not asked. “I should have. I was busy with a ferry.” Ms Garrity, who convenes the independents, two of whom now knew, did not tell the other four because, she said, it was marked confidential on every page and she had taken that to mean it was.',
    ),
    quote(
      [
        'I sit on the finance committee. We met three times in those eleven weeks. At the second meeting we spent forty minutes on the price of bin lids.',
      ],
      'Patience Osei, independent councillor for Northfield',
    ),
    p(
      'Ewan Stroud, who speaks on finance for Wrenmouth Forward, and whose leader did know, was careful. “I’d have liked to hear. I understand the reasons. I won’t be understanding about it twice.”',
    ),
    h2('What happens now'),
    p(
      'A budget must be balanced on the day it is passed, and the council has nine weeks. Mr Aldous’s note lists measures worth €1.9 million, most of them small: holding 22 posts vacant, a charge for garden waste, and closing the smaller of the two public toilets on Coal Quay, which saves €18,400 and which he describes as “likely to be noticed”. For the remaining €1.2 million he offers a choice between reserves, which stand at €2.6 million, and the property rate, on which one per cent raises €214,000.',
    ),
    p(
      'To close what is left by the rate alone would take an increase of 5.6 per cent. The council last raised it by more than four in the year of the flood gates.',
    ),
    related('carding-mill-inquiry'),
    p(
      'The finance committee meets next week in the Pilots’ Room. The memorandum is item 3. Item 2, carried over, is bin lids.',
    ),
  ],
}
