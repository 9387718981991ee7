import { plainText } from '../../stories/story.ts'
import { embedAddress, isEmbeddable, providerOf } from '../html/embeds.ts'
import { hasWords } from '../html/running-text.ts'
import type { ImportedBlock } from '../import.ts'
import {
  type Building,
  type Fields,
  htmlBlocks,
  htmlInline,
  linkMark,
  note,
  record,
  text,
} from './building.ts'
import { captionAlone } from './card-media.ts'

/** Something shown from another place. Where only its HTML is known, that says what it is. */
export function embedCard(fields: Fields, building: Building): ImportedBlock[] {
  const caption = htmlInline(text(fields, 'caption'), building)
  const url = embedAddress(building.addresses.web(fields.url) ?? '')
  if (!url) return [...htmlBlocks(text(fields, 'html'), building), ...captionAlone(caption)]
  if (!isEmbeddable(url)) note(building, `an embed of ${URL.parse(url)?.host} is shown as a link`)
  const title = text(record(fields.metadata), 'title').slice(0, 1000)
  return [
    {
      type: 'embed',
      url,
      provider: providerOf(url),
      ...(title ? { title } : {}),
      ...(hasWords(caption) ? { caption } : {}),
    },
  ]
}

/** A card of another page: of a story of this site a related story, of any other a link with its words. */
export function bookmarkCard(fields: Fields, building: Building): ImportedBlock[] {
  const about = record(fields.metadata)
  const caption = htmlInline(text(fields, 'caption'), building)
  const url = building.addresses.web(fields.url || about.url)
  const title = text(about, 'title') || text(fields, 'title')
  const description = text(about, 'description') || text(fields, 'description')
  if (url && building.addresses.isOwn(url)) {
    const $address = building.addresses.link(url) ?? url
    return [
      { type: 'related-story', storyId: { $address }, ...(title ? { headline: title.slice(0, 500) } : {}) },
      ...captionAlone(caption),
    ]
  }
  if (!url) {
    const words = [title, description, text(fields, 'url')].filter(Boolean).join('. ')
    note(building, 'a bookmark without a web address is its words only')
    return [...captionAlone(words ? [{ type: 'text', text: words }] : []), ...captionAlone(caption)]
  }
  note(building, 'a bookmark card is a link with its description')
  const words = hasWords(caption)
    ? [
        ...caption,
        ...(description && description !== plainText(caption)
          ? [{ type: 'break' as const }, { type: 'text' as const, text: description }]
          : []),
      ]
    : [{ type: 'text' as const, text: description }]
  return [
    {
      type: 'embed',
      url,
      provider: providerOf(url),
      ...(title ? { title: title.slice(0, 1000) } : {}),
      ...(hasWords(words) ? { caption: words } : {}),
    },
  ]
}

/** A button as a line of its own that leads where it led. */
export function linkLine(words: string, address: unknown, building: Building): ImportedBlock[] {
  if (words === '') return []
  const marks = linkMark(address, building)
  return [
    { type: 'paragraph', content: [{ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) }] },
  ]
}
