import { type Inline, isSafeHref, plainText } from '../../stories/story.ts'
import type { ImportedBlock, Reference, SeenMedia } from '../import.ts'
import { mediaBase } from '../media-address.ts'
import { type Conversion, note, type Surroundings, seen, wholeUrl } from './conversion.ts'
import { attribute, childrenOf, type Element, find, findAll, hasClass, type Node, named } from './dom.ts'
import { frameBlocks, recordingBlocks } from './frames.ts'
import { asTexts, joined } from './running-text.ts'

const pictureName = /\.(avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i

interface Picture {
  photographId: Reference
  alt?: string
  caption: Inline[]
}

/** `<img>`, alone or in a link. A link to the picture's own file says where the whole picture is and goes no further. */
export function photographBlock(
  image: Element,
  options: { conversion: Conversion; link?: Element; caption?: Inline[]; width?: 'wide' | 'full' },
): ImportedBlock | null {
  const { conversion, link, caption = [], width } = options
  const picture = readPicture(image, { conversion, link, caption })
  if (!picture) return null
  const href = link ? outwardLink(link, conversion) : undefined
  return { type: 'photograph', ...picture, ...(width ? { width } : {}), ...(href ? { href } : {}) }
}

/** `<figure>` and whatever stands in for it (`div.wp-caption`): a picture, gallery, embed, recording or table. */
export function figureBlocks(
  figure: Element,
  options: { conversion: Conversion; around: Surroundings; width?: 'wide' | 'full' },
): ImportedBlock[] | null {
  const { conversion, around } = options
  const inner = findAll(figure, () => true)
  conversion.spend(inner.length)
  const images = inner.filter(isPicture)
  const captionElement = childrenOf(figure).find(
    node =>
      'tagName' in node &&
      (node.tagName === 'figcaption' || hasClass(node, /^(wp-caption-(text|dd)|blocks-gallery-caption)$/)),
  ) as Element | undefined
  const caption = captionElement ? captionOf(captionElement, conversion, around) : []
  const width = options.width ?? widthOf(figure)
  if (isGallery(figure) || images.length > 1) {
    if (inner.some(each => /^(table|blockquote|pre|p|ul|ol)$/.test(each.tagName) && !isOfGallery(each)))
      return null
    return galleryBlocks(figure, { conversion, around, caption })
  }
  const frame = inner.find(named('iframe', 'object', 'embed'))
  if (frame) return frameBlocks(frame, conversion, caption)
  const recording = inner.find(named('video', 'audio'))
  if (recording) return recordingBlocks(recording, conversion, caption)
  const [image] = images
  if (!image || inner.some(named('table', 'blockquote', 'pre'))) return null
  const link = inner.find(each => each.tagName === 'a' && findAll(each, isPicture).length > 0)
  const block = photographBlock(image, { conversion, link, caption, width })
  const others = childrenOf(figure).filter(node => node !== captionElement && !contains(node, image))
  const rest = conversion.convert(others, around)
  return block ? [block, ...rest] : null
}

/** Several pictures as one gallery, captions with each. */
export function galleryBlocks(
  element: Element,
  options: { conversion: Conversion; around: Surroundings; caption?: Inline[] },
): ImportedBlock[] {
  const { conversion, around } = options
  const pictures: Picture[] = []
  for (const image of findAll(element, isPicture)) {
    const holder = nearest(
      image,
      element,
      each => /^(figure|li|dl)$/.test(each.tagName) || hasClass(each, /gallery-item/),
    )
    const captionElement =
      holder &&
      find(
        holder,
        each => each.tagName === 'figcaption' || hasClass(each, /^(wp-caption-text|gallery-caption)$/),
      )
    const caption = captionElement ? captionOf(captionElement, conversion, around) : []
    const link = nearest(image, element, named('a'))
    const picture = readPicture(image, { conversion, link, caption })
    if (picture) pictures.push(picture)
  }
  return galleryOf(pictures, options.caption)
}

export function galleryOf(pictures: readonly object[], caption: Inline[] = []): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < pictures.length; from += 500) {
    const isLast = from + 500 >= pictures.length
    blocks.push({
      type: 'gallery',
      photographs: pictures.slice(from, from + 500),
      ...(isLast && caption.length ? { caption } : {}),
    })
  }
  return blocks
}

