import type { DemoStory } from '../demo-types.ts'
import { h2, p, photo, quote, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'planning-coal-quay-towers',
  kind: 'story',
  headline: 'Two towers on Coal Quay: what the plans actually say',
  standfirst: 'There are 1,316 pages, 196 flats and one drawing that everybody has seen. We read the rest.',
  language: 'en',
  authors: ['tomas-vell', 'daniel-prouse'],
  topics: ['town-hall', 'harbour'],
  picture: 'coal-quay-plans',
  daysAgo: 20,
  hour: '09:00',
  updatedAfterMinutes: 1215,
  corrections: [
    {
      text: 'This story said, in its headline and its second paragraph, that 39 of the flats would be let by the council at social rents. That was wrong. The plans say that 39 flats would be sold at 80 per cent of the market price, and none would be let by the council. We misread table 6 of the housing statement. The headline and the text have been changed, and we wrote to the 71 readers who had quoted the figure in objections to ask them to check what they had sent.',
      severity: 'major',
      placement: 'top',
      afterHours: 20,
    },
  ],
  blocks: [
    p(
      'The drawing is a good drawing. It shows Coal Quay in the evening from the water, with two pale buildings standing behind the fish market and people at tables in front of it, and in it the sun is setting in the north-east.',
    ),
    p(
      'The application by Oxbow Quay Ltd has 1,315 other pages. It asks for leave to build two towers, of 14 and 11 storeys, on the coal yard and the old weighbridge. They would hold 196 flats, 118 in the taller and 78 in the other. Thirty-nine would be sold at 80 per cent of the market price to people who have lived in the town for five years. None would be let by the council.',
    ),
    table('What is proposed, and what is there', [
      ['Building', 'Storeys', 'Height in metres'],
      ['East tower (proposed)', '14', '47.6'],
      ['West tower (proposed)', '11', '38.2'],
      ['Assembly House, to the top of the clock', '', '31.0'],
      ['Fish market, to the ridge', '', '12.4'],
      ['Highest other building on Coal Quay', '5', '17.1'],
    ]),
    h2('Shadow'),
    p(
      'Appendix H, the study of light, gives the shadow of the taller tower hour by hour on four days of the year. On the longest it does not reach the market. On the shortest it lies across the market’s glass roof from 9.50am until 2.15pm. The market is by then closed, which the study notes twice. The net loft, which is not closed, would lose direct light for most of a working day in five months of the twelve. It is dealt with in a footnote, under “ancillary storage”.',
    ),
    p(
      'Brigid Coyle, who [teaches four apprentices there](/net-loft-apprentices), had not seen the footnote. She asked for the page number and wrote it on her hand. “You mend by eye,” she said. “I’ve done it under a lamp. You miss every fifth one.”',
    ),
    photo('net-loft', {
      caption: 'The net loft. In the study of light it appears as “ancillary storage”.',
    }),
    h2('Cars, water and money'),
    p(
      'There are 74 parking places for 196 flats. The traffic statement reckons on 0.4 cars a household, a figure taken from a development beside a railway station. Wrenmouth has not had a railway station for two generations. On the other hand the statement also counts 61 places in the public car park that are empty on a usual night, which agrees with the council’s own count.',
    ),
    p(
      'The ground floors are raised 2.1 metres above the quay. In Storm Una the water on Coal Quay stood at 0.9. The flood chapter is the best thing in the application, by an engineer who had plainly been there on the night, and the council’s own engineer, Padraig Shaw, has asked to borrow it.',
    ),
    p(
      'Oxbow would pay the council €1.47 million towards roads and schools, in three parts, the last when the 150th flat is sold. It also offers to repave the quay from the market to the ferry slip and to keep it open to the public, “subject to reasonable management”, for ever. What reasonable management is, the plans do not say. Fishing boats have landed on that quay since before it was paved.',
    ),
    quote(
      [
        'Everybody tells me the town needs homes and everybody tells me not there. I’d like to be shown there. We looked at nine sites. This is the one that’s flat, empty and not under water.',
        'If the answer is eleven storeys and nine, come and talk to us. If the answer is that it should look like the drawing of a fishing village, I’d ask who’s paying.',
      ],
      'Rosalind Keogh, director of Oxbow Quay Ltd',
    ),
    p(
      'There is something in it. The council’s housing list has 612 households on it. In the last three years 88 homes have been finished in the whole town, 40 of them at Northfield.',
    ),
    p(
      'So far there have been 143 objections and 22 letters in support. Nine of the letters are from people waiting for a home, and two are from people who will be able to sell Oxbow a strip of land. The sailing club objects to the wind. The pilots’ association has written to say only that the leading lights for the channel stand in line with the seventh floor of the west tower, and could somebody please telephone.',
    ),
    p(
      'The architect, reached about the sun, was very nice. She said it was the model’s default and that she would have a word with it.',
    ),
    p(
      '_Comments may be sent to the planning office for another 16 days. The committee will take it in eight weeks at the earliest._',
    ),
    related('carding-mill-inquiry'),
  ],
}
