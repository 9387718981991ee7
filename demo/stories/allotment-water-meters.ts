import type { DemoStory } from '../demo-types.ts'
import { p, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'allotment-water-meters',
  kind: 'story',
  headline: 'What the meters at Fairlea Lane found was not what anyone expected',
  standfirst:
    'I have had plot 61 for nine years and thought I knew who was using all the water. So did everyone else.',
  label: 'Notebook',
  language: 'en',
  authors: ['ines-okafor-lund'],
  topics: ['land-and-water', 'town-hall'],
  picture: 'allotments',
  daysAgo: 16,
  hour: '08:20',
  blocks: [
    p(
      'First the declaration. I rent plot 61 at the Fairlea Lane allotments, in row 6, between a retired welder who grows leeks for showing and a couple who I believe are growing a shed. I have an interest in the price of water there, amounting last quarter to €17.90.',
    ),
    p(
      'It used to be €38 a year each, whatever you used, for all 148 plots. Nobody liked that. People with butts and gutters said they were paying for people with hoses. The people with hoses said nothing and watered at night. When the council proposed a meter on each of the 13 rows, to be divided equally among the plots on it, the vote was 81 to 40 in favour, and I have never seen so many votes cast by people looking over their shoulders.',
    ),
    p(
      'The first quarter’s readings went up on the noticeboard last week. By then there were several firm opinions about row 9, which has polytunnels.',
    ),
    table('Fairlea Lane, first quarter', [
      ['Row', 'Cubic metres', 'Plots', 'Each pays, €'],
      ['3, by the lane', '319', '12', '57.15'],
      ['6, mine', '100', '12', '17.92'],
      ['9, polytunnels', '38', '12', '6.81'],
      ['All the others together', '673', '112', '12.92'],
      ['**All rows**', '**1,130**', '**148**', '**16.42**'],
    ]),
    p(
      'Row 9, it turns out, collects what falls on the tunnels. They had been watering from a tank of 4,000 litres since before the meters were thought of and had not mentioned it because nobody had asked nicely.',
    ),
    p(
      'Row 3 has 12 plots, of which two are uncultivated and one belongs to a man of 88 who grows gladioli with a can. It had used 319 cubic metres. If you want to picture it, that is the water of two small swimming pools, to grow some gladioli.',
    ),
    p(
      'There was a meeting at the gate. I will not give the names, since all of those present have to go on borrowing each other’s wheelbarrows. It was said that somebody was filling a pond. It was said that somebody had been seen with a hose at midnight, and somebody else said that it had been him, in row 5, and what was it to anyone. A motion to read the meters daily was proposed and I am sorry to say that I seconded it.',
    ),
    p(
      'So for eight days I went down at six in the morning and nine at night and wrote down 13 numbers. I have a degree in hydrology. This is the most use it has been in years. On the third day I noticed that row 3 used as much in the night as it did in the day, to the litre. People are not like that. Only a hole is like that.',
    ),
    p(
      'The council’s man came with a listening stick, which is a real thing, a rod with a cup on the end that you put to your ear. He walked along the row as though looking for a gas lamp and stopped at plot 27. It was a joint in the main, 60 centimetres down, put in when the site was laid out, and by his reckoning it had been letting go about 2.3 cubic metres a day for as long as it had been wet underneath. He asked how long it had been wet underneath. The man with the gladioli said fifteen years, that he knew of. It was why he had taken that plot.',
    ),
    p(
      'Of the 319 cubic metres in row 3, the council has agreed to treat 210 as the leak, which at €2.15 comes to €451.50 off the bill. Those 12 plots now owe €19.53 each. Across the site we were all paying for that hole, every year, at the flat rate, and each of us was certain it was somebody else’s hose.',
    ),
    p(
      'In fairness to the flat rate, most of us will pay more. At what I used last quarter I will be at nearly €72 a year, and there is a waiting list of 96 people for whom that might matter more than it does to me. The committee has asked for the first 20 cubic metres of each row to be free. The council says it will think about it when it sets next year’s charges, which is what it says about most things.',
    ),
    p(
      'The joint has been mended. Plot 27 is drying out, and its holder is thinking of moving. He says gladioli like their feet wet, and he has asked, very politely, if there are any other leaks.',
    ),
    related('saltings-tide-gauge'),
  ],
}
