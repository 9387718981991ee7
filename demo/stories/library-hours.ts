import type { DemoStory } from '../demo-types.ts'
import { h2, p, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'library-hours',
  kind: 'story',
  headline: 'Open the library on Sundays',
  standfirst: 'It would cost €41,000 a year. The building is heated all weekend anyway, for the books.',
  label: 'Opinion',
  language: 'en',
  authors: ['maeve-carrigan'],
  topics: ['town-hall', 'schools'],
  picture: 'library',
  pictureCaption: 'At the door of the central library, which is shut on Sundays.',
  daysAgo: 110,
  hour: '10:30',
  blocks: [
    p(
      'I tried the door of the central library last Sunday, though I know perfectly well when it opens, because I wanted to see who else would. I stood on the step from noon until two. In those two hours, in a light rain, 38 people walked up, read the notice, and walked away. One of them read it aloud to her mother, translating as she went, and had to translate it twice, since her mother would not believe it.',
    ),
    p(
      'The library is shut on the one day when almost nobody in this town is at work or at school. It is shut on that day because in the year it was built the deed of gift said that it should be, out of respect for churchgoing, and the deed was amended 40 years ago to remove the condition, and nobody told the caretaker. I exaggerate. But I have looked for the decision to keep it closed and there isn’t one. It is not a policy. It is a habit with a notice on it.',
    ),
    p(
      'Here is what it would take, from figures the council’s own librarian gave the budget committee two years ago and which I have had brought up to date.',
    ),
    table('Opening the central library from noon to five on Sundays', [
      ['', '€ a year'],
      ['Two library assistants, at Sunday rates', '29,600'],
      ['Caretaker', '8,900'],
      ['Light', '1,300'],
      ['Heating', '0'],
      ['Everything else', '1,200'],
      ['**Together**', '**41,000**'],
    ]),
    p(
      'I ask you to look at the fourth line. The reading room is kept at 16 degrees from one end of the weekend to the other, since damp is bad for paper. We are heating it. We are simply not letting anyone in.',
    ),
    h2('The case against'),
    p(
      'There is one, and it deserves better than to be waved at. It is made by the people who would have to work. Four of the seven assistants have told their union that they do not want Sundays, and they have earned the right to be asked. One of them said to me that it is easy to be generous with somebody else’s dinner. I have thought about that a good deal, not least because I was writing this on a Sunday.',
    ),
    p(
      'The answer is not to make anybody. Three of the seven would do it, two of them gladly, as they have small children and a partner at home that day. There are five former assistants in the town who have said that they would come in for the afternoon. Sunday rates are what they are because Sundays are worth something, and the €29,600 pays them in full.',
    ),
    p(
      'The other objection is that €41,000 is €41,000. It is. It is also the sum that the council spent last year on consultants’ advice about its brand. I have read the advice. It says that Wrenmouth should be seen as “open”.',
    ),
    h2('Who was on the step'),
    p(
      'I did not ask everybody. I asked 22, and they told me. There was a man of about 60 who is looking for work and whose only computer is the library’s; the forms time out, he said, and he would like once to begin one and end it. There were two girls from Northfield with a history project, who went off to do it in the chip shop. A young father with a pram wanted, in his own words, somewhere that is not a shop. There was a nurse just off nights who could not sleep. There was a woman who comes, I knew already, for the warmth, and who told me she had come for the atlas.',
    ),
    p(
      'A town of 31,400 has a great many places where one may go on a Sunday and buy a thing. It has the quay, which is free, and has weather. I can think of no other public room.',
    ),
    p(
      'The budget committee meets in three weeks. I would ask them for a trial of six months, which is €20,500, and for somebody at the door with a clicker. If fewer than a hundred people come in on an afternoon I will write in this place that I was wrong. I will do it on a Monday.',
    ),
    related('northfield-homework-club'),
  ],
}
