import type { DemoStory } from '../demo-types.ts'
import { bullets, h2, p, related, warning } from './write.ts'

export const story: DemoStory = {
  slug: 'st-brannocs-roof',
  kind: 'story',
  headline: 'St Brannoc’s moves 212 pupils out after roof inspection',
  standfirst:
    'Nine classrooms are closed and two other buildings are in use from this morning. The school says it cannot give a date for going back.',
  language: 'en',
  authors: ['salma-haddad'],
  topics: ['schools'],
  picture: 'school-roof',
  daysAgo: 1,
  hour: '16:20',
  blocks: [
    p(
      'The surveyor came about a gutter. He had been asked to price a repair at the back of the east block of St Brannoc’s, where water has been getting in above the coat pegs since Storm Una, and he put his head through a ceiling hatch to see where it was coming from. Then he asked whether anyone was in the rooms below.',
    ),
    p(
      'A concrete beam over the second-floor corridor had dropped by 38 millimetres at its middle. The limit in the building’s own file is 20. By noon the nine classrooms under that part of the roof had been emptied, and 212 of the school’s 486 pupils went home with a letter.',
    ),
    p('From this morning they are taught elsewhere:'),
    bullets(
      '118 pupils, in five classes, at the Northfield community centre;',
      '94 pupils, in four classes, at the Assembly House, nine minutes’ walk away, in the Pilots’ Room, the members’ library and two committee rooms.',
    ),
    p(
      'The remaining 274 stay in the west block and the hall, which are of a different age and which the surveyor has passed.',
    ),
    h2('“I’d rather be shouted at about buses”'),
    p(
      'Grainne Malley, the principal, spent last evening telephoning. “I’d rather be shouted at about buses than the other thing,” she said. “And I was, in fairness, shouted at about buses.”',
    ),
    p(
      'The smaller group walked, in a line, with Ms Malley at the front of it. For the others two coaches leave the school gate at 8.40am and return at 2.35pm. Parents on Shore Road asked why their children should go up the hill to Northfield by way of a gate they live nowhere near. Ms Malley said a second pick-up at the Arle Bridge would be tried from next week. Lunches will be sent out from the [Foundry Road kitchen](/school-meals-kitchen), which had two hours’ notice of it and asked only for the numbers.',
    ),
    p(
      'The beams were cast off site and put up in the year the school was extended, when the town was growing by a street a month. There are 22 of them in the east block, under the slates, and a stretch of slates the width of a classroom has been taken off so that they can be seen. Ten have been looked at and two more have dropped, by 9 and 14 millimetres, which is inside the limit. The rest will be examined this week, and props will be put under the worst one before anything else is done.',
    ),
    p(
      'What it will cost is not known. The council owns the building and its engineer, Padraig Shaw, said a new roof for the block was priced at €1.1 million three years ago, for another reason, and put off. “It was on a list. It was number six on the list,” he said. “I’ve brought the list with me because I knew you’d ask.” The five above it were a bridge bearing, two boilers, the flood gates and the swimming pool.',
    ),
    p(
      'Declan Foyle has two children in the east block and is a roofer. He stood at the gate this morning with the letter folded in his top pocket. “They did the right thing and they did it the same day. I’ll say that first,” he said. “Then I’d like to know who was up there last, and when, and what they wrote down.”',
    ),
    p(
      'The school’s records show an inspection of the roof every five years. The last was four years and two months ago. The report is three lines long, and Ms Malley read it out: “Roof generally sound. Some ponding. Gutters to be cleared.”',
    ),
    warning('For parents', [
      'Children in the east block classes should come to the school gate as usual by 8.30am unless their teacher has told you otherwise. The after-school club is cancelled until further notice. Questions: the school office, or the notice on the gate, which is changed each day at 4pm.',
    ]),
    related('school-meals-kitchen'),
  ],
}
