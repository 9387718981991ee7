import type { DemoStory } from '../demo-types.ts'
import { h2, p, related } from './write.ts'

export const story: DemoStory = {
  slug: 'peat-fire-watch',
  kind: 'story',
  headline: 'The volunteers who watch the peat',
  standfirst:
    'After nineteen days without rain two people sit in a hut on legs above the Arle and look at nothing, very carefully.',
  language: 'en',
  authors: ['ines-okafor-lund'],
  topics: ['land-and-water'],
  picture: 'peat-watch',
  daysAgo: 91,
  hour: '08:45',
  blocks: [
    p(
      '19.42. _Dust. Lorry on the quarry road._ 19.58. _Mist, Black Lough, usual._ 20.15. _Mist, still mist._ 20.31. _Two walkers with dog, no stove._ 20.33. _Dog is a sheep._',
    ),
    p(
      'The log of the peat watch is kept in a hardback notebook on a string. Whoever is on must write something at least every quarter of an hour, to show that they are awake. The volunteers sit in pairs, from four in the afternoon until eleven, in a wooden hut on four legs at 310 metres above the sea. It was put up by a forestry company to shoot deer from. It has a stove that they are not allowed to light.',
    ),
    p(
      'On the evening I joined them it was the turn of Aidan Furlong, a tax inspector, and Bronagh Kiely, who farms below. He had the binoculars. She does not need them. She looked across 2,600 hectares of brown moor with her eyes half closed, as one might look at a child who has gone quiet.',
    ),
    h2('What burns'),
    p(
      'Heather burns fast and is over by morning. What they are afraid of is underneath. The peat on the plateau is up to 4.3 metres deep and took something like 6,000 years to lie down. When it is wet it will not burn at all. When the water in it drops by 40 centimetres, as it had that week, it will take a spark and keep it, below ground, without a flame, for weeks, moving about a hand’s breadth in an hour, and come up somewhere else.',
    ),
    p(
      'The fire seven years ago was put out four times. It began at a picnic. It was out by the first evening, and the brigade went home; on the third day it was in two places, on the ninth in seven. It took 23 days, 340 hectares and a helicopter at €2,900 an hour. When they had finished there was a hole in the moor that you could have put the Assembly House in, and the drinking water of 4,100 people was the colour of tea.',
    ),
    p(
      'Ms Kiely lost 60 ewes. She began to go up in the evenings by herself, afterwards, and look. Her vet came with her, and his brother-in-law. There are 44 of them now, with a rota, a radio and eight beaters, which are strips of conveyor belt nailed to broom handles. In six years they have reported 31 smokes. Nineteen were something. The largest of the nineteen was a hectare and a half.',
    ),
    p(
      'They are not an obvious 44. There are four from the golf club, a dentist, two sisters who breed terriers, the whole of a book group, and a lad of seventeen who was, they are fairly sure, at the picnic. Nobody has asked him. He does every second Saturday and brings his own binoculars. New people are put with old ones for six evenings and are told the same thing first, which is that you do not look for smoke. You get to know what the place looks like, and wait for it to look different.',
    ),
    h2('Water'),
    p(
      'Nobody up there thinks that watching is the answer. The plateau was cut with drains two generations ago, some 90 kilometres of them, to make it fit for sheep, and it has been drying ever since. The river authority is paying for them to be blocked, with plugs of peat, by a man with a small digger and a steady hand. He has done 38 kilometres. In those parts, Mr Furlong showed me on a graph he keeps in his wallet, the water never fell lower than 22 centimetres in all those nineteen days.',
    ),
    p(
      'It is not popular with everyone. Blocking a drain makes wet ground, and wet ground rots feet. Ms Kiely has let them block those on her own hill, and keeps 40 fewer ewes, for which she is paid €7,100 a year under an agreement that runs for five. Her neighbour Hugh Dorr has not. He is on the peat watch too and has the best attendance of anyone. “I’ll give them my evenings,” he said when I rang him. “I’ve told them I won’t give them my ground until somebody will say what happens in year six.” She thinks that is fair. She has asked the same thing and is still waiting.',
    ),
    p(
      'At ten to nine there was a thread of something on the far ridge, west of the quarry. I would not have seen it. Mr Furlong had it in the glasses and was giving a bearing into the radio, quite calmly, with his pencil in his mouth. Ms Kiely had her arm out and was pointing along it as if it might be possible to hold it there.',
    ),
    p(
      'It was a hay trailer with a hot axle. The driver had pulled up and was pouring his tea on it. A van went out from the quarry all the same, with two beaters and a tank, and they stayed by the place for an hour and felt the ground with the backs of their hands.',
    ),
    p(
      '20.52. _Smoke, ridge, 284 degrees._ 21.20. _Trailer. Out._ 21.35. _Mist._ 21.50. _Stars. No rain in them._',
    ),
    related('allotment-water-meters'),
  ],
}
