import type { DemoStory } from './demo-types.ts'
import { h2, p, quote } from './stories/write.ts'

/** A story that is still being written, and where it stands. */
export interface DemoDraft extends Omit<DemoStory, 'daysAgo' | 'hour' | 'kind'> {
  state: 'draft' | 'in-review' | 'ready' | 'scheduled'
  /** Names of staff. */
  writtenBy: string
  assignee: string | null
  /** Hours from now; a scheduled story goes out then. */
  dueInHours: number
}

/** What the desk has in hand on the day the demo moves in. */
export const drafts: DemoDraft[] = [
  {
    slug: 'coal-quay-towers-wind-survey',
    headline: 'The wind survey for Coal Quay was done on the three calmest days of the year',
    standfirst:
      'The developer’s consultants say that was chance. The fish market’s porters say anybody could have told them.',
    language: 'en',
    authors: ['tomas-vell'],
    topics: ['town-hall', 'harbour'],
    picture: 'coal-quay-plans',
    state: 'in-review',
    writtenBy: 'Tomas Vell',
    assignee: 'Ines Okafor-Lund',
    dueInHours: 5,
    blocks: [
      p(
        'The survey that says two towers on Coal Quay would make no difference to the wind on the fish market was carried out on the 3rd, the 4th and the 9th of June, according to an annex that the council published on Friday.',
      ),
      p(
        'The harbour office keeps a log. On those three days the wind at the pierhead stayed below four knots. On no other day this year has it done so.',
      ),
      quote(
        'If you want to know what the wind does here, come in February and hold a tray.',
        'Aoife Marsh, porter',
      ),
      p(
        'Arden and Poole, who did the survey, said that the days had been fixed in March, before any forecast, and that models and not measurements carry their conclusion.',
      ),
      h2('What the model leaves out'),
      p('The model takes the old ice house as it stands. The plans take it down.'),
    ],
  },
  {
    slug: 'library-sundays-yes',
    headline: 'The library will open on Sundays from January',
    standfirst:
      'Two staff, four hours, one year on trial. The vote was unanimous, and nobody can say why it took nine years.',
    language: 'en',
    authors: ['salma-haddad'],
    topics: ['town-hall', 'schools'],
    picture: 'library',
    state: 'scheduled',
    writtenBy: 'Salma Haddad',
    assignee: 'Salma Haddad',
    dueInHours: 14,
    blocks: [
      p(
        'The library in Chandler Street will open from noon to four on Sundays, beginning on the second Sunday of January. The council’s culture committee voted for a trial year on Thursday evening without a voice against.',
      ),
      p(
        'It will cost €61,400, of which €38,000 comes from what was put aside for a new sign. The old sign will be washed.',
      ),
    ],
  },
  {
    slug: 'tide-gauge-who-pays',
    headline: 'Who pays for the tide gauge now?',
    standfirst: 'The grant ends in March. The gauge has just begun to say something.',
    language: 'en',
    authors: ['ines-okafor-lund'],
    topics: ['land-and-water'],
    picture: 'saltings-gauge',
    state: 'ready',
    writtenBy: 'Ines Okafor-Lund',
    assignee: 'Maeve Carrigan',
    dueInHours: 26,
    blocks: [
      p(
        'The gauge that showed last week that the Saltings drown more slowly than anyone feared costs €9,200 a year to run. Its grant ends on the 31st of March.',
      ),
      p(
        'Neither the county nor the port company has put a line for it in next year’s budget. Each says that the other should.',
      ),
    ],
  },
  {
    slug: 'projection-booth-regal',
    headline: 'A night in the projection booth',
    standfirst: '',
    language: 'en',
    authors: ['wilf-arden'],
    topics: ['culture'],
    picture: null,
    state: 'draft',
    writtenBy: 'Wilf Arden',
    assignee: null,
    dueInHours: 96,
    blocks: [
      p(
        'The booth of the Regal has room for two people if one of them is thin. On Saturdays there are three, and a kettle.',
      ),
    ],
  },
]

/** A change of a published story that readers do not see yet: handed in to an editor, or scheduled by one. */
export interface DemoChange {
  slug: string
  standfirst: string
  writtenBy: string
  goesOut: { by: string; inHours: number; reason: string } | null
}

export const changes: DemoChange[] = [
  {
    slug: 'dredger-stuck',
    standfirst: 'Third grounding this year, same bank. The harbour office has since counted a fourth.',
    writtenBy: 'Daniel Prouse',
    goesOut: null,
  },
  {
    slug: 'oyster-beds-reopen',
    standfirst:
      'The first sacks came ashore at low water. Two of the seven families who worked the beds have come back to them, and a third has asked for its licence.',
    writtenBy: 'Daniel Prouse',
    goesOut: { by: 'Ines Okafor-Lund', inHours: 9, reason: 'Goes out with the morning’s market report.' },
  },
]

/** A brief that waits for its time. */
export const queuedBrief = {
  headline:
    'The first ferry from Holm Strand sails at 6.40am tomorrow, ten minutes earlier than in the timetable',
  by: 'Daniel Prouse',
  inHours: 11,
}