export function captionOf(
  element: Element,
  conversion: Conversion,
  around: Partial<Surroundings> = {},
): Inline[] {
  const whitespace = around.whitespace === 'lines' ? 'collapse' : around.whitespace
  return joined(asTexts(conversion.convert(childrenOf(element), { ...around, whitespace })).texts)
}

export function isPicture(element: Element): boolean {
  return element.tagName === 'img' || element.tagName === 'amp-img'
}

export function isGallery(element: Element): boolean {
  return hasClass(
    element,
    /^(wp-block-gallery|blocks-gallery|gallery|tiled-gallery|wp-block-jetpack-(tiled-gallery|slideshow)|kg-gallery-card)$/,
  )
}

export function widthOf(element: Element): 'wide' | 'full' | undefined {
  if (hasClass(element, /^(alignwide|kg-width-wide)$/)) return 'wide'
  if (hasClass(element, /^(alignfull|kg-width-full)$/)) return 'full'
}

function readPicture(
  image: Element,
  { conversion, link, caption }: { conversion: Conversion; link?: Element; caption: Inline[] },
): Picture | null {
  const shown = wholeUrl(conversion, addressOf(image))
  if (!shown) {
    note(conversion, 'a picture without a web address was left out')
    return null
  }
  const linked = link ? wholeUrl(conversion, attribute(link, 'href')) : null
  const url = linked && isPictureAddress(linked) && mediaBase(linked) === mediaBase(shown) ? linked : shown
  const alt = attribute(image, 'alt')?.trim().slice(0, 5000)
  const media: SeenMedia = { kind: 'photograph', url }
  const id = /\bwp-image-(\d+)\b/.exec(attribute(image, 'class') ?? '')?.[1] ?? attribute(image, 'data-id')
  if (id && /^\d+$/.test(id)) media.foreignId = id
  if (alt) media.alt = alt
  if (caption.length) media.caption = plainText(caption).trim()
  const [width, height] = [size(image, 'width'), size(image, 'height')]
  if (width && height && url === shown) Object.assign(media, { width, height })
  return { photographId: seen(conversion, media), ...(alt ? { alt } : {}), caption }
}

/** Themes that load pictures late put the address elsewhere and a blank picture in `src`. */
function addressOf(image: Element): string | undefined {
  const late = ['data-orig-file', 'data-full-url', 'data-src', 'data-lazy-src', 'data-original', 'data-lazy']
  const source = attribute(image, 'src')
  if (source && !/^data:|\/(blank|placeholder|lazy|spacer|1x1)[^/]*\.(gif|png|svg)$/i.test(source))
    return source
  for (const name of late) if (attribute(image, name)) return attribute(image, name)
  const set = attribute(image, 'srcset') ?? attribute(image, 'data-srcset')
  return set?.split(',').at(-1)?.trim().split(/\s+/)[0]
}

function size(image: Element, name: string): number | undefined {
  const value = Number.parseInt(attribute(image, name) ?? '', 10)
  return value > 0 && value < 100_000 ? value : undefined
}

function isPictureAddress(url: string): boolean {
  return pictureName.test(new URL(url).pathname)
}

/** Where a picture leads, unless that is to the picture itself or to its page in the old media library. */
function outwardLink(link: Element, conversion: Conversion): string | undefined {
  const href = attribute(link, 'href')?.trim() ?? ''
  const url = wholeUrl(conversion, href)
  if (url) {
    const isLibraryPage =
      /\battachment\b/.test(attribute(link, 'rel') ?? '') || /[?&]attachment_id=\d+/.test(url)
    return isPictureAddress(url) || isLibraryPage ? undefined : url
  }
  if (href === '' || href.startsWith('#')) return
  if (isSafeHref(href)) return href
  note(conversion, 'a link that could do harm was taken off its words')
}

function isOfGallery(element: Element): boolean {
  return hasClass(element, /gallery/) || /^(ul|ol|p)$/.test(element.tagName)
}

function nearest(from: Element, within: Element, test: (element: Element) => boolean): Element | undefined {
  for (let each = from.parentNode; each && each !== within; each = (each as Element).parentNode ?? null) {
    if ('tagName' in each && test(each)) return each
  }
}

function contains(node: Node, element: Element): boolean {
  return node === element || ('childNodes' in node && find(node, each => each === element) !== undefined)
}
