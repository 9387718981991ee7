import type { DemoStory } from '../demo-types.ts'
import { facts, h2, numbered, p, quote, related } from './write.ts'

export const story: DemoStory = {
  slug: 'carding-mill-inquiry',
  kind: 'story',
  headline:
    'Inquiry into the sale of the Carding Mill will sit in public for nine days, hear 23 witnesses and see the valuation that councillors were told four years ago did not exist',
  searchHeadline: 'Carding Mill inquiry: nine days, 23 witnesses',
  standfirst:
    'The chair, a retired judge, has refused a request from the buyer to hear three of them in private.',
  language: 'en',
  authors: ['tomas-vell'],
  topics: ['town-hall'],
  picture: 'carding-mill',
  pictureCaption:
    'The Carding Mill from the far bank of the Arle. It has stood empty since the council sold it four years ago.',
  daysAgo: 9,
  hour: '12:15',
  blocks: [
    p(
      'Judith Brandreth took four minutes over it. She read out the five questions she has been asked to answer, said that she would answer those and no others, gave the hours of sitting as ten to four with an hour for lunch, and asked whether the radiators in the upper room of the market hall could be turned off, since nobody would be able to hear anyone over them.',
    ),
    p(
      'The preliminary meeting of the Carding Mill inquiry was over by 10.25am yesterday. What it settled will matter for longer. The hearings begin in three weeks, there will be nine days of them, and all 23 witnesses will give their evidence in public.',
    ),
    p(
      'Longreach Holdings, which bought the mill, had asked that its two directors and its surveyor be heard in private because they would be asked about prices. Ms Brandreth, who sat as a judge for 21 years, said that prices were what the inquiry was about.',
    ),
    h2('What is known'),
    p(
      'The council sold the mill four years ago for €2.84 million, in four equal payments of €710,000 over 22 months. Three were made. The fourth has been due for more than two years.',
    ),
    p(
      'When the sale came before councillors, one of them asked if there had been an independent valuation. The minute reads: “The Town Clerk stated that there was none on file.” In the [e-mails the Lantern obtained](/town-clerk-emails) six weeks ago there was one, in an attachment, from a firm of valuers. It put the mill at €4.1 million.',
    ),
    p(
      'There is an explanation, and Ms Brandreth asked that it be given the same prominence as the question. The town clerk, Hester Pym, says the €4.1 million was the worth of the mill with permission for 88 flats, which it did not have and has not got. The valuation was marked “draft, for discussion”, the valuers had not been paid for a final one, and it was kept in a folder of correspondence. It was, she says, truly not on file.',
    ),
    quote(
      'I gave a narrow answer to a narrow question. I have had four years to wish I had given a wider one, and I will say that to the inquiry in the same words.',
      'Hester Pym, town clerk',
    ),
    p(
      'Longreach says the last payment was held back when the old dye pits turned out to be worse than the council’s own survey had said. It puts the cost of dealing with them at €900,000. “We’re owed money on any fair reading,” said its solicitor, Conal Reeve. “We’ve been waiting for somebody to ask.”',
    ),
    h2('The five questions'),
    numbered(
      'How was the price arrived at, and who agreed it?',
      'What advice on the value of the mill was held by the council, in any form, on the day of the decision?',
      'Were councillors told what they needed to know?',
      'Why was the fourth payment not made, and what did the council do to obtain it?',
      'What, if anything, should be done differently when the council sells land?',
    ),
    p(
      'Ms Brandreth may not find anyone liable for anything, and she may not undo the sale. She has no power to compel a witness to come. All 23 have said that they will, including both of the councillors who proposed and seconded the motion. One of those, Joan Garrity, has asked to go first. “I’ve a hip appointment on the fourth day,” she said, “and I’d as soon get it over.”',
    ),
    p(
      'The inquiry is expected to cost €160,000. The council’s insurers are paying the first €100,000. Desmond Crane, who opposed it, said that it would tell the town for €160,000 what three people could have been asked for nothing. Brid Halloran-Pike, who proposed it, said they had been asked for nothing, repeatedly, and that this had been the result.',
    ),
    p(
      'The mill has 214 windows on its river side. At the last count, by the young people of the sailing club, nine had glass in them.',
    ),
    facts('The inquiry', [
      '**Where:** the upper room of the market hall, by the east stairs. There is a lift.',
      '**When:** 10am to 4pm on nine days, beginning in three weeks. There are 70 seats.',
      '**Papers:** everything put in evidence will be on the council’s pages by 6pm on the day.',
    ]),
    related('town-clerk-emails'),
  ],
}
