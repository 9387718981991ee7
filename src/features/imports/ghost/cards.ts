import type { ImportedBlock } from '../import.ts'
import { type Building, type Fields, note, record } from './building.ts'
import { audioCard, fileCard, galleryCard, imageCard, videoCard } from './card-media.ts'
import { bookmarkCard, embedCard } from './card-places.ts'
import { calloutCard, callToActionCard, headerCard, productCard, toggleCard } from './card-sets.ts'
import { buttonCard, codeCard, htmlCard, markdownCard } from './card-texts.ts'

type Card = (fields: Fields, building: Building) => ImportedBlock[]

/** Every card of Ghost's editors that becomes blocks, by the name Lexical gives it. */
const cards = new Map<string, Card>(
  Object.entries({
    audio: audioCard,
    'before-after': beforeAfter,
    bookmark: bookmarkCard,
    button: buttonCard,
    'call-to-action': callToActionCard,
    callout: calloutCard,
    codeblock: codeCard,
    'code-block': codeCard,
    divider: () => [{ type: 'divider' }],
    embed: embedCard,
    file: fileCard,
    gallery: galleryCard,
    header: headerCard,
    horizontalrule: () => [{ type: 'divider' }],
    html: htmlCard,
    image: imageCard,
    markdown: markdownCard,
    product: productCard,
    toggle: toggleCard,
    video: videoCard,
  } satisfies Record<string, Card>),
)

/** Cards that readers of the site do not see, or that do something only Ghost can do; why, for the report. */
const keptForStaff = new Map([
  ['collection', 'a collection card is kept for staff only: related stories and fronts take its place'],
  ['email', 'a part that was only in the e-mail is kept for staff and is not on the page'],
  ['email-cta', 'a part that was only in the e-mail is kept for staff and is not on the page'],
  ['paywall', 'a paywall is kept for staff only: here it hides nothing'],
  ['signup', 'a sign-up form is kept for staff only: newsletters have forms of their own'],
  ['transistor', 'a podcast card for members is kept for staff only'],
])

export function isCard(name: string): boolean {
  return cards.has(name) || keptForStaff.has(name)
}

/** A card as blocks. One that no block can show, or not everybody may see, is kept for staff and reported. */
export function cardBlocks(name: string, fields: Fields, building: Building): ImportedBlock[] {
  if (!isForEveryReader(fields.visibility)) {
    note(building, `a card (“${name}”) that was not for every reader is kept for staff only`)
    return kept(`not for every reader: ${name}`, fields)
  }
  const card = cards.get(name)
  if (card) return card(fields, building)
  note(
    building,
    keptForStaff.get(name) ?? `a card that has no block here (“${name.slice(0, 60)}”) is kept for staff only`,
  )
  return kept(name, fields)
}

/**
 * Ghost 6 writes {web: {nonMember, memberSegment}, email: …}, Ghost 5 {showOnWeb, emailOnly}. What says nothing is for
 * everybody.
 */
function isForEveryReader(visibility: unknown): boolean {
  const { web, showOnWeb, emailOnly } = record(visibility)
  return record(web).nonMember !== false && showOnWeb !== false && emailOnly !== true
}

function kept(name: string, fields: Fields): ImportedBlock[] {
  const { type: _type, version: _version, ...data } = fields
  return [{ type: `ghost ${name}`.slice(0, 100), data }]
}

function beforeAfter(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'two pictures to be compared stand beside each other')
  const { beforeImage, afterImage, caption } = fields
  return galleryCard({ images: [beforeImage, afterImage], caption }, building)
}
