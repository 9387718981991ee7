import type { DemoStory } from '../demo-types.ts'
import { facts, h2, p, pull, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'saltings-tide-gauge',
  kind: 'story',
  headline: 'The Saltings are drowning more slowly than anyone feared',
  standfirst:
    'Twelve years of readings from a gauge on an old sewage outfall show the marsh gaining on the sea in places. The man who reads it would like you not to get carried away.',
  language: 'en',
  authors: ['ines-okafor-lund'],
  topics: ['land-and-water'],
  picture: 'saltings-gauge',
  daysAgo: 1,
  hour: '07:15',
  blocks: [
    p(
      'Norris Tadd’s instructions for reading the tide gauge begin with the boots. Tie them, because the mud takes the loose ones. Go out on the ebb, so as to be there at low water, along the line of old outfall posts, and count the posts. There are 31. If you have counted 31 and there is no gauge in front of you, stand still and think.',
    ),
    p(
      'He is 77 and was a harbour pilot for most of his life. For the past twelve years, with a rota of seven others, he has walked out over the Saltings every fourteen days to fetch the readings, check the float against the painted board and push a steel rod into the marsh at 24 marked places and note how far it goes. They have missed five visits in 313. Two of the five were weddings.',
    ),
    p(
      'This week the Estuary Field Station published what the numbers say. At the gauge, mean sea level has risen by 5.3 millimetres a year. Over the same time the surface of the marsh, fed by silt the river brings down, has risen by 4.1. The marsh is losing, by 1.2 millimetres a year.',
    ),
    p(
      'The figure everyone has used until now, in the flood plan and in every planning application on the north shore, is 3.4. It came from a model, and the model took its silt from a different river.',
    ),
    table('Millimetres a year at the Saltings', [
      ['', 'Model, as used in the flood plan', 'Measured over twelve years'],
      ['Rise of the sea', '5.1', '5.3'],
      ['Rise of the marsh', '1.7', '4.1'],
      ['**Difference**', '**3.4**', '**1.2**'],
    ]),
    h2('What it buys'),
    p(
      'Ailbhe Sarsfield, who runs the field station and wrote the paper with two students, puts it this way: under the old figure half of the marsh would be open mud within about 30 years. Under the new one it is nearer 80. The Saltings take the top off the waves that reach Shore Road, so the difference matters to 410 houses.',
    ),
    p(
      '“It’s good news with a date on it,” Dr Sarsfield said. “Eighty years isn’t never. And the average hides a lot. Near the creek mouths the marsh is actually gaining. On the seaward edge it’s going back by most of a metre a year, and no amount of silt helps you there because there’s nothing left for it to settle on.”',
    ),
    pull('It’s good news with a date on it.', 'Ailbhe Sarsfield, Estuary Field Station'),
    p(
      'She is also cautious about the silt. Some of it comes from ploughed fields upstream. If farmers on the Arle do what they are being paid to do and keep their soil, the river will run clearer, [which the eels like](/eel-return-arle), and the marsh will get less to eat.',
    ),
    p(
      'Storm Una shows in the record as a step. At 14 of the 24 places the rod found between six and nine millimetres of new mud on the first visit after it, two years’ worth in a night. At three places on the outer edge there was no longer anywhere to push the rod.',
    ),
    h2('The flood plan'),
    p(
      'The council’s engineer, Padraig Shaw, said the plan would be revised “in the ordinary cycle”, which means the year after next, and that he would not be taking anything out of it. The wall at Shore Road was designed for the old number. “I’ve never been sorry to have built a thing too high.”',
    ),
    p(
      'Mr Tadd has read the paper twice. His name is in it, eighth of ten. He wishes to make clear that the gauge is a painted board and a length of drainpipe with a float in it, that it cost €187, and that there is a heron which considers it hers.',
    ),
    p(
      'Would he say the marsh was safe? He looked at it for a while. “I’d say it’s there,” he said. “I was out this morning.”',
    ),
    facts('How the marsh is measured', [
      '**The gauge** records the height of the water every six minutes and is levelled once a year against a brass bolt in the wall of the pumping station.',
      '**The rods:** a plate was buried at 24 places at the start. The depth of mud above each plate is what has settled since.',
      '**The readings** are kept by the field station and anyone may ask for them.',
    ]),
    related('eel-return-arle'),
  ],
}
