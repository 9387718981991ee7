import type { DemoStory } from '../demo-types.ts'
import { facts, h2, p, pull, quote, related, rule, table } from './write.ts'

export const story: DemoStory = {
  slug: 'fish-market-last-auctioneer',
  kind: 'story',
  headline: 'The last auctioneer of Coal Quay',
  standfirst:
    'For 44 years Con Devereux stood on a crate and sold what the boats brought in. This week a screen took over. We followed him through his last two months, most of it before six in the morning.',
  label: 'Portrait',
  language: 'en',
  authors: ['daniel-prouse'],
  topics: ['harbour', 'culture'],
  picture: 'fish-market',
  daysAgo: 3,
  hour: '06:00',
  blocks: [
    p(
      'You are not supposed to touch the fish. There is a notice about it, screwed to the third pillar on the left, and Con Devereux walks past it every morning at ten to five with his sleeves already pushed up. He puts two fingers under the gill of a cod and lifts. He presses a plaice with his thumb and watches how long the dent takes. He picks a whiting out of the middle of a box, from under the good ones, looks it in the eye, and puts it back on top where everyone can see it.',
    ),
    p(
      '“Topped,” he says. “That’s the third time this month. I’ll start him two euro lower and he’ll know why.”',
    ),
    p(
      'The skipper whose whiting it is stands about four metres away and studies the roof. It is a fine roof, cast iron and glass, with fourteen bays on either side, and more glass in it than you would expect. Nobody says anything. This is a conversation, and it has been going on for 44 years.',
    ),
    p(
      'There are 225 boxes on the floor this morning, from seven boats. In the office, in a drawer, there is a sales book from Mr Devereux’s second year that shows a morning with 1,934 boxes from 62. He was 25 then. They sold in two shifts, with porters running, and when it was over his predecessor, Matty Cullinane, who had already lost most of his voice, wrote him a note on the back of a landing slip. It said: _Too fast. You are not trying to get rid of it._',
    ),
    p('He has kept the note. He has tried to go slower. He takes about eleven seconds a lot.'),
    h2('How it is done'),
    p(
      'At six he puts on the white coat, which is washed by the harbour office and has somebody else’s name on it. He puts on the cap, which is red and was knitted by his wife so that the buyers at the back could see where the noise was coming from. He turns over a fish crate stencilled with the name of a cannery that burned down before he was born. He steps up and rings the bell.',
    ),
    p(
      'The bell is brass, came off a coaster called the _Elspeth Orr_, and has a flat sound, like something being put down. Anyone who has lived near Coal Quay can do an impression of it.',
    ),
    p(
      'What follows is hard to write down. He begins too high, on purpose, at a price nobody would pay. He drops it in steps until somebody moves, and from there it climbs. The words are mostly numbers and the numbers are mostly not finished. “Forty, forty, eight, six, four, _two_, two I have, two-fifty, three, three-fifty, will you, no, three-fifty, Nora. How many?” And Nora Pell, who has not looked up from her telephone, says “Six,” and a porter throws six tickets on six boxes. There are three left. He offers them to the man who lost, at the price he lost at. The man shrugs. Sold. That was ten seconds.',
    ),
    p(
      'I stood beside the crate for eight weeks, off and on, before I could see a bid. Lorcan Dwan, who buys for the freezing plant, uses a pen: out of the pocket means he is in. Hamid Rezaei runs a van to nine villages and lays his hand flat on the ice of the box he wants, as if to see whether it has a temperature. Thibault Marchand, agent for an exporter, nods, and Mr Devereux thinks this is showing off. Mrs Pell bids by ceasing to be interested.',
    ),
    p(
      '“She’s easy,” he said. “You watch for when she’s bored. Her father was the same. He’d be telling you about his knees, and he’d stop, and that was him in.”',
    ),
    p('And when she really was bored?'),
    p('“Then I sold her something. She never complained. Twice she complained.”'),
    p(
      'He does the arithmetic as he goes. Nine boxes at €43.50 less the ice and the landing charge and 4 per cent: he has the figure before the ticket is on the box, and it is written down by a clerk with a calculator who has not caught him in an error since the week the currency changed. Asked how, he says he was bad at everything else. The priest who taught him said he had a head like a till, and meant it unkindly.',
    ),
    table('A morning in Mr Devereux’s notebook, last month', [
      ['Fish', 'Boxes', 'Best price a box, €', 'Bought by'],
      ['Whiting', '74', '39.00', 'the plant'],
      ['Haddock', '48', '64.50', 'Pell'],
      ['Plaice', '37', '58.00', 'Rezaei'],
      ['Cod', '22', '91.00', 'Marchand'],
      ['Prawns', '31', '118.00', 'Marchand'],
      ['Mixed', '13', '21.00', 'Rezaei'],
      ['**All**', '**225**', '', ''],
    ]),
    h2('The son of a porter'),
    p(
      'Cornelius Devereux was born in Ropewalk Lane, the fourth of five. His father was a porter in the market and his mother gutted on the quay in the season and took in sewing out of it. He carried ice at twelve, before school, which was illegal even then. At fourteen he carried boxes. He was small and he learned to stand where he would not be walked through, and the place where nobody walks through you is next to the crate.',
    ),
    p(
      '“So I listened. There was nothing else to do. I’d go home and sell my mother the kitchen. I’d sell her the kettle and the chairs and my brother. She’d bid. She used to run me up.”',
    ),
    p(
      'Matty Cullinane took him on as clerk at nineteen. Five years later Cullinane’s throat was operated on, and on a morning with fog down to the ladder tops and 800 boxes waiting he climbed on the crate, opened his mouth, shut it, and got down again. He handed over the bell. Mr Devereux was 24 and had egg on his jumper. He remembers the egg. His mother was in the hall, on her way in from the gutting, and when he called the first lot she put up her hand.',
    ),
    p('He took her bid?'),
    p(
      '“I did not. She hadn’t the money.” He considered. “I let it hang for a second, though. It was a good price.”',
    ),
    p(
      'In those days the auctioneer was paid by the lot. Since the harbour board became a department of the council he has had a salary, which last year was €41,600 and a box of fish every week. He always chooses mixed.',
    ),
    h2('Nobody was annoyed'),
    p(
      'There is one story everyone in the market wants told and he does not much want to tell it, so I had it from four people and then read it back to him. He changed two of the numbers.',
    ),
    p(
      'It was 22 years ago and the price of monkfish went quiet. It did not fall. It went to €150 a box and it stopped there, for nineteen mornings, whoever was bidding. There were five big buyers then. On the nineteenth morning Mr Devereux understood that they were deciding among themselves, before the bell, in the café on the corner, who was to have it and for how much.',
    ),
    pull('Nobody was annoyed. You can’t have an auction where nobody’s annoyed.', 'Con Devereux'),
    p(
      '“They were all very pleasant,” he said. “That’s how I knew. Somebody loses every eleven seconds in here. There ought to be a bit of language. And these five were passing each other the sugar.”',
    ),
    p(
      'An auctioneer may not bid. It is rule 3 of the market and it is painted on the wall. On the twentieth morning there were forty boxes of monkfish, and he started them at 200 and came down, 190, 180, 170, 160, and at 155 he said “Mine,” and knocked down all forty to himself, for €6,200 that he did not have. Then he sold the rest of the floor in the usual way. At nine he borrowed a van from a man who sold carpets, and his brother-in-law drove, and at one the next morning they were standing in a wholesale market five hours inland, where nobody knew them, selling monkfish off the tailboard at €214.',
    ),
    p(
      'He was back on the crate at six. Before he rang the bell he read out the price he had got. He read it twice. Then he paid into the market office, in cash, the difference between 155 and 214 on forty boxes, less the diesel, to be divided among the boats that had landed them. It came to €2,360 before the diesel and €2,214 after.',
    ),
    p(
      'The harbour board fined him €500 for breaking rule 3. The five buyers did not speak to him for a month, and monkfish was €190 by the end of the week. Two of the five are dead. One, Lorcan Dwan’s uncle, told me on the telephone that it had been “the best morning’s theatre I ever paid for”, and that I was to put in that he had been against the sugar.',
    ),
    p('The carpets smelled for a year. Mr Devereux bought one.'),
    rule(),
    p(
      'He has got it wrong as well. He once knocked down a turbot, the biggest of the season, to a man by the door who was waving to his wife. The man was a visitor, here to look at the bridge. He was too embarrassed to say so, and paid. It turned out that he could cook. He has written every year since, in the same week, to say what he did with a turbot, and there are seventeen of these letters in a biscuit tin.',
    ),
    p(
      'He shouted at a boy once, a trainee, in front of everyone, for a wrong tally that turned out to be right. The boy left and went on the rigs. Mr Devereux has brought this up with me on three separate mornings. He wrote to him, years ago, and the letter came back.',
    ),
    h2('The trouble was always the room'),
    p(
      'The clock is upstairs, in what used to be the ice office. It is called a clock because the first ones had a hand that went round. This has no hand. It has six screens and a keyboard, and from this week a buyer anywhere with a password and a deposit can see a photograph of each lot, its weight to the tenth of a kilo, the boat, the hour it was caught, and a number falling. The first to press a key has it.',
    ),
    p(
      'It cost €410,000. The fishermen’s co-operative asked for it for nine years, and the skippers who asked hardest are the ones fondest of Mr Devereux. I had expected some embarrassment about this and found none.',
    ),
    quote(
      [
        'Con got me the best price in that room for twenty years. I’d stand up in any court and say so. The trouble was always the room.',
        'There were thirty-one buyers in it when I started. There’s nine now, and some mornings it’s four. He can’t sell it to people who aren’t there.',
      ],
      'Maura Gillen, skipper of the _Three Brothers_',
    ),
    p(
      'She has the figures in her wheelhouse on a piece of card. The clock was tried for six weeks alongside the voice, on alternate mornings. Whiting made the same. Haddock made 3 per cent more. Prawns made 7 and turbot 11, because two restaurants in another country want turbot and nobody from there was ever going to stand on Coal Quay at six in the morning to buy it. On what she landed last year it would have come to about €19,000. “That’s an engine overhaul,” she said. “Or it’s a man’s wages, some of it.”',
    ),
    p(
      'The market turned over €6.8 million last year and kept 4 per cent, or €272,000, out of which it paid for the hall, the ice, the porters, the clerk and Mr Devereux. The department expects the clock to bring in another half a million in sales within two years. Ingrid Vass, the harbour master, says that without it she would have been closing the hall inside five.',
    ),
    p(
      'Against it there are those who are in the room. Hamid Rezaei can work the clock perfectly well, and was the first to pass the test for it. He does not like what it leaves out. “Con knows I have nine villages and I finish at two o’clock. At the end, when there is a bit of mixed that nobody wants, he looks at me. He doesn’t say anything. I get it for twenty-one and somebody’s grandmother has fish. The screen will not look at me.”',
    ),
    p(
      'Mr Devereux, when I put this to him, was short. “That box was worth twenty-one. If it was worth more I’d have got more. Don’t be making me out a charity.” He walked off down the hall and came back. “It was sometimes worth twenty-three,” he said.',
    ),
    h2('Two doors down'),
    p(
      'The clock is worked by Shauna Tighe, who is 26. She has a degree in something with “systems” in it, came second in the interview and got the job when the first one saw what time it started. She grew up two doors from the Devereuxs. Her mother used to set her own clock by the bell.',
    ),
    p(
      'In her second week she came down the iron stairs at ten to five, in boots that were too new, and asked him to teach her. He said there was nothing to learn any more, she had a button for it. She said she did not mean the shouting. She meant the fish.',
    ),
    p(
      '“The camera sees the top of the box,” she told me. “I knew that was wrong the first day and I didn’t know why it was wrong. If the photograph’s a lie, then everyone who’s buying from far away is going to find out once, and after that they’ll knock ten per cent off everything from Wrenmouth for ever. So somebody has to put their hand in.”',
    ),
    p(
      'So for seven weeks they have gone down the rows together, the two of them, in the half-dark, and he has put her hand in. I walked behind. He does not explain well. He says “There,” and “No,” and “What’s that one telling you?” and she says what she thinks, and he says “No,” and after a while he says it less. He taught her to smell the gills, to mistrust a box with too much ice, to read from the stiffness of a haddock how long ago it was hauled, and to tell which of the eleven boats still landing here has a fish-hold that runs warm on the port side.',
    ),
    p(
      'She has put it into the system. There is now a field on the clock, which the makers say no other port has asked for, and in it is a letter from A to E and the initials of whoever put a hand in the box. On the trial mornings the lots marked A made 4 per cent over the rest. Nobody in the two restaurants knows that for those weeks the initials C.D. were a man in a red cap who thinks that photographs should be for weddings.',
    ),
    p(
      '“She’s good,” he said. I waited. “She’s got cold hands. That’s a help. You can’t feel anything with warm hands.”',
    ),
    h2('The voice'),
    p(
      'Dr Ferrer at Arle General has told him twice to stop. There are nodules on his vocal cords, small and for now harmless, like a singer’s. In private he talks so quietly that at first I kept missing things. At home he hardly talks at all until about four in the afternoon. His wife, Bernadette, was a radiographer and is used to people who keep still.',
    ),
    p(
      '“He’d come in at nine with nothing left,” she said. “He’d put the fish in the sink and point at things. People used to ask how I stuck it. I’d three sisters. I’d had all the conversation I needed by the time I was twenty.”',
    ),
    p(
      'They have a daughter, Aoife, a quantity surveyor, who did not want the crate and was never asked. She has a theory that her father is a shy man who found the one job where you could shout for an hour a day without having to say anything. He says he will think about it.',
    ),
    p(
      'Since the trial began he has had mornings free, for the first time since he was twelve. He is no good at them. He walked to the lighthouse and back on the first one, by way of the ferry, and on the second he painted a gate. In the afternoons he goes to the [homework club](/northfield-homework-club) in the reading room of the library, where they let him do sums. The children bid against each other for chairs. He says there is a boy there of nine who starts too low, waits too long and is never wrong.',
    ),
    h2('Pitch 14'),
    p(
      'The floor of the hall is marked out in twenty-eight pitches, numbered in white, and each boat has its own. When a boat is sold or laid up the pitch goes to somebody else. Pitch 14 has been empty as long as I have been coming here. It is a good pitch, near the doors, and once when the hall was full I asked why nobody used it. He said there was a drain under it that came up.',
    ),
    p(
      'Last month a contractor was marking the floor for the new weighing line. He had the drawings, and he came over, very polite, and said he could not find the drain at 14. There were drains at 6 and 22. Mr Devereux said the drawings must be out. The contractor said he had put a rod down.',
    ),
    p(
      'Mr Devereux looked over at the doors for some time. Then he said that it had been the _Girl Annie_’s, and that it was up to them what they did with it, and that he had to see to the ice.',
    ),
    p(
      'The _Girl Annie_ was lost off Holm Light 29 years ago with the three men aboard her, Dinny Roche, Paul Roche and a lad named Stephen Amery, who was sixteen. She had been due to land that morning. There were 400 boxes in the hall from the other boats, and he rang the bell and sold them, because the fish would not keep and the men who caught them had been up all night looking. He left her pitch. The next day he left it. Then somebody new asked about it, and he said the first thing he thought of.',
    ),
    p(
      'I checked. None of the skippers ever believed in the drain. Maura Gillen, who was at school with Stephen Amery, has been stepping around it since she was twenty-three. “You’d see buyers with the whole hall crammed, and a big empty square, and they’d be apologising to it,” she said. “Half of them still think it floods.”',
    ),
    p(
      'The weighing line has been drawn again. It has a bend in it at pitch 14, of about two metres. The invoice describes this as “drainage”.',
    ),
    h2('The last morning'),
    p(
      'He had asked for it to be kept quiet and so everybody came. There were about seventy people in the hall on his last morning, with cameras, and the mayor, and he was in a temper from the moment he saw them, because they were standing in front of the buyers. He had them all moved back behind the pillars. He moved the mayor himself.',
    ),
    p(
      'There were nine buyers, all nine, in person, for the first time in some years. There were 96 boxes. It had been blowing for two days, the dredger was in the way as usual, and only three boats had got in. He went down the rows at ten to five with Shauna Tighe and found one box topped. At six o’clock he turned over the crate.',
    ),
    p(
      'I would like to report that it was beautiful, and it was over in nineteen minutes. He sold the cod to Mr Marchand, who nodded. He sold haddock to the plant. Mrs Pell took a telephone call in the middle of the plaice, a real one, and he got her for four boxes at €61 before she found out, and there was some language, and he was plainly delighted. Mr Rezaei put his hand on the mixed and had it at twenty-one.',
    ),
    p(
      'The last lot was eight boxes of whiting from the _Three Brothers_. He started it at 60, which was absurd, and he looked around, and came down slowly, slower than I had ever heard him: 50, 48, 46, 44. Nobody moved. They were, I think, waiting to see how far he would let it go. At 40 Lorcan Dwan’s pen came out. At 37 Mrs Pell ceased to be interested. “Thirty-seven-fifty,” said Mr Devereux, and there was a silence of perhaps three seconds, which in there is a very long time. “Thirty-seven-fifty I have. All of it?”',
    ),
    p('“All of it,” said Mrs Pell.'),
    p(
      'He did not say sold. Behind the second pillar were five children from the homework club with Mrs Sabbagh, who had got them out of bed at five. He turned to the smallest. “What’s that?”',
    ),
    p('“Three hundred,” said Idris.'),
    p('“And to the boat?”'),
    p(
      'Idris thought. You could see him take off the 4 per cent. “Two hundred and eighty-eight,” he said. “But I don’t know the ice.”',
    ),
    p('“Nobody knows the ice,” said Mr Devereux. He rang the bell, once, and got down.'),
    rule(),
    p(
      'People clapped. He does not know what to do when people clap; he looked behind him. The mayor had a speech and gave it to him folded, to read at home, which I thought was well judged. By half past six they had gone and the porters were hosing the floor.',
    ),
    p(
      'He took the coat off and looked at the name in it, which is R. Shortall, and asked generally who that was, and nobody could tell him. He put it in the laundry bin. He carried the bell to the stores at the end of the hall, where Mick Danaher has kept the inventory for almost as long as Mr Devereux has kept the crate, and there was a form to sign.',
    ),
    p('“One bell, brass,” Mr Danaher read out. “With clapper.”'),
    p('“With clapper.”'),
    p('“Number thirty-one. One cap.”'),
    p('“The cap’s mine.”'),
    p(
      'Mr Danaher looked at him, and at the list, and crossed something out. He turned the page over. He asked about the crate. They both looked at it. It had stood in this building since before there was a list, and had been stepped on, by their joint reckoning on the back of the form, for about 11,000 mornings by one man alone, and it was not down anywhere.',
    ),
    p('“I’ve no crate,” Mr Danaher said.'),
    p(
      'So he took it home. I walked with him as far as Ropewalk Lane. It was ten past seven and the first time he had gone up that hill with the shops still shut. He carried the crate on his shoulder with one hand, as the porters do, and he did not say anything until we got to his door, when he said I was to mind that I put in about the egg.',
    ),
    facts('The market', [
      '**Then:** in Mr Devereux’s second year, 62 boats and 31 buyers. The book’s biggest morning is 1,934 boxes.',
      '**Now:** 11 boats and nine buyers. A good morning is 250 boxes.',
      '**Sales last year:** €6.8 million. The market keeps 4 per cent.',
      '**The clock:** €410,000, of which the fishermen’s co-operative paid €90,000. Bidding opens at 6am, as before.',
    ]),
    related('net-loft-apprentices'),
    related('oyster-beds-reopen'),
  ],
}
