import type { Appeal, Telling, WordingTexts } from './appeal.ts'
import { type Moment, momentOf } from './campaign-goal.ts'
import { campaignMessages } from './campaign-messages.ts'
import { type Figures, type FilledText, fillFigures } from './figure-text.ts'

/** The pages behind the buttons that are there; a button without its page is not shown. */
export interface SupportPages {
  join: boolean
  gift: boolean
}

/** An appeal with everything in it as a reader of one language sees it. */
export interface ToldAppeal {
  appealId: number
  wordingId: number
  telling: Telling
  heading: string
  paragraphs: string[]
  /** The campaign's own call, "Help us get 1,000 new members!"; '' where there is nothing to call for. */
  call: string
  progress: { text: string; gained: number; goal: number; daysLeft: string } | null
  signature: string
  office: string
  buttons: { kind: 'join' | 'gift'; label: string; href: string }[]
  /** What had to be left out, for the editor. */
  left: { missing: string[]; unknown: string[] }
}

/** Puts an appeal into words: which of its texts fits the moment, with its figures in it. */
export function tellAppeal(options: {
  appeal: Pick<Appeal, 'id' | 'campaign' | 'place'>
  wording: { id: number; texts: WordingTexts }
  thanks: boolean
  /** For a preview: as if this were so. */
  telling?: Telling
  figures: Figures
  gained: number
  open: SupportPages
  language: string
  now: Date
}): ToldAppeal {
  const { appeal, wording, thanks, figures, gained, open, language, now } = options
  const { campaign } = appeal
  const { texts } = wording
  const messages = campaignMessages(language)
  const moment = campaign ? momentOf(campaign, gained, now) : null
  const telling = options.telling ?? tellingOf(moment, thanks)
  const missing = new Set<string>()
  const unknown = new Set<string>()
  const own = texts[telling]
  const stock = messages.words[telling]
  const paragraphs = own.paragraphs.some(Boolean) ? own.paragraphs : own.heading ? [] : [stock.text]
  return {
    appealId: appeal.id,
    wordingId: wording.id,
    telling,
    heading: fill(own.heading || stock.heading),
    paragraphs: paragraphs.map(fill).filter(Boolean),
    call: campaign && telling === 'underway' ? fill(messages.call[campaign.goal.kind]) : '',
    progress: campaign && telling !== 'before' ? progressOf() : null,
    signature: texts.signature,
    office: texts.office,
    buttons: buttonsFor({ appeal, wording, thanks, open, language }),
    left: { missing: [...missing], unknown: [...unknown] },
  }

  function fill(text: string): string {
    const filled: FilledText = fillFigures(text, figures, language)
    for (const name of filled.missing) missing.add(name)
    for (const name of filled.unknown) unknown.add(name)
    return filled.text
  }

  function progressOf(): ToldAppeal['progress'] {
    const { kind, number } = campaign!.goal
    return {
      text: fillFigures(messages.progress[kind], figures, language).text,
      gained,
      goal: number,
      daysLeft: telling === 'ended' ? '' : fillFigures(messages.daysLeft, figures, language).text,
    }
  }
}

/** Before the campaign nobody can be thanked for it; after it all are. */
function tellingOf(moment: Moment | null, thanks: boolean): Telling {
  if (thanks && (moment === null || moment === 'underway')) return 'thanks'
  return moment ?? 'underway'
}

function buttonsFor(options: {
  appeal: Pick<Appeal, 'id' | 'campaign' | 'place'>
  wording: { id: number; texts: WordingTexts }
  thanks: boolean
  open: SupportPages
  language: string
}): ToldAppeal['buttons'] {
  const { appeal, wording, thanks, open, language } = options
  const messages = campaignMessages(language)
  const { join, gift } = wording.texts
  // By these names the pages of joining and giving know where somebody came from.
  const origin = new URLSearchParams({
    ...(appeal.campaign ? { campaign: String(appeal.campaign.id) } : {}),
    appeal: String(appeal.id),
    wording: String(wording.id),
  })
  const kinds = (['join', 'gift'] as const).filter(
    // On the pages of joining and giving themselves the button is the page's own.
    kind => open[kind] && !(thanks && kind === 'join') && appeal.place !== 'join' && appeal.place !== 'gift',
  )
  return kinds.map(kind => ({
    kind,
    label: { join, gift }[kind] || messages[kind],
    href: `/${kind}?${origin}`,
  }))
}
