import type { DemoStory } from '../demo-types.ts'
import { gallery, h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'arle-bridge-at-90',
  kind: 'story',
  headline: 'The Arle Bridge at ninety, by the people who hold it up',
  standfirst: 'A painter, an engineer, a granddaughter and a man who has crossed it 40,000 times.',
  language: 'en',
  authors: ['wilf-arden'],
  topics: ['culture', 'town-hall'],
  picture: 'arle-bridge',
  daysAgo: 57,
  hour: '09:15',
  blocks: [
    p(
      'By the time they reach the south end it needs doing again at the north. Everybody says this about every big bridge, and Lorna Peake, who has painted this one for 13 years, is tired of it. It is not true. They finish the whole arch in six years and then they have two years off, in which they do the railings of the swimming pool.',
    ),
    p(
      'The colour is called Harbour Red and nobody else uses it. It is mixed in 200-litre drums from a recipe on a card, and the card says “as before”. When the firm that made it closed, Ms Peake cut a chip from the underside of the north springing, where the sun never gets to it, and took it to be matched. “They asked me what finish I wanted. I said, I want it to look like rust, but on purpose.”',
    ),
    gallery(
      [
        'arle-bridge-1936',
        'arle-bridge-riveters',
        {
          name: 'arle-bridge-dawn',
          caption:
            'The bridge at dawn, with fog on the estuary. The rower is Niall Peake, the painter’s brother, who says he is inspecting it.',
        },
      ],
      { caption: 'From the Lantern’s files and the Holm Picture Agency, 1936 to this year.' },
    ),
    h2('Eleven days'),
    p(
      'The span is 186 metres. In 1936 it was built outward from both banks at once, and for eleven days the two halves hung over the Arle with 40 centimetres of air between them while the engineers waited for the weather to turn cool. Steel grows in the heat. On the twelfth morning, at ten to five, it was six degrees, the halves had drawn back far enough to take the last pieces, and by seven the arch was shut.',
    ),
    p(
      'There are 312,000 rivets in it. Each was heated on a brazier, thrown, caught in a bucket, put in its hole with tongs and beaten over while it was still orange. A good gang did 300 a day. Two men died, Michael Teague, 24, who fell, and Ernest Lowry, 51, whose heart stopped in the canteen. There is a plaque with one name on it.',
    ),
    p(
      'Mr Lowry’s granddaughter, Hilary Lowry, has been writing to the council about the plaque since she was 40. She is 68. The council’s position has been that it commemorates those killed on the works. “He’d been carrying rivets up a ladder since six in the morning,” she said. “He wasn’t in the canteen for his health.”',
    ),
    p(
      'At its last meeting the council voted, without debate and with all 27 present, to add the second name. It will cost €340. She has asked for the letters to be the same size.',
    ),
    pull('I want it to look like rust, but on purpose.', 'Lorna Peake, who paints the bridge'),
    h2('A bearing'),
    p(
      'Padraig Shaw’s affection for the bridge is of another kind. He is the council’s engineer and what he likes is that it moves. Under the deck at the north end stand two steel rollers, each the size of a beer keg, and on a hot day the whole of the roadway creeps 71 millimetres towards Wrenmouth, and at night it goes back. You can put your hand on the roller. I did. You cannot feel it go, but there is a chalk mark, and when we came back from a cup of tea it had.',
    ),
    p(
      'One of the two sticks. It makes a noise, about twice a summer, that people on Ropewalk Lane have at various times taken for thunder, a quarry and a neighbour. A new bearing costs €390,000, and has been first on Mr Shaw’s list of things to be mended for four years. What has kept it there is that nothing has gone wrong.',
    ),
    p(
      '“It’s a terrible thing to build well,” he said. “They think it’s finished.” In the meantime he limits it to lorries of 26 tonnes, and he has a rule of his own that nobody may say in his hearing that it was built to last.',
    ),
    h2('Forty thousand'),
    p(
      'Jim Ganley lives on one bank and worked, until he retired, on the other, at the freezing plant. He walked. Twice a day, 230 days a year, for 47 years comes to 21,620 crossings. Then he went home for his dinner, which doubles it, less holidays and the strike. He has rounded it down.',
    ),
    p(
      'What has he noticed? He thought it a strange question. He said that the wind is always from the side, that there are 44 lamps and that number 19 has never worked. That in the middle, if you stop, the traffic makes it hum, and that for some years there was a lad who used to play a whistle along with it. He did not know what became of him.',
    ),
    p(
      'He stopped there once in his first week, at fifteen, to look over, and a man behind him told him to move along or he would be late. He has been trying to remember who it was. It was a big man with a burnt hand. “I think he might have been one of them,” Mr Ganley said. “Off the rivets. He put it on the rail as he went by. He sort of patted it.”',
    ),
    related('lighthouse-choir'),
  ],
}
