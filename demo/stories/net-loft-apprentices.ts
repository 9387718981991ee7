import type { DemoStory } from '../demo-types.ts'
import { h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'net-loft-apprentices',
  kind: 'story',
  headline: 'Four people are learning to mend nets. There were none',
  standfirst:
    'When Brigid Coyle’s last colleague retired she was the only netmaker left between two headlands. So she put a card in the launderette.',
  language: 'en',
  authors: ['daniel-prouse'],
  topics: ['harbour', 'schools'],
  picture: 'net-loft',
  pictureCaption:
    'Two of the four apprentices at work in the net loft. The man in the cap is a third, Patrick Teeling.',
  daysAgo: 34,
  hour: '07:40',
  blocks: [
    p(
      'WANTED, said the card, _four people with patience. Need not like fish. Apply up the stairs._ It hung in the launderette on Foundry Road for nine days, between a lost cat and a man with a van. Thirty-seven people applied, up the stairs, and Brigid Coyle handed each of them a tangle of twine the size of a football, told them to undo it, and went back to work.',
    ),
    p(
      'Eleven cut it. Nine gave up. Of the 17 who got it undone she chose the four who had not been the quickest. “The quick ones pull,” she said.',
    ),
    p(
      'The net loft runs the length of the old ropewalk, above the chandler’s and below the swifts. It is 58 metres long and four wide and has a window every two metres down the north side. Trawls hang in it from rails in the roof. Mrs Coyle, who is 63, came here at sixteen, when there were 14 in it, all women, and a wireless. The last of the others retired three years ago with her wrists. Since then a boat with a torn net has had to wait for Mrs Coyle or send it away for a fortnight by lorry.',
    ),
    p(
      'A fortnight without a net is about €9,000 to a boat of the middling kind. Maura Gillen, skipper of the _Three Brothers_, says she has gone up those stairs with a bottle, with a cake, and once with tears in her eyes that were not altogether put on.',
    ),
    h2('Twine, needle, gauge'),
    p(
      'The four are paid €412 a week, half by the fishermen’s co-operative and half from the council’s training fund. It is for two years. They are Jude Amery, who is 18 and came from school; Oksana Bondar, 41, who made wedding dresses; Femi Alade, 29, a roofer with a bad ankle; and Patrick Teeling, 56, who was in insurance.',
    ),
    p(
      'You learn the knot in a morning, and then you learn it again, because the one you learned slips. After a month you can fill a needle without looking. After three you can be given a hole with a straight edge. What takes the two years is the holes that are not holes: a net that has been dragged over a wreck does not have pieces missing so much as a different opinion about which way is up, and somebody has to stand in front of it and see the shape it used to be.',
    ),
    p(
      'Ms Bondar was the first to see. A wing trawl had come in from the _Girl Maeve_ with its belly gone, and Mrs Coyle had left it hanging for a day for them to think about. “It is a sleeve,” Ms Bondar said. “They put the sleeve in backwards.” It was. Somebody had put it in backwards nine years before, in another port, and it had never fished properly since.',
    ),
    pull('The quick ones pull.', 'Brigid Coyle'),
    p(
      'Mr Teeling is slow and will always be slow. He was a loss adjuster for 30 years, he says, and it is a pleasure to be on the other side of a hole. He has drawn up the loft’s first price list. It turned out that since the price of twine had last been looked at Mrs Coyle had been mending cod-ends for about two euro less than the twine in them.',
    ),
    p(
      'Not everything has gone well. Mr Alade put a needle through his hand in the second week and was off for ten days. The training fund pays in arrears, and in one month it did not pay at all, until Mrs Coyle sat down in the reception at the Assembly House and began to mend something large.',
    ),
    p(
      'There is also the question of what happens at the end of it. Eleven boats land at Coal Quay now, and on a fair count they make work for two and a half menders. Mrs Coyle knows this. So does the co-operative, whose manager, Sorcha Breen, has been round the ports up and down the coast with a price list, and has come back with promises of work from three and an order from one. It was for a football goal. They did it in an afternoon and sent it back with the corners doubled, and the club, which was [Rovers](/rovers-keeper-night-nurse), has since asked about the other one.',
    ),
    h2('Jude'),
    p(
      'Jude Amery is a nephew of the boy who was lost on the _Girl Annie_, and his family did not want him on boats. This is not boats, he says, it is upstairs. He is the one who whistles. I asked Mrs Coyle how good he was and she took me down the loft to a trawl that had been finished the day before and asked me to find the mend. I looked for a good while. I found one, in the end, and showed her.',
    ),
    p('“That’s mine,” she said.'),
    p(
      'The 14 women’s needles are still in a rack by the stairs with their initials burned in them. They are bone, and dark from hands, and nobody uses them now that there are plastic ones. At the end of the first year the four will be let take one each. Mr Teeling has been seen trying them for size.',
    ),
    related('fish-market-last-auctioneer'),
  ],
}
