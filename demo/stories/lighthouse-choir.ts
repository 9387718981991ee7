import type { DemoStory } from '../demo-types.ts'
import { h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'lighthouse-choir',
  kind: 'story',
  headline: 'Twenty-three singers, 126 steps',
  standfirst:
    'The choir that rehearses in Holm Light never stands in one place, cannot see its conductor and has to stop every nine minutes for the fog signal test.',
  language: 'en',
  authors: ['wilf-arden'],
  topics: ['culture', 'harbour'],
  picture: 'holm-light',
  daysAgo: 11,
  hour: '10:00',
  blocks: [
    p(
      'The basses go in first because they stand at the bottom, and the basses are also the ones with the knees. Then the tenors, to the second window. The altos take the long curve above that and the sopranos, who are younger on the whole and do not complain, climb to within eight steps of the lamp. Margit Sorley shuts the door, so that there is no wind. Then she goes and stands in the middle of the floor, where nobody above the tenors can see her, and hums an A.',
    ),
    p(
      'You wait for it to come back. It takes a little over four seconds. It goes up past 23 people on 126 steps, one singer to every five or so, reaches the iron floor of the lamp room and returns with, as Mrs Sorley puts it, its coat on.',
    ),
    p(
      'I should say that I cannot sing and had come to be told about acoustics. What I can report is that I was put at step 60 with the second altos, that the sound arrived from both ends, and that for some minutes I forgot I was getting the 9.55 boat.',
    ),
    h2('Because of a leak'),
    p(
      'They used to meet in the island’s school. Four years ago the roof there began to let in water over the piano, and the keeper of the light, which has had no keeper’s work in it since it was made automatic but does still have a Stan Budge, who winds the clock and lets in the painters, said they could have the tower on the evenings when nothing was being painted.',
    ),
    p(
      'It was meant to be for a month. The first rehearsal was dreadful. At four seconds every chord runs over the one before it, and anything quick turns to soup. Mrs Sorley, who taught infants for 35 years and knows how to drop a plan, went home and threw out two-thirds of the music.',
    ),
    p(
      'What they sing now is slow and has gaps in it. Some is very old. Some of it she has written herself for the building, on squared paper, with the steps numbered down the side in place of bars. There is one piece called _Six, Thirty, Sixty_ in which each note is given by a different step and no two people ever sing at the same time, and still there are chords, because the tower is holding on to them.',
    ),
    p(
      'Mr Budge does not sing. He sits on an upturned paint drum by the door, in case somebody faints, which has happened once, to a visiting canon. He has heard more rehearsals than anyone living, and I asked him which was the best. He said the first time they did the slow one after the school closed for the holidays, when three of the sopranos were away, and it had a hole in it, and nobody minded the hole.',
    ),
    p(
      'Before they sing he goes up to the top and comes down again, touching each of the steps that has somebody’s pencil standing on it. It is to see that the pencils are there, he says. One rolled, four years ago, from step 98. You can hear it on the recording all the way to the bottom.',
    ),
    pull('You don’t sing to the person next to you. You sing to yourself four seconds ago.', 'Margit Sorley'),
    p(
      'Nineteen of the choir live on Holm, which has 312 people, so one islander in sixteen is on those stairs. The other four come over from Wrenmouth by the 5.10pm and walk the mile and a half out to the light, with lamps after dark, because the path has a drop on the seaward side and no fence. In the first week of each season everybody meets at the slip and walks out together.',
    ),
    h2('The interruption'),
    p(
      'The fog signal is electric and is tested from a control room in another county. While the technicians are adjusting it, which they have been since Storm Una, it sounds for three seconds every nine minutes. It is a low E flat. There is no way to turn it off from the tower and no point in singing against it.',
    ),
    p(
      'So they have put it in. Mrs Sorley times each piece backwards from the horn. On the evening I was there they began a psalm at four minutes past seven and ended it at ten and a half minutes past on an open fifth, E flat and B flat, and there was a pause, and then from outside, under everything, came the E flat.',
    ),
    p(
      'Nobody laughed, though Rory Quillan, bass, who has cattle, told me afterwards that the first time it worked they had laughed so much that two of them had to sit down on the stairs, and that sitting down on those stairs is not something you do quickly.',
    ),
    p(
      'There will be one concert, in five weeks. The audience is limited to 40 and stands on the rocks outside. It is free, there is a rug if you ask, and the door will be open. The choir would like it understood that there is nothing to see.',
    ),
    p(
      'The 5.10 boat will get you there. Whether there will be [a boat back at 9.55](/ferry-vote-holm-island) next year, and who will be running it, is for the council, and I was asked by most of the choir to put that in.',
    ),
    related('arle-bridge-at-90'),
  ],
}
