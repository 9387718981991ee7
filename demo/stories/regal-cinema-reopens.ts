import type { DemoStory } from '../demo-types.ts'
import { h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'regal-cinema-reopens',
  kind: 'story',
  headline: 'The Regal is open, and 940 people own it',
  standfirst:
    'Six years after the last reel, the cinema on Foundry Road showed a film. It started twenty minutes late because the shareholders would not stop talking.',
  language: 'en',
  authors: ['wilf-arden'],
  topics: ['culture'],
  picture: 'regal-cinema',
  daysAgo: 2,
  hour: '09:30',
  blocks: [
    p(
      'Bernard Hyland had his coat on. He is 71, he was the projectionist at the Regal for the last 26 of its first 83 years, and he had come back to press one button. The new projector does the rest. He pressed it at 7.50pm. Then he stayed by the little window for two hours in his coat, in case.',
    ),
    p(
      'There are 286 seats. All were taken, and about 60 people who could not get one stood on Foundry Road and looked at the lights. The film was _The Lamp Room_, which was also the film on the Regal’s last night six years ago. The audience then had been 14.',
    ),
    p(
      'I was one of the 14 and I can report that the screen is wider, the sound comes from where the people are, and the third row on the left still tips you towards the aisle. They took the whole floor up and relaid it, and it still does.',
    ),
    h2('Six hundred and eleven thousand'),
    p(
      'A share in the Wrenmouth Regal Society costs €50. Nine hundred and forty people have bought them, and together they put in €611,000, or €650 each on average, though the treasurer, Marguerite Dunne, will tell you about averages. Four people put in €20,000. Five hundred and three put in €50 exactly. Each has one vote.',
    ),
    p(
      'It has not all come from shares. A bank lent €240,000 against the building and the council gave €85,000 for the lift. The builders’ final account was €918,000, so with €936,000 raised the Society opens with €18,000 in hand and a boiler it has decided not to think about.',
    ),
    p(
      '“If we sell 31 per cent of the seats at €8.50 we cover the wages and the bank,” Ms Dunne said. “Thirty-one per cent is 89 people. The old owners were doing 40 on a good night and they had a car park.”',
    ),
    p(
      'I asked what happens if they do not. “Then there’s a meeting,” she said. “There’s always going to be a meeting. There are nine hundred and forty of us.”',
    ),
    pull('Then there’s a meeting. There’s always going to be a meeting.', 'Marguerite Dunne, treasurer'),
    h2('What was argued about'),
    p(
      'The carpet went to a vote. So did the name of the bar, whether there should be a bar, and the question of popcorn, which passed by 231 to 226 on the understanding that it would be kept out of the front six rows. The manager, Sunniva Rai, came from a 14-screen place beside a motorway and thought the popcorn meeting was a joke somebody was playing on her.',
    ),
    p(
      '“Then it went to a second count,” she said. She has since grown fond of it. Nobody at the motorway ever wrote her a letter about the width of an armrest, and here she has a folder.',
    ),
    p(
      'There will be three showings a day and four when it rains, which Ms Rai says she means literally: the 11am goes up on the board outside if it is raining at nine. Once a month there is a film in Arabic with English subtitles or the other way about, chosen by a group in Northfield that meets after the [homework club](/northfield-homework-club). On the last evening of each month the shareholders choose, and already the shareholders have chosen a western nobody has heard of by a majority of three.',
    ),
    p(
      'The curtain is the old one. It was found in the loft at Assembly House, where it had been lent for a pantomime 22 years ago and never asked for. It was cleaned at a cost of €1,150. It has a burn in it about the size of a coin, low on the right, and Mr Hyland knows exactly how that happened and won’t say.',
    ),
    p(
      'He went home to Northfield on the 10.10 bus, which [stops running this week](/bus-22-cut-northfield). After that, he said, somebody would have to drive him, or he would have to stop checking.',
    ),
    related('market-hall-poets'),
  ],
}
