import type { DemoStory } from '../demo-types.ts'
import { bullets, code, facts, file, h2, note, p, quote, related, table } from './write.ts'

export const story: DemoStory = {
  slug: 'town-clerk-emails',
  kind: 'story',
  headline: 'What 1,204 of the town clerk’s e-mails show',
  standfirst:
    'A private offer for the ferry, a valuation that was not on file and 47 messages about gulls. We asked for nine months of correspondence, waited seven, and read all of it.',
  searchHeadline: 'Wrenmouth town clerk’s e-mails: ferry, Carding Mill, gulls',
  label: 'Investigation',
  language: 'en',
  authors: ['tomas-vell', 'maeve-carrigan'],
  topics: ['town-hall', 'harbour'],
  picture: 'clerk-emails',
  pictureCaption:
    'Illustration: 1,204 messages left or reached the town clerk’s office in the nine months we asked about.',
  daysAgo: 49,
  hour: '06:00',
  blocks: [
    p(
      'Fourteen minutes. That is how long it took Hester Pym, on an afternoon nearly two years ago, to answer an e-mail from a man she had never met. Piers Lanigan of Orrin Marine had asked if the council would be “receptive to a conversation” about the Holm Island ferry. Her reply was one word long. “Very,” she wrote.',
    ),
    p(
      'Councillors were told of the offer ten weeks later. The public learned of it six months after that, from this paper. The exchange is among 1,204 messages to and from the town clerk which the council released to the Lantern last week, after a request for records, a refusal, an appeal and a letter from the information officer that contained the word “plainly”.',
    ),
    p(
      'They do not show corruption. We say so early because it has been said in the queue at the post office that they do. They show how a town of 31,400 people is run from one inbox by someone who works very hard, starts at ten to seven, and has come to believe that most things go better if fewer people know about them for longer.',
    ),
    table('What the e-mails are about', [
      ['Subject', 'Messages'],
      ['Meetings, agendas, rooms', '412'],
      ['Staff', '233'],
      ['Coal Quay and planning', '171'],
      ['The Holm Island ferry', '148'],
      ['The budget', '96'],
      ['The Carding Mill', '61'],
      ['Gulls', '47'],
      ['Everything else', '36'],
      ['**Together**', '**1,204**'],
    ]),
    file('clerk-emails-by-subject.csv', {
      title: 'The 1,204 e-mails by subject and month',
      description:
        'Our count, as a table. Each message was read by two of us; where we differed we took the clerk’s own folder.',
    }),
    h2('The ferry'),
    p(
      'Of the 148, a third are about the timetable, lost property and a goat. Fifty-two concern Orrin Marine. Ms Pym told the mayor, Orla Tennant, on the same day, and the mayor’s answer is there too: “Good. Let them put a number on it before we frighten the island.”',
    ),
    p(
      'What followed was ordinary and careful. The clerk asked for accounts, took advice, and had the harbour master check the firm’s safety record. She turned down an invitation to a boat show and said why. When a draft came back with a contract of 25 years she struck it out and wrote 12 in the margin; they settled on 15. She also wrote, to her deputy, Ruan Ash, that it would be “helpful to have this in a shape where it is easier to say yes to than no” before the group leaders saw it.',
    ),
    p('It was the last of these that was objected to when we showed it to councillors. Ms Pym stands by it.'),
    quote(
      'That is what a paper is. If I bring the council something in a shape that is easy to say no to, I have wasted its evening.',
      'Hester Pym',
    ),
    h2('The mill'),
    p(
      'The sale of the Carding Mill was over before the months we asked about, and there should have been little on it. There are 61 messages because the last payment was late. In one, the director of finance asks Mr Ash for “anything that shows what we thought it was worth”. Mr Ash forwards an old message with something attached to it, and copies the clerk. The header is all that we were meant to be given. The attachment was left on.',
    ),
    code(
      [
        'From:        R. Ash',
        'To:          C. Aldous',
        'Cc:          H. Pym',
        'Subject:     Fwd: Fwd: M. valuation (draft, for discussion)',
        'Attachments: 1 (mill_val_draft2.pdf, 2.2 MB)',
        '',
        '[Text withheld]',
      ].join('\n'),
    ),
    p(
      'It runs to 34 pages. It values the mill at €4.1 million. The council sold it for €2.84 million, and the minute of that meeting has the clerk telling members that there was no independent valuation “on file”.',
    ),
    p(
      'We put this to her in writing and she asked us to come in. She had the document on the table. The figure, she said, assumed permission for 88 flats that nobody had ever applied for; without it the same valuers had said by telephone that the mill “would do well to make three”. The final version was never ordered, because of the fee. Was it right to say that there was none? “It was accurate,” she said. After a moment she said that she could see it was not the same thing.',
    ),
    note('How we handled this', [
      'The attachment was released to us by mistake. We told the council so before publishing, gave it two working days to go to court, and have left out a page with the names and telephone numbers of the valuers’ staff. Of the 1,522 messages that fell within our request, 318 were withheld, most of them about individual employees. We think that right, and have not appealed.',
    ]),
    h2('The gulls'),
    p(
      'It would be a poor account that left them out. They took a sandwich from a delegation. They have been the subject of a consultant’s report (€6,200), a plastic owl (€38), a second owl, and a proposal to hire a man with a hawk, which was approved, and withdrawn after the hawk was seen on the roof of the swimming pool being looked at by a gull. On this subject alone the clerk’s tone slips. “No,” reads message 1,107, in full. “No more owls.”',
    ),
    h2('What we could not find'),
    bullets(
      'Any sign that the clerk, the mayor or a councillor was offered, or got, anything of value by Orrin Marine or Longreach Holdings.',
      'Any message telling the leaders of the council’s groups about the valuation.',
      'Any reply to the island’s residents’ association, which wrote four times about the slip.',
    ),
    p(
      'Brid Halloran-Pike, who leads Harbour and Town, will ask for an inquiry into the sale of the mill. Desmond Crane, of Wrenmouth Forward, thinks one unnecessary. “You’ve just had the inquiry,” he said. “It’s in your hand.”',
    ),
    p(
      'Ms Pym has been town clerk for 16 years and has outlasted five mayors. As we were leaving she asked which of us had read the gulls. Both of us had. She seemed, for the first time that afternoon, a little embarrassed.',
    ),
    facts('The request', [
      '**Asked for:** all e-mails to and from the town clerk in nine months of last year and the year before.',
      '**Found:** 1,522. **Released:** 1,204. **Withheld:** 318.',
      '**Took:** seven months, of which five were the appeal.',
    ]),
    related('carding-mill-inquiry'),
  ],
}
