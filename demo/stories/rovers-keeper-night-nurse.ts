import type { DemoStory } from '../demo-types.ts'
import { facts, h2, p, pull, related } from './write.ts'

export const story: DemoStory = {
  slug: 'rovers-keeper-night-nurse',
  kind: 'story',
  headline: 'Kit Farrow keeps goal by day. By night it’s Ward 4',
  standfirst:
    'Rovers’ goalkeeper has nine clean sheets in 21 matches and three night shifts a week. He says the second is better training.',
  language: 'en',
  authors: ['wilf-arden'],
  topics: ['culture'],
  picture: 'rovers-keeper',
  pictureCaption: 'Kit Farrow at full stretch at Quarry Lane. The lit windows on the hill are Arle General.',
  daysAgo: 24,
  hour: '17:45',
  blocks: [
    p(
      'At 3.10 in the morning, ten hours before kick-off against Castlebray Athletic, the Wrenmouth Rovers goalkeeper was on his knees beside a bed on Ward 4 of Arle General, looking for a hearing aid. He found it in a slipper. Its owner, a Mr Joyce, had supported Rovers for 70 years and had been telling him since midnight what was wrong with his positioning at corners.',
    ),
    p(
      '“He’s not wrong,” Kit Farrow said. “I come too early. I’ve known it for years. It’s different when a man tells you and he’s eighty-four and you’re doing his blood pressure.”',
    ),
    p(
      'Farrow, who is 27, has been a nurse for five years and the Rovers’ keeper for four. In the third tier that is not so strange. The left back drives a van for the council and both centre halves are plasterers, from the same firm, who are believed not to speak in the week. What is strange is the nights. He works three of them in seven, 8pm to 8am, on a ward for the old and the newly operated on, and on the days after he has let in fewer goals than on the days when he has slept.',
    ),
    p(
      'I have this from the club’s statistician, Gráinne Foy, who is 16 and keeps figures that the club does not ask her for. In 21 league matches he has played eight within a day of a night shift and let in five goals. In the other 13 he has let in 17. She says the sample is small. She has said so to the manager, who has asked the hospital whether it could see its way to a rota.',
    ),
    h2('Standing about'),
    p(
      'His own explanation is that most of goalkeeping is standing about and so is most of a night on Ward 4. “You’ve twenty-eight people asleep. You walk up, you walk down. Nothing’s happening. And about twice a night something is, and you’ve a second or two where you have to be exactly as awake as you’d be at noon. Anyone can do the second or two. It’s the four hours before it that’s hard.”',
    ),
    pull('Anyone can do the second or two. It’s the four hours before it that’s hard.', 'Kit Farrow'),
    p(
      'He grew up in Northfield, in the last house before the field. His mother cleaned at the hospital and took him with her in the holidays. He was a decent keeper at fourteen, was taken by an academy two counties away at sixteen, and was let go at nineteen in a meeting that took, he says, less time than a goal kick. They were polite. There was a leaflet.',
    ),
    p(
      'He came home and did not play for a year. The matron of Ward 4, who had known him since he was six, and whom he will only call Sister, told him that he could mope or he could train, and that she had a form. He took it that she meant football. She meant nursing.',
    ),
    p(
      'She comes to home matches now and stands behind his goal in a coat. I asked her if he was a better keeper or a better nurse. Sister looked at me for long enough that I wrote down something else. “He’s gentle and he isn’t slow,” she said at last. “You don’t get the two together. I’ve had consultants that hadn’t the one.”',
    ),
    h2('Ten hours later'),
    p(
      'He was off at eight, asleep by nine and in the dressing room at a quarter past twelve with a boiled egg. It rained. There were 1,104 of us at Quarry Lane, of whom perhaps 30 had come with Castlebray on what was described to me as a coach. For 70 minutes he touched the ball nine times.',
    ),
    p(
      'In the 71st a cross came over that was neither one thing nor the other. I was looking at his feet, because of Mr Joyce. He took a step, and stopped, and stayed. The centre forward got his head to it from six metres with the whole of the left side to aim at, and Farrow went down and across and got three fingers to the ball, and it hit the post and came back and he fell on it. Nobody else had moved.',
    ),
    p(
      'It finished 1–0, by a header from one of the plasterers, from the other one’s cross. They shook hands.',
    ),
    p(
      'Farrow was on again at eight. I rang the ward the next morning, to check a spelling, and asked whether Mr Joyce had been told about the save. He had had it described to him, and had asked to have it described again more slowly. His view was that a keeper in the right position would not have had to dive.',
    ),
    facts('Kit Farrow', [
      '**Age:** 27. **Height:** 1.87 metres.',
      '**This season:** 21 league matches, nine clean sheets, 22 goals let in.',
      '**Rovers** are fourth in the third tier, two points behind Dunmoyle United, whom they play away in four weeks.',
    ]),
    related('bus-22-cut-northfield'),
  ],
}
