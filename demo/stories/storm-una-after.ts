import type { DemoStory } from '../demo-types.ts'
import { h2, p, quote, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'storm-una-after',
  kind: 'story',
  headline: 'Six weeks after Storm Una, 57 homes are still empty',
  standfirst:
    'Some are waiting for a dehumidifier, some for a letter. Seventeen had no insurance. We went down Shore Road and knocked on every door.',
  language: 'en',
  authors: ['ines-okafor-lund', 'salma-haddad'],
  topics: ['land-and-water', 'town-hall'],
  picture: 'storm-una',
  pictureCaption: 'A householder reads a letter from her insurer, six weeks after Storm Una.',
  daysAgo: 41,
  hour: '07:30',
  blocks: [
    p(
      'At number 8 they have a kettle. It stands on a garden table in the hall, beside a tap, and anyone working in the road may use it. There is no floor in the front room, and through the joists you can see a bicycle that was not there before and does not belong to anyone. Kathleen and Rob Noone have been back every day since the water went down. They sleep at her sister’s.',
    ),
    p(
      'Storm Una put water into 143 homes, most of them on Shore Road and Strand Terrace, in about two and a half hours either side of a high tide at 3.20am. It stood 0.9 metres deep on Coal Quay and 1.1 at the bottom of Strand Terrace. Nobody died. Nine people were taken from upstairs windows by the sailing club, in the rescue boat and two dinghies.',
    ),
    p('By yesterday the people of 86 of those homes had gone back. We asked at all of the other 57.'),
    table('Who is still out, and why', [
      ['Waiting for', 'Homes'],
      ['An insurer’s decision, or its builder', '31'],
      ['Money, having no insurance', '17'],
      ['Walls to dry', '9'],
      ['**Together**', '**57**'],
    ]),
    h2('Thirty-one letters'),
    p(
      'The insurers came quickly, most people say, and looked, and were kind. What is slow is what happens after. Of the 31, twelve have been given a figure and are looking for a builder, of whom there are not enough. Seven have been given a figure they dispute. The other twelve have not heard.',
    ),
    p(
      'One of those is Declan Foyle, who is himself a roofer, and has put four of his neighbours’ houses to rights while waiting for a letter about his own. “I could do mine in a week,” he said. “If I touch it I’ve invalidated something. So I’m standing in other people’s kitchens, telling them it’s coming on lovely.”',
    ),
    p(
      'A spokesman for two of the companies concerned, which trade from one office, said that half of all claims had been paid within a month, and that they would look again at any which had not if we sent them the names. We asked people first. We have sent eleven.',
    ),
    h2('Seventeen without'),
    p(
      'It is easy to say that they ought to have had it. Twelve of the seventeen had asked and been refused, or been quoted more than €2,400 a year, because of the flood ten years ago. Three are tenants, and thought the landlord had it. One had let it lapse in the month his wife died. One, a cheerful man of 80, has never insured anything and does not mean to start.',
    ),
    quote(
      'I rang nine companies when we bought it. The last girl said, off the record, would you consider living somewhere else? I said, off the record, would you?',
      'Amal Darwish, Strand Terrace',
    ),
    p(
      'The mayor’s relief fund stood at €206,500 last night. It has paid €2,000 to each of 84 households, or €168,000, and has €38,500 left. The trustees must now choose between giving a little more to everybody and a good deal more to the seventeen. They meet this week. Their chair, the harbour master, Ingrid Vass, said that she could argue it either way, and had, in the bath.',
    ),
    p(
      'In the council’s engineer’s office there is a map with 143 pins in it. Padraig Shaw has been asked about a wall by most of them. The wall for Shore Road is designed and costs €5.2 million, of which the state will pay four-fifths when it reaches the top of the state’s list. It is seventh. He expects to start it in three years.',
    ),
    p(
      'Number 8 will be dry enough for a floor in about a fortnight. The man comes with a meter, Kathleen Noone says, and puts it to the wall like a doctor, and she has found herself holding her breath. Under the stairs there is a line on the plaster where the water stopped. Above it is another one, fainter, with a date pencilled beside it by whoever had the house before. She is keeping that bit of wall. She was looking for a pencil when we left.',
    ),
    p(
      '_If you are waiting and we did not find you, write to [Ines Okafor-Lund](/authors/ines-okafor-lund). We will go back in six weeks._',
    ),
    related('saltings-tide-gauge'),
  ],
}
