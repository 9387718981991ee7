import type { DemoStory } from '../demo-types.ts'
import { bullets, h2, numbered, p } from './write.ts'

export const story: DemoStory = {
  slug: 'how-we-correct',
  kind: 'page',
  headline: 'How we correct mistakes',
  standfirst: 'In the open, with a date, in the place where the mistake was.',
  language: 'en',
  authors: [],
  topics: [],
  picture: null,
  daysAgo: 140,
  hour: '09:05',
  blocks: [
    p(
      'If something in the Lantern is wrong we want to know, and we would rather hear it from you than work it out. Write to [corrections@wrenmouth-lantern.example](mailto:corrections@wrenmouth-lantern.example), or stop one of us in the street, which is what most people do.',
    ),
    h2('What happens then'),
    numbered(
      'Somebody who did not write the story checks it. You get an answer within one working day, even if the answer is that we are still looking.',
      'If we were wrong we change the story and say so in it: what it said, what is so, and when we changed it.',
      'The correction goes on the [corrections page](/corrections) too, and stays there.',
    ),
    h2('Where the notice stands'),
    p(
      'If the mistake could have led you to believe something untrue that matters, about a person, a sum of money or a decision, the notice stands at the top, above the first paragraph. If it is a spelling, a distance or somebody’s age, it stands at the end. We decide which, and if you were the one it was about and you disagree, you may ask the editor to look again.',
    ),
    h2('What we do not do'),
    bullets(
      'We do not change a story quietly. Mending a comma or a broken link needs no notice. Anything that alters what a sentence says does.',
      'We do not take a story down because it has become awkward. If one must go, for a legal reason or because it should never have been published, its address stays, and says that it has gone and why.',
      'We do not treat new facts as corrections. A story that was right when it was published and has since moved on is marked as updated.',
    ),
    h2('If you are not satisfied'),
    p(
      'The trustees appoint an ombudsman, who is not on the staff and may not be a friend of the editor’s. At present it is Canon Hilda Marrow, whose last three rulings went against us. Her letters are printed in full. You can reach her at [ombudsman@wrenmouth-lantern.example](mailto:ombudsman@wrenmouth-lantern.example).',
    ),
    p(
      'What we get wrong most often is names. We are sorry in particular to the Rourke brothers, whom we have now called the O’Rourkes three times.',
    ),
  ],
}
