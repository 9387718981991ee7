import type { Inline } from '../../stories/story.ts'
import { hasWords } from '../html/running-text.ts'
import type { ImportedBlock } from '../import.ts'
import { type Building, type Fields, htmlBlocks, htmlInline, htmlTexts, note, text } from './building.ts'
import { imageCard } from './card-media.ts'
import { linkLine } from './card-places.ts'

const mostParagraphs = 500

export function calloutCard(fields: Fields, building: Building): ImportedBlock[] {
  const { texts, rest } = htmlTexts(text(fields, 'calloutText'), building)
  const tone = /^red$/.test(text(fields, 'backgroundColor')) ? 'warning' : 'note'
  return [...callOut({ tone, paragraphs: withSign(text(fields, 'calloutEmoji'), texts) }), ...rest]
}

/** What could be folded away: its heading in bold, what it hid below. */
export function toggleCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a part that could be folded away is always open')
  const heading = htmlInline(text(fields, 'heading'), building).map((part): Inline => {
    if (part.type !== 'text' || part.marks?.some(mark => mark.type === 'bold')) return part
    return { ...part, marks: [...(part.marks ?? []), { type: 'bold' }] }
  })
  return [
    ...(hasWords(heading) ? [{ type: 'paragraph', content: heading }] : []),
    ...htmlBlocks(text(fields, 'content'), building),
  ]
}

export function productCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a product card is a box with its words and link')
  const { texts, rest } = htmlTexts(text(fields, 'productDescription'), building)
  const title = words(text(fields, 'productTitle'), building)
  const stars = Math.min(5, Math.max(0, Math.round(Number(fields.productStarRating) || 0)))
  const rating =
    fields.productRatingEnabled === true && stars > 0 ? '★'.repeat(stars) + '☆'.repeat(5 - stars) : ''
  const button =
    fields.productButtonEnabled === true
      ? linkLine(text(fields, 'productButton'), fields.productUrl, building)
      : []
  const picture = text(fields, 'productImageSrc')
    ? imageCard(
        { src: fields.productImageSrc, width: fields.productImageWidth, height: fields.productImageHeight },
        building,
      )
    : []
  const paragraphs: Inline[][] = [
    ...(rating ? [[{ type: 'text', text: rating } as Inline]] : []),
    ...texts,
    ...button.map(block => block.content as Inline[]),
  ]
  return [...picture, ...callOut({ tone: 'facts', title, paragraphs }), ...rest]
}

export function headerCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a header card is a heading with what stood below it')
  const heading = htmlInline(text(fields, 'header'), building)
  const picture = text(fields, 'backgroundImageSrc')
    ? imageCard({ src: fields.backgroundImageSrc, cardWidth: 'full' }, building)
    : []
  return [
    ...picture,
    ...(hasWords(heading) ? [{ type: 'heading', level: 2, content: heading }] : []),
    ...htmlBlocks(text(fields, 'subheader'), building),
    ...(fields.buttonEnabled === true
      ? linkLine(text(fields, 'buttonText'), fields.buttonUrl, building)
      : []),
  ]
}

/** An advertisement or appeal of the newsroom's own. */
export function callToActionCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a call-to-action card is a box with its words and link')
  const { texts, rest } = htmlTexts(text(fields, 'textValue'), building)
  const title = fields.hasSponsorLabel === true ? words(text(fields, 'sponsorLabel'), building) : ''
  const button =
    fields.showButton === true ? linkLine(text(fields, 'buttonText'), fields.buttonUrl, building) : []
  const picture = text(fields, 'imageUrl')
    ? imageCard({ src: fields.imageUrl, width: fields.imageWidth, height: fields.imageHeight }, building)
    : []
  const paragraphs = [...texts, ...button.map(block => block.content as Inline[])]
  return [...picture, ...callOut({ tone: 'note', title, paragraphs }), ...rest]
}

function callOut(box: {
  tone: 'note' | 'facts' | 'warning'
  title?: string
  paragraphs: Inline[][]
}): ImportedBlock[] {
  const { tone, title = '', paragraphs } = box
  if (title === '' && paragraphs.length === 0) return []
  const blocks: ImportedBlock[] = []
  for (let from = 0; from === 0 || from < paragraphs.length; from += mostParagraphs)
    blocks.push({
      type: 'call-out',
      tone,
      ...(title && from === 0 ? { title: title.slice(0, 500) } : {}),
      paragraphs: paragraphs.slice(from, from + mostParagraphs),
    })
  return blocks
}

function withSign(sign: string, paragraphs: Inline[][]): Inline[][] {
  if (sign === '') return paragraphs
  const [first = [], ...others] = paragraphs
  return [[{ type: 'text', text: first.length > 0 ? `${sign} ` : sign }, ...first], ...others]
}

function words(html: string, building: Building): string {
  return htmlInline(html, building)
    .map(part => (part.type === 'text' ? part.text : ' '))
    .join('')
    .trim()
}
