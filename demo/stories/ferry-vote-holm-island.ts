import type { DemoStory } from '../demo-types.ts'
import {
  bullets,
  code,
  embed,
  facts,
  file,
  gallery,
  h2,
  html,
  p,
  photo,
  pull,
  quote,
  related,
  rule,
  table,
} from './write.ts'

export const story: DemoStory = {
  slug: 'ferry-vote-holm-island',
  kind: 'story',
  headline: 'Council keeps the Holm Island ferry public by two votes',
  standfirst:
    'After three hours and ten minutes councillors voted 14 to 12 against handing the route to Orrin Marine for fifteen years. Islanders’ fares are frozen, visitors will pay 8 per cent more, and the council has to find another €140,000 a year.',
  searchHeadline: 'Holm Island ferry stays public after 14–12 council vote',
  language: 'en',
  authors: ['daniel-prouse', 'tomas-vell'],
  topics: ['harbour', 'town-hall'],
  picture: 'holm-ferry',
  daysAgo: 0,
  hour: '05:40',
  updatedAfterMinutes: 55,
  corrections: [
    {
      text: 'An earlier version of this story gave the length of the crossing as 4.4 kilometres. From slip to slip it is 4.1 kilometres. The longer figure is the distance by the buoyed channel, which the ferry uses only when the dredger is working.',
      severity: 'minor',
      placement: 'bottom',
      afterHours: 1,
    },
  ],
  blocks: [
    p(
      'The 9.15pm went without them. Fifty-eight people had come over from Holm Island to watch the council decide who would run their ferry, and when the last timetabled boat left Coal Quay last night item 9 was still on its second amendment. They stayed where they were. At eleven minutes past ten Mayor Orla Tennant read out the result, 14 votes to 12 with one councillor absent, and somebody at the back of the gallery asked her to read it again.',
    ),
    p(
      'The ferry stays with the council. A motion to grant the route to Orrin Marine for fifteen years fell, and an amendment in the name of Brid Halloran-Pike, who leads the Harbour and Town group, took its place. Under it a company wholly owned by the council will take over the _Marram_, her crew of 17 and both slips from the harbour department within nine months.',
    ),
    p(
      'The harbour master, Ingrid Vass, had kept the crew on. An extra sailing left at 10.45pm and nobody was asked for a ticket.',
    ),
    h2('How the vote fell'),
    p(
      'All ten members of Harbour and Town voted for the amendment. Nine of the eleven in Wrenmouth Forward voted against. The six independents split evenly, three and three, and the mayor, who sits as an independent and has argued for the concession since it was first put to her, was among the three against. She lost, announced it, and called item 10, which concerned gulls.',
    ),
    p(
      'Fergal Lyne, of Wrenmouth Forward, was the one absent. He is in Arle General with a broken hip and had told his group he would have voted for the concession. That would have made it 14–13.',
    ),
    p(
      'What decided it was Niamh Roke. Councillor Roke represents Mill Street for Wrenmouth Forward, is in her first term and had not spoken in the debate until a quarter to ten. She asked the town clerk, Hester Pym, to turn to page 41 of the council’s own paper, which sets out how the council could end the contract early. It would have had to give 24 months’ notice and pay for whatever Orrin Marine’s auditor certified as “capital not yet recovered”.',
    ),
    quote(
      [
        'I have read the clause on page 41 four times. I could not explain it to my mother, and she was a solicitor for thirty years.',
        'If we can’t say what it costs to change our minds, I don’t think we should make them up.',
      ],
      'Niamh Roke, councillor for Mill Street',
    ),
    p(
      'Ms Pym replied that the clause was “in a form usual for concessions of this length”. Councillor Roke thanked her and sat down.',
    ),
    pull('It is a road. It happens to be wet.', 'Brid Halloran-Pike, who moved the amendment'),
    h2('The case that lost'),
    p(
      'The argument against was not that the ferry should stop, and those who made it were tired of hearing that it was. Desmond Crane, who leads Wrenmouth Forward, pointed to the engines. They are the ones the _Marram_ was built with 34 years ago. Orrin Marine had undertaken to replace them within three years at its own cost, to keep the five daily sailings and to take a fixed €510,000 a year, against the €820,000 the boat now costs beyond what she earns.',
    ),
    p(
      '“Nobody in this room wants the boat to stop,” he said. “We are arguing about who pays when she breaks down. Tonight the answer is still everyone in Northfield who has never set foot on her.”',
    ),
    p(
      'Under the amendment the council will put €200,000 a year into a reserve for the engines for six years. It expects the higher fares to bring in €60,000. Next year’s gap is therefore €960,000, which is €140,000 more than this year’s and €450,000 more than Orrin Marine had asked for. None of the €140,000 is in the draft budget, which [was already €3.1 million short](/budget-hole-assembly-house).',
    ),
    p(
      'Piers Lanigan, managing director of Orrin Marine, listened from the second row and took the stairs down with everyone else. “We put in a fair price and we’d have run a decent boat,” he said outside. “I’m not going to stand on the steps and say the town is wrong. But she needs engines, and a vote doesn’t buy engines.” The firm will not challenge the decision.',
    ),
    related('budget-hole-assembly-house'),
    h2('What it means on the quay'),
    p(
      'For now, nothing. The timetable stays as it is until the company is set up, and the amendment says no sailing may be dropped in its first two years without a vote of the full council.',
    ),
    code(
      'Coal Quay     07.40   10.30   13.20   17.10   21.15\nHolm Strand   08.20   11.10   14.00   17.50   21.55',
    ),
    p('Fares change on the first day of the next quarter:'),
    table('Holm Island ferry, fares in euro', [
      ['Ticket', 'Now', 'Next quarter'],
      ['Visitor, adult return', '11.20', '12.10'],
      ['Visitor, child return', '5.60', '6.05'],
      ['Visitor, car and driver return', '38.00', '41.00'],
      ['Bicycle', '2.50', '2.70'],
      ['Islander, adult return', '5.00', '5.00'],
      ['Islander, book of ten singles', '21.00', '21.00'],
    ]),
    p('The amendment also asks the town clerk to report back on four things before the company begins:'),
    bullets(
      'whether the crew keep their present pensions, on which the unions want an answer in writing;',
      [
        'how the slip at Holm, which dries for part of most low tides, is to be lengthened:',
        [
          'by nine metres of concrete, at an estimated €310,000; or',
          'by a floating pontoon, which is cheaper and which the crew dislike;',
        ],
      ],
      'who may call themselves an islander, since 61 people hold the card and do not live there;',
      'what the company will be called.',
    ),
    gallery(['holm-ferry-queue', 'holm-ferry-deck'], {
      caption: 'On the slip and on deck, the day before the vote.',
    }),
    p(
      'Agnes Tolley, who keeps the shop on Holm and sorts its post, is 71. She had brought a flask and a cushion. “I have been coming to meetings about this boat since I was in my thirties,” she said. “It’s always the last item and there’s never a window open.” Was she pleased? “I’m pleased I’m getting home.”',
    ),
    p(
      'Tam Greer was not in the chamber. He has been master of the _Marram_ for 19 years and was aboard her, alongside, with the lights on. “Somebody came running down the quay and shouted a number,” he said. “I said, is that for us or against us? He said, I don’t know, I only heard the number.”',
    ),
    photo('holm-light', {
      width: 'wide',
      caption:
        'Holm Light, where [the choir](/lighthouse-choir) rehearses. The ferry is the only scheduled way to reach the island’s 312 residents.',
    }),
    facts('The boat in figures', [
      '**The crossing:** 4.1 kilometres, 25 minutes, five returns a day.',
      '**The _Marram_:** 34 years old, 149 passengers, 16 cars.',
      '**Last year:** 118,400 passengers and 21,300 vehicles.',
      '**Money:** costs of €2.31 million, income of €1.49 million, a gap of €820,000.',
    ]),
    file('council-paper-9b-summary.pdf', {
      title: 'Council paper 9b: the Holm Island ferry (summary)',
      description: 'Two pages by the town clerk: the concession, the alternatives and their cost.',
    }),
    h2('Hear the last five minutes'),
    p(
      'The council records its meetings. The roll call begins after the mayor asks for the doors to be shut.',
    ),
    embed('youtube', 'https://www.youtube.com/watch?v=LanternHolm', {
      title: 'Wrenmouth Town Council, item 9: the roll call',
      caption: 'Wrenmouth Town Council, item 9. The result is read at 3 hours, 9 minutes and 40 seconds.',
    }),
    rule(),
    p(
      'The times below are the harbour office’s for today. Cars cannot use the slip at Holm while it is dry.',
    ),
    html(
      [
        '<table>',
        '<caption>Coal Quay, today’s tides</caption>',
        '<thead><tr><th scope="col">Tide</th><th scope="col">Time</th><th scope="col">Height</th><th scope="col">Holm slip</th></tr></thead>',
        '<tbody>',
        '<tr><td>High</td><td>04.52</td><td>4.1 m</td><td>open</td></tr>',
        '<tr><td>Low</td><td>11.08</td><td>0.7 m</td><td>no cars 10.40 to 11.36</td></tr>',
        '<tr><td>High</td><td>17.19</td><td>4.3 m</td><td>open</td></tr>',
        '<tr><td>Low</td><td>23.31</td><td>0.6 m</td><td>no cars 22.58 to 00.04</td></tr>',
        '</tbody>',
        '</table>',
      ].join(''),
      260,
    ),
    p(
      '_Additional reporting by Wilf Arden, who was on the 10.45pm sailing. The [e-mails in which Orrin Marine first approached the town clerk](/town-clerk-emails) were published by the Lantern seven weeks ago._',
    ),
  ],
}
