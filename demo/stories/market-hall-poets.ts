import type { DemoStory } from '../demo-types.ts'
import { h2, p, quote, related } from './write.ts'

export const story: DemoStory = {
  slug: 'market-hall-poets',
  kind: 'story',
  headline: 'The poets of the market hall',
  standfirst:
    'They meet among the shuttered stalls, read for three minutes each by an egg timer, and are not allowed to explain.',
  label: 'Notebook',
  language: 'en',
  authors: ['wilf-arden'],
  topics: ['culture'],
  picture: 'market-poets',
  pictureCaption: 'The one reading a year that is held in daylight, at noon on a market day.',
  daysAgo: 128,
  hour: '11:00',
  blocks: [
    p(
      'There are four rules. Three minutes. Stand on the crate. No explaining. The fourth, which was added after an evening that people still refer to only as “the evening”, is that nobody may read a poem about somebody in the room unless they have shown it to them first.',
    ),
    p(
      'I had been told there would be a dozen of them. I counted 53, on crates and upturned buckets and the edge of the cold counter, between Hanlon’s cheese and the man who mends watches. The market hall closes at five. At half past six on the first working day of the month the side door is left on the latch by somebody who would lose his job for it, I was told, and who reads under the name of Latch.',
    ),
    p(
      'It began with two. Philomena Garde sells eggs, and has for 30 years kept her accounts on the right-hand pages of a ledger and something else on the left. Abdi Warsame, from the phone stall opposite, saw her one slow afternoon counting on her fingers and moving her lips, and asked what the total was. “Ten,” she said. “It’s ten to the line.” He went home and got his own notebook. In his country, he told her, his uncle had been known for it.',
    ),
    p(
      'For a year they read to each other across the aisle before the customers came in. The watchmender complained about the noise, and then brought something.',
    ),
    h2('Three minutes'),
    p(
      'I do not know much about poetry, and was glad of the egg timer. What struck me first was how much of it was about work. There was one on the smell of a drain. There was one by a girl of about twenty that was only the names of the apples on her father’s stall, in the order they come ripe, and by the end you would have thought she was reading the names of the dead. A retired docker recited 40 lines he had made in his head and never written down, since, he said, they would only have to be dusted.',
    ),
    p(
      'Some of it was bad. A man from the bank had rhymed harbour with ardour. No one minded. It was three minutes and he got his applause, which is done here by knocking on whatever you are sitting on, so that a good poem sounds like somebody at the door.',
    ),
    p(
      'The watchmender’s name is Osip Reiter, and he has a stall not much wider than himself. He keeps the timer, which is a hen. He told me that nearly everyone thinks three minutes is too short, until they are up there, and that the ones who finish early are the ones to listen to. He has never gone over two. His own that evening was about a watch brought in by a widow who did not want it to go, only to stop at a different time.',
    ),
    p(
      'Mrs Garde read fifth. She gave me leave to print this, having looked for some time at how I had spelled my own name.',
    ),
    quote(
      [
        'Six to the box and the box to the dozen,\nI have given the town its breakfast for thirty years\nand never once been asked who cracks mine.',
        'I crack it myself. It is not a sad story.\nThe shell has a seam if you know where to look,\nand the day comes out, all in one piece.',
      ],
      'Philomena Garde, “Large, Free Range”',
    ),
    p(
      'The knocking went on for a while. Mr Warsame did not knock. He had his hat held against his chest, and he was looking at the eggs.',
    ),
    h2('No explaining'),
    p(
      'He reads in Somali and then, after one turn of the timer in which nobody speaks, he says the same thing in English. It is not a translation, he told me, it is what the first one would have said if it had been born here. It was about a goat. I will not explain. I found that I had written down only one line, “and my mother counted us, and counted us, and came out right,” and that on the way home I kept losing hold of what was so good about it, and then getting it back.',
    ),
    p(
      'Once a year, at noon on a market day, they do it with the stalls open and shoppers for an audience, and sell more eggs. Otherwise it is private, and the council knows. It could hardly not; one of the 53 was a member of the planning committee, who had read something about a hedge. The market’s by-laws forbid any assembly after hours, and the insurers, asked in a general way, had been general. A letter has been drafted. It asks only that the group appoint a responsible person, and after some discussion the name they have put forward is Latch.',
    ),
    p(
      'At eight the crate was put back on its stack. They swept, though the floor had been clean. Mrs Garde went along the counters in the half-light and turned each of the little brass scales back to nothing, as she would at the end of any day.',
    ),
    p(
      'I had been asked to bring something. It is the custom for anyone who comes twice. I said that I write up the football, and was told by the watchmender that so had Homer, more or less, and that I had three minutes.',
    ),
    related('regal-cinema-reopens'),
  ],
}
