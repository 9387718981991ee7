import type { DemoStory } from '../demo-types.ts'
import { facts, h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'apprentice-teachers',
  kind: 'story',
  headline: 'Nobody applied. So the town began to train its own teachers',
  standfirst:
    'Two years ago St Brannoc’s advertised four posts and had one answer, from a man who thought it was in another town. It now has nine apprentices.',
  language: 'en',
  authors: ['salma-haddad'],
  topics: ['schools'],
  picture: 'apprentice-teachers',
  daysAgo: 66,
  hour: '08:30',
  blocks: [
    p(
      'Third class wanted to know who switches off the moon. Ciara Vaughan, who had a piece of chalk in her hand and 26 children in front of her, was four minutes from the end of a lesson on tides that she had been up until one preparing. It was not in the lesson. Behind the last row, on a chair made for an eight-year-old, Mrs Eileen Dolan wrote something on a pad.',
    ),
    p(
      '“Who thinks somebody does?” said Miss Vaughan. Fourteen hands went up. “And who’s seen it in the daytime?” Nine of the fourteen stayed. There was a pause in which you could hear it begin to go round the room. She drew a second circle and put down the chalk, and the bell went, and nobody moved.',
    ),
    p('Mrs Dolan’s note, which I was allowed to see, said: _Didn’t answer. Good._'),
    h2('One answer'),
    p(
      'Miss Vaughan is 24. Two years ago she was working on the deli counter of the supermarket on Mill Street. Grainne Malley, principal of St Brannoc’s, had advertised that year for four teachers and had a single reply. She was buying ham. She watched the young woman behind the counter explain to a boy in front of her, for the third time and as though it were the first, why a quarter of a kilo was more than 200 grams. She asked her whether she had ever thought of it.',
    ),
    p(
      'There was, it turned out, no rule against it. You may not be a teacher without a degree, but nobody had said that you might not be something else while you were getting one. The training college agreed to teach by video two evenings a week and for a fortnight each term. The council found wages. Four of the town’s schools took part the first year, with five apprentices, and six do now, with nine: two former classroom assistants, a fishmonger’s daughter, a bus driver, a joiner, a soldier, two who came straight from school, and Miss Vaughan.',
    ),
    p(
      'They are paid €24,600 a year. For four days a week they are in a classroom with somebody who has been there a long time, and on the fifth they study. For the first two terms they do not teach alone. It takes four years.',
    ),
    pull(
      'I’ve had students who could write you ten pages on a child’s attention. I’d sooner one who noticed they’d lost it.',
      'Eileen Dolan',
    ),
    h2('What it costs'),
    p(
      'Mrs Dolan is 61 and had meant to retire. A mentor gets four hours a week off for it and €2,000, and she would like it known that it takes ten. She was against it at the start. She still thinks that the reading is thin and that the two evenings by video are worth about one.',
    ),
    p(
      'The teachers’ union shares that, and worries about something else: that a council with [less and less money](/topics/town-hall) may come to see nine apprentices as nine cheap teachers. Its local secretary, Fionn Garrick, counts the hours they are left alone. In the last term they came to 61 across all nine, against an agreed limit of 90. “I’m not saying it’s happening,” he said. “I’m saying I count.”',
    ),
    p(
      'Ms Malley thinks him right to. The scheme costs €318,000 a year, of which the state repays €140,000. She would rather have had four people answer an advertisement. “But they’re from here,” she said. “The ones who come from away are grand, and then they look at what a house costs and they go. Ciara’s mother’s across the road. I know exactly where to find her.”',
    ),
    p(
      'One has left. He was a good joiner, and could have been a good teacher. In his second term he found that he took the children home with him at night, as he put it, all 24, and that he did not know where to put them down. He is making the new benches for the yard.',
    ),
    p(
      'Dawit Haile drove the number 22 until the year before last. He is 38 and teaches, under supervision, the ten-year-olds, half of whom he used to carry to school. He finds that the voice works. “You don’t shout on a bus,” he said. “You say it once to the mirror, and wait.”',
    ),
    p(
      'On the morning after the lesson on tides a drawing had been left on Miss Vaughan’s desk. It was of the moon, in yellow. Out of one side came a long wire, which went all the way down the page and ended in a plug. She had pinned it up by the time Mrs Dolan came in. Under it she had written: _Where would you plug it in?_',
    ),
    facts('The scheme', [
      '**Apprentices:** nine, in six schools. **Mentors:** nine.',
      '**Length:** four years, ending in the usual degree.',
      '**Applications this year:** 64, for four places. They close in five weeks, at the office of any school.',
    ]),
    related('northfield-homework-club'),
  ],
}
