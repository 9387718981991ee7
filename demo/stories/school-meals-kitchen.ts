import type { DemoStory } from '../demo-types.ts'
import { h2, p, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'school-meals-kitchen',
  kind: 'story',
  headline: 'One kitchen, 1,900 lunches',
  standfirst:
    'Every school dinner in Wrenmouth comes out of a former bakery on Foundry Road. At twenty past nine they find out how many.',
  language: 'en',
  authors: ['salma-haddad'],
  topics: ['schools'],
  picture: 'school-kitchen',
  daysAgo: 29,
  hour: '11:30',
  blocks: [
    p(
      '“Turnip,” said Theresa Boland, “is a word you don’t put on a menu.” She was looking at 140 kilos of it. On the sheet that goes home to parents it is called golden mash, and it has been called golden mash since a day three years ago when it went out as turnip to 11 schools and came back.',
    ),
    p(
      'Mrs Boland has run the Foundry Road kitchen since it opened, with a staff of 14. On an ordinary day it makes 1,900 lunches. They leave in five vans between ten to ten and 11.40, in steel boxes that hold 65 degrees for three hours. The first van goes to the 10.30 ferry, and what is in it is eaten at noon in the island school on Holm by 19 children, whose dinner has crossed 4.1 kilometres of sea with the post.',
    ),
    p(
      'The ovens were a baker’s. So was the building, and there is still flour in the joints of the floor that comes up when the weather is damp. The council took the lease when the schools’ own kitchens were closed one after another, for want of ventilation, and people were angry about it for a year. Mrs Boland was one of them. She had been head cook at St Brannoc’s.',
    ),
    h2('Twenty past nine'),
    p(
      'The numbers come by telephone and by e-mail, and in one case by a caretaker who lives opposite. They have to be in by 9.20. On the morning I was there they came to 1,883, which is 17 fewer than the day before, because of a bug in the second class at Mill Street. Of those, 143 were for children who cannot eat something, or do not: 38 without gluten, 61 halal, 27 with no milk, 12 for various allergies and five for a family at Northfield who eat no onions.',
    ),
    p(
      'Each of the 143 has a name on it and a coloured lid. They are made on a bench of their own behind a glass screen by one woman, Halyna Kravets, who was a pharmacist in the country she left and does not talk while she is doing it. In two years there has been one mistake. It was a lid. It was noticed in the van.',
    ),
    table('What one lunch costs, in euro', [
      ['', 'Cost'],
      ['Food', '1.18'],
      ['Wages', '1.52'],
      ['Vans', '0.31'],
      ['Gas, electricity, rent and the rest', '0.41'],
      ['**Together**', '**3.42**'],
    ]),
    p(
      'The state pays €3.20 of it and the council makes up the rest, 22 cents a child a day, which over 183 school days comes to about €76,000. Mrs Boland knows the price of a carrot to a tenth of a cent. She buys from four farms on the Arle and would buy from more, but a farm needs to be able to say what it will have in six weeks, and most cannot.',
    ),
    p(
      'Fish is once a week, from Coal Quay, and it is whatever was cheap. Con Devereux rings her from the market at twenty to seven. “He says, I’ve forty boxes of whiting nobody’s looking at. I say, how much? He tells me, and I say you’re joking, and he says, Theresa, I’m an auctioneer.”',
    ),
    h2('What comes back'),
    p(
      'The boxes return from half past one and are weighed. This is the part of the day that decides the next one. If more than an eighth of a dish comes back it is taken off, and somebody is sent to a school to sit with the children while they do not eat it. That is usually the youngest of the cooks, Dara Finn, who is 19 and has a way of not looking as though he minds.',
    ),
    p(
      'His findings are pinned up by the door. _Infants will eat anything they can hold. Third class has decided about peas. It isn’t the stew, it’s that the stew touches the potatoes._ After that last one the kitchen bought 400 trays with a ridge, at €2.10 each, and waste of stew fell by half.',
    ),
    p(
      'At three o’clock, when it was all washed, Mrs Boland ate her own lunch standing up at the pass. It was what everybody had had. She finished the mash and put her fork down. “It’s turnip,” she said. “There’s nothing the matter with turnip.”',
    ),
    related('st-brannocs-roof'),
  ],
}
