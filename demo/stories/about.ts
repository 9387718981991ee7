import type { DemoStory } from '../demo-types.ts'
import { bullets, h2, p, table } from './write.ts'

export const story: DemoStory = {
  slug: 'about',
  kind: 'page',
  headline: 'About the Lantern',
  standfirst: 'Six reporters, two photographers, one illustrator, a kettle, and the people who own us.',
  language: 'en',
  authors: [],
  topics: [],
  picture: 'lantern-office',
  pictureCaption:
    'The Lantern’s office in Ropewalk Lane, at twenty to six on the day the printed paper goes out.',
  daysAgo: 140,
  hour: '09:00',
  blocks: [
    p(
      'The Wrenmouth Lantern reports on a town of 31,400 people, its harbour, the estuary it stands on and the island you can see from it. It has done so since 2016, the year in which the paper before it was closed by owners who had never been here. Nine of those who had worked on it, or read it, met in the back room of a chandler’s on Coal Quay, and put €50 each on the table.',
    ),
    h2('Who owns it'),
    p(
      'Its readers. The Lantern is published by the Wrenmouth Lantern Society, a co-operative. Anyone who lives in the town, or has, may hold a share. Everyone who holds one has one vote, whatever they put in, and nobody may hold a second. The owners elect seven trustees, who hire the editor and approve the budget. The trustees may not read a story before it is published or ask for one not to be. They have put that in writing.',
    ),
    h2('How it is paid for'),
    p(
      'By members, who pay because they want the paper to exist, including for people who do not pay. There is no wall around any story. We take notices of births, deaths and lost cats. Once a week we print what will fit on sixteen pages, and it goes round by bicycle; that pays for itself and for the bicycle. We do not take advertisements from anyone we are likely to have to write about, which in a place this size is nearly everyone.',
    ),
    h2('How we work'),
    bullets(
      'We say where we got it. If we cannot name somebody we say why, and the editor knows who it is.',
      'Anyone we criticise is asked first, with time to answer, and the answer goes in.',
      'We live here. If a reporter has an interest in a story it is declared in the story. You will find a good many allotments.',
      'Nobody pays to be in the paper, and nobody pays to be left out.',
      'We get things wrong. [How we put them right](/how-we-correct) has a page of its own.',
    ),
    h2('Who we are'),
    table('The newsroom', [
      ['Name', 'Covers'],
      ['[Maeve Carrigan](/authors/maeve-carrigan)', 'Editor'],
      ['[Tomas Vell](/authors/tomas-vell)', 'The town hall'],
      ['[Ines Okafor-Lund](/authors/ines-okafor-lund)', 'Environment, the estuary, farms'],
      ['[Daniel Prouse](/authors/daniel-prouse)', 'The harbour and business'],
      ['[Salma Haddad](/authors/salma-haddad)', 'Northfield and schools, in English and Arabic'],
      ['[Wilf Arden](/authors/wilf-arden)', 'Culture and sport'],
    ]),
    p(
      'Pictures are by Petra Quill and Jonas Weir, and the drawings are by Ada Sorrel. Some photographs come from the Holm Picture Agency, which is one man and a boat.',
    ),
    h2('Where to find us'),
    p(
      'At 1 Ropewalk Lane, the narrow house on the corner with a ship’s lantern over the door. The door sticks; push low. The cat is not ours. On weekdays there is somebody in from eight until six. You can write to [newsroom@wrenmouth-lantern.example](mailto:newsroom@wrenmouth-lantern.example), or, if it is something you would rather not put in an e-mail, come up the stairs and ask for the editor.',
    ),
  ],
}
