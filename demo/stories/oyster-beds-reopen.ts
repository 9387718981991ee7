import type { DemoStory } from '../demo-types.ts'
import { h2, p, quote, related } from './write.ts'

export const story: DemoStory = {
  slug: 'oyster-beds-reopen',
  kind: 'story',
  headline: 'Oyster beds off the Saltings reopen after five years',
  standfirst:
    'The first sacks came ashore at low water yesterday. Two of the seven families who worked the beds have come back to them.',
  language: 'en',
  authors: ['daniel-prouse'],
  topics: ['harbour', 'land-and-water'],
  picture: 'oyster-beds',
  daysAgo: 78,
  hour: '13:10',
  blocks: [
    p(
      'The form that closed the oyster beds was one page long and the form that opened them is 46. Renata Voss had it in a plastic wallet inside her coat, in case anyone came across the mud and asked. Nobody did. At 10.40am yesterday she cut the tie on a sack, tipped it out on the trestle, knocked two shells together beside her ear, and said that they were shut.',
    ),
    p(
      'That is what one wants of an oyster. These were put down as seed 31 months ago, when there was no permission to sell them and no promise of it. She has since turned every sack by hand on every second spring tide.',
    ),
    p(
      'The beds, 14 hectares on the seaward side of the Saltings, were closed five years ago when tests found sewage bacteria at fourteen times the limit. It took the water company two years to find where it came from, a cracked main under Strand Terrace, and one to mend it. The other two were paperwork. The last 24 monthly tests have been clean.',
    ),
    p(
      'It was to have been last week. Then came Storm Una, and the beds were shut for five days, as they must be now whenever more than 30 millimetres of rain falls in a day. When Ms Voss got out to them on the sixth, 164 of her 1,800 sacks had gone. She found 70 in the marsh, some of them up a hawthorn.',
    ),
    h2('Seven, then two'),
    p(
      'Seven families worked here before. One sold its tractor. One went into mussels further down the coast, two are on the boats, and old Christy Malone, whose trestles were the nearest the shore, died in the third year of the closure, still paying his licence. His son comes down to look but does not think that he will take it up.',
    ),
    p(
      'That leaves Ms Voss, who worked for Mr Malone and has bought his trestles, and the brothers Gus and Ferdia Rourke. The Rourkes hope to land 9 tonnes in a year and Ms Voss 11. Before the closure the beds gave 140.',
    ),
    quote(
      'People say you must be delighted. I’m five years older and I owe €86,000. I’ll be delighted in about three years, on a Tuesday, if it’s dry.',
      'Renata Voss',
    ),
    p(
      'They sell at €6.20 a kilo at the gate, which is a little above what was paid five years ago and, she points out, a little below what it costs. The first pallet went to an exporter. The second is for Coal Quay. Oysters have never been sold at the fish market, where Con Devereux holds that anything bought by the dozen belongs in an egg box, but he has agreed to give them a corner and to call them after the prawns.',
    ),
    p(
      'The company will test the outfall every week rather than every month for a year. Its area manager, Tim Brophy, came out in new waders to say so, and apologised to each of the three of them by name. He was handed an oyster. He had not had one before. It could be seen that he knew it would have to be swallowed, and he did it, and stood for a moment looking out to sea.',
    ),
    p('“Well?” said Gus Rourke.'),
    p('“It’s very fresh,” said Mr Brophy.'),
    related('saltings-tide-gauge'),
  ],
}
