import type { DemoStory } from '../demo-types.ts'
import { facts, h2, p, quote, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'bus-22-cut-northfield',
  kind: 'story',
  headline: 'Northfield loses its evening bus',
  standfirst:
    'From next week the last 22 up the hill leaves Coal Quay at 7.10pm. The council says 61 passengers a night are too few. We rode it to see who they were.',
  language: 'en',
  authors: ['tomas-vell', 'salma-haddad'],
  topics: ['town-hall', 'schools'],
  picture: 'bus-22',
  pictureCaption: 'A late 22 climbs to Northfield. After this week the last one leaves Coal Quay at 7.10pm.',
  daysAgo: 4,
  hour: '06:30',
  blocks: [
    p(
      'The 10.10pm from Coal Quay on the night we took it carried 19 people and a cello. Four were cleaners from the Assembly House. Three had been at the language class in the Pilots’ Room, two were nurses going the other way to most nurses, and one was a boy of about 15 who had stayed on at football training because, he said, there was a bus. The cello belonged to a woman who asked us not to say where she had been, as she was meant to be at home practising.',
    ),
    p(
      'That bus will not run after this week. Nor will the 8.10 or the 9.10. The last 22 to Northfield will leave at 7.10pm, and anyone who misses it has a walk of 3.2 kilometres with a climb of 94 metres, or a taxi at about €11.',
    ),
    p(
      'The transport committee agreed the change by five votes to two. The council pays Arle Valley Buses €96,000 a year for the three evening journeys. Between them they carry 61 passengers a night, or so the ticket machines say, which comes to a subsidy of €4.31 for each.',
    ),
    table('Route 22, Coal Quay to Northfield, evening journeys', [
      ['Departure', 'Passengers a night', 'After this week'],
      ['7.10pm', '44', 'runs'],
      ['8.10pm', '27', 'withdrawn'],
      ['9.10pm', '15', 'withdrawn'],
      ['10.10pm', '19', 'withdrawn'],
    ]),
    h2('The count'),
    p(
      'The figure is disputed. Ticket machines record fares, and a good share of those on the late buses show a pass, which the drivers wave through. Patience Osei, who represents Northfield and voted against, stood at the stop in Foundry Road for five evenings with her sister and a notebook. They counted an average of 83.',
    ),
    p(
      'Ewan Stroud, who chairs the committee, did not dismiss that. “I’d believe Patience’s notebook before the machine,” he said. “At 83 it’s €3.17 a head. It’s still the dearest bus we have, and the morning one’s full to the doors. If I had the money for both I’d run both.” The €96,000 will pay for a second vehicle at 7.35am and 8.05am, when passengers have been left behind on three mornings out of five.',
    ),
    p(
      'Jarlath Nunan, operations manager at Arle Valley Buses, said the firm had offered to keep the 9.10 alone for €38,000. The committee did not discuss it. Mr Stroud said the offer had arrived at 4.40pm on the day of the meeting; Mr Nunan said it had arrived at 11.15 that morning, and sent the Lantern a copy. It is timed at 11.15.',
    ),
    quote(
      'My shift ends at half past eight. It has ended at half past eight for six years. Nobody asked me anything, and I clean the room they sit in.',
      'Ewa Madej, who works at the Assembly House',
    ),
    h2('Ten past seven'),
    p(
      'At the central library the [homework club](/northfield-homework-club) closes at half past seven, twenty minutes after what will now be the last bus. Of the 34 children who came last week, 26 live in Northfield. Its organiser, Rima Sabbagh, has asked the library whether the club could begin at half past three instead. The library opens at four.',
    ),
    p(
      'The new cinema, the evening classes and Arle General’s visiting hour, which ends at 8pm, are all on the wrong side of 7.10 as well. So is the ferry: anyone coming off the last boat from Holm at 10.20pm has had no bus since the timetable before last.',
    ),
    p(
      'A petition at the Northfield shop had 1,140 names on it yesterday evening. Under the council’s rules 1,000 are enough to have a decision brought back to the full council, though not to have it put off while that happens. It would be heard in five weeks at the earliest.',
    ),
    p(
      'The driver of the 10.10, who has had the route for fourteen years and did not want to be named in his last week on it, waited a minute at the top stop to see that the boy’s door opened. Then he switched off the lights inside, turned in the road and went down empty.',
    ),
    facts('What changes', [
      '**Withdrawn:** the 8.10pm, 9.10pm and 10.10pm from Coal Quay and the buses back at 8.35pm, 9.35pm and 10.35pm.',
      '**Added:** second vehicles from Northfield at 7.35am and 8.05am, school days and weekdays.',
      '**Unchanged:** all journeys up to and including the 7.10pm.',
    ]),
    related('northfield-homework-club'),
  ],
}
