import type { DemoStory } from '../demo-types.ts'
import { h2, html, p, related } from './write.ts'

export const story: DemoStory = {
  slug: 'eel-return-arle',
  kind: 'story',
  headline: 'The eels are back above the weir',
  standfirst:
    'For nineteen years not one was counted upstream of the old mill race. This month there have been 1,164, and they got there up a doormat.',
  language: 'en',
  authors: ['ines-okafor-lund'],
  topics: ['land-and-water'],
  picture: 'eels-weir',
  daysAgo: 7,
  hour: '07:00',
  blocks: [
    p(
      'It is not exactly a doormat. It is a board 1.8 metres long, set at an angle beside the sluice and covered with tufts of stiff nylon, down which a garden hose lets a little water run. But the bristle came from a firm that makes doormats, and the first version, the one that proved the point, had the word WELCOME on it.',
    ),
    p(
      'Young eels come in from the sea as long as a finger and thin as a bootlace. They can cross wet grass. They cannot climb a concrete face two metres high, which is what the weir at the old mill race has presented to them since it was rebuilt after the great flood. From then until this year the anglers’ club, which nets the pool above it four times a season, found none.',
    ),
    p(
      'At night now they come up through the bristles, against the trickle, bending round each tuft. At the top they fall into a tank. Every morning somebody counts the tank and tips it into the pool above.',
    ),
    h2('Counting'),
    p(
      'The somebody is mostly Leila Marrack, a postwoman, who passes at twenty past five. She has a sieve, a white tray and a clicker. The first night there were three. “I thought they were bits of elastic,” she said. “I’m always finding bits of elastic. Then one of them turned round.”',
    ),
    html(
      [
        '<dl>',
        '<dt>First week</dt><dd>41 eels</dd>',
        '<dt>Second week</dt><dd>187 eels</dd>',
        '<dt>Third week</dt><dd>604 eels, of which 311 in one night of rain</dd>',
        '<dt>Fourth week</dt><dd>332 eels</dd>',
        '<dt>Together</dt><dd>1,164 eels</dd>',
        '</dl>',
      ].join(''),
      280,
    ),
    p(
      'The board, the hose and the tank cost €640, paid by the anglers from the raffle. They had asked the river authority for a proper pass first. A proper pass was designed, at a cost of €31,000 for the drawings, and would itself have come to €480,000. It is still on the authority’s programme. Rory Tobin, who manages that programme, was good-humoured about the doormat and only asked that it not be called a pass, since a pass has to be approved.',
    ),
    p('“What do I call it?” the club’s secretary, Vincent Hale, asked him. They settled on “the apparatus”.'),
    h2('Why now'),
    p(
      'A way over the weir does not explain why there are eels at the foot of it. Around the whole ocean fewer come in than one in ten of those that came fifty years ago, and nobody is sure why. Ailbhe Sarsfield of the Estuary Field Station thinks the Arle has had more than its share this year for a dull reason: after Storm Una a great deal of fresh water ran out for a long time, and young eels follow fresh water.',
    ),
    p(
      '“I’d love to say the river’s mended,” she said. “It’s cleaner than it was, the dye works is gone, the farms are better. But one good year is one good year. Ask me when there are old ones.”',
    ),
    p(
      'That will be a while. An eel may live above the weir for twenty years before it goes back down to the sea to breed, and going down there is another difficulty, a turbine at Carrow Bridge with a screen whose bars are 25 millimetres apart. A grown eel is thinner than that. The owner of the turbine has said she will fit a finer screen if somebody will clean it.',
    ),
    p(
      'There was one disagreement at the pool on the morning I went. An older member wanted to know whether, if they came back in numbers, they might be fished again; his grandmother had jellied them. There was a silence. It is against the law in any case. Ms Marrack was holding the tray, in which were 29 animals, each nearly transparent, with a dark thread down it and two dots for eyes. She looked at him over it until he said that he had only been asking.',
    ),
    p('She tipped them in. It takes about four seconds before you cannot see them any more.'),
    related('saltings-tide-gauge'),
  ],
}
