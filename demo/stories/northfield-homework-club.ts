import type { DemoStory } from '../demo-types.ts'
import { h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'northfield-homework-club',
  kind: 'story',
  headline: 'Fractions, then biscuits: an evening at the homework club',
  standfirst:
    'Four evenings a week the reading room of the central library belongs to 34 children, 11 volunteers and whoever has left their coat on the radiator.',
  language: 'en',
  authors: ['salma-haddad'],
  topics: ['schools'],
  picture: 'homework-club',
  pictureCaption: 'The homework club at its long table in the reading room of the central library.',
  daysAgo: 5,
  hour: '08:00',
  blocks: [
    p(
      'The rule about biscuits is on the door in three languages. You do the hard thing first, then you take two. It was written by a girl called Joud when she was ten. She is 13 now, she comes to help with the smaller ones, and she has begun to think the rule should say one.',
    ),
    p(
      'The homework club meets in the reading room of the central library from four o’clock until half past seven, four evenings a week. It began three winters ago with five children and one table. Last week 34 came. Most live in Northfield. At home they speak Arabic, Ukrainian, Polish, Tigrinya or English, and at the long table under the window they speak a mixture in which the English word for “homework” has an Arabic plural.',
    ),
    p(
      'It was started by Rima Sabbagh, a civil engineer. In the city she comes from she designed drains. Here she checks drawings for a firm on Coal Quay until half past three, and then walks up Foundry Road with a bag of pencils.',
    ),
    p(
      '“People think we help the children with English,” she said. “Their English is fine. In six months their English is better than mine. What they don’t have is a table. You have four people in two rooms and a baby. Where do you put an atlas?”',
    ),
    pull('Their English is fine. What they don’t have is a table.', 'Rima Sabbagh, who started the club'),
    h2('The volunteers'),
    p(
      'There are 11 of them. One was a ship’s cook. One teaches physics at St Brannoc’s all day and comes here, he says, to be asked easier questions. Two are pupils in their last year, who need the hours for a certificate and stopped counting them some time ago.',
    ),
    p(
      'Con Devereux, [who has sold fish on Coal Quay for 44 years](/fish-market-last-auctioneer), does mental arithmetic. He stands at the end of the table and calls prices at them, so much a box, so many boxes, take off the ice, and they shout back. He is not gentle about it. The first evening he came, a boy of nine beat him to the answer on eleven boxes at €37.50, and Mr Devereux took off his cap to him. The boy, whose name is Idris, still tells people: four hundred and twelve euro fifty.',
    ),
    p(
      'On the evening I went, Sofiya, who is eight, had a page of fractions. She had done all of them except one and was looking at the one. Beside her a volunteer called Anton was reading his own book. I asked him, quietly, whether he should help. “She hasn’t asked,” he said. It took her nine minutes. Then she got up, took two biscuits and gave him one.',
    ),
    h2('Half past seven'),
    p(
      'The library lends the room and the heating. The club raises the rest, which last year was €2,870, nearly all of it for biscuits, paper and the insurance that the council asks for. The branch librarian, Odile Marsh, counts the children in at the door because the council counts visitors. On club evenings they are four in every ten.',
    ),
    p(
      'What worries Mrs Sabbagh is the way home. The council’s transport committee decides this week whether to keep the late buses on route 22. If the last one goes at ten past seven, the club will have to close at seven, or the children will have to walk up the hill in the dark along a road with a pavement on one side, and then on the other.',
    ),
    p(
      'She has written to the committee. The letter is a page long and has a drawing attached, to scale, of the road, with the two places marked where the pavement changes sides. “They will have seen the road,” she said. “But I don’t think they will have seen it drawn.”',
    ),
    p(
      'At 7.25 the chairs go up on the tables. Joud counts pencils. Somebody always asks what you get for four hundred and twelve euro fifty, and Mr Devereux always tells them: “Eleven boxes of whiting and the thanks of nobody.”',
    ),
    p('_This story is also published [in Arabic](/northfield-homework-club-ar)._'),
    related('bus-22-cut-northfield'),
  ],
}
