import { hasWords, isBlock } from './dom.ts'

/** A picture that came inside what was pasted. */
export type PastedPicture =
  /** Its bytes came along. */
  | { kind: 'data'; url: string; name: string }
  /** A file on the disk of whoever copied it, which a page may not read. */
  | { kind: 'out-of-reach'; name: string }

/**
 * Takes the pictures out of the text and puts blocks in their places, behind the paragraph they stood in. One at another
 * host is not shown from there: its block offers to fetch it.
 */
export function takePictures(body: HTMLElement): PastedPicture[] {
  const pictures: PastedPicture[] = []
  for (const image of [...body.querySelectorAll('img')]) {
    const alt = (image.getAttribute('alt') ?? '').trim()
    if (isLetter(image, alt)) {
      image.replaceWith(alt)
      continue
    }
    const more = moreFor(image, pictures)
    if (more === null) {
      image.remove()
      continue
    }
    const figure = body.ownerDocument.createElement('figure')
    figure.setAttribute('data-block', 'photograph')
    figure.setAttribute('data-more', JSON.stringify(more))
    if (alt && !/\.(jpe?g|png|gif|webp|heic)$/i.test(alt))
      figure.setAttribute('data-alt', JSON.stringify(alt))
    place(image, figure)
  }
  return pictures
}

/** Little pictures that stand for letters: emoji of mail programs and chat. */
function isLetter(image: HTMLImageElement, alt: string): boolean {
  const isEmoji = image.hasAttribute('data-emoji') || /emoji|smiley/i.test(image.className)
  return alt !== '' && (isEmoji || /^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt))
}

function moreFor(image: HTMLImageElement, pictures: PastedPicture[]): object | null {
  const src = image.getAttribute('src') ?? ''
  const [width, height] = ['width', 'height'].map(name => Number.parseInt(image.getAttribute(name) ?? '', 10))
  // Pixels that count readers, and spacers.
  if ((width ?? 99) <= 3 || (height ?? 99) <= 3) return null
  if (/^https?:\/\//i.test(src)) return { fetch: { url: src } }
  const name = readable(/[^/\\]*$/.exec(src)?.[0] ?? '').slice(0, 100)
  if (/^data:image\/(png|jpeg|jpg|gif|webp|avif|heic)[;,]/i.test(src)) {
    pictures.push({ kind: 'data', url: src, name: `picture-${pictures.length + 1}` })
  } else if (/^file:/i.test(src)) pictures.push({ kind: 'out-of-reach', name: name || 'picture' })
  else return null
  return { pasted: pictures.length - 1 }
}

/** A name out of an address; as it stands where a per cent sign in it begins nothing. */
function readable(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** With the caption that the page gave it; without the link or paragraph it stood in, where that held nothing else. */
function place(image: HTMLImageElement, figure: HTMLElement): void {
  const around = image.closest('figure:not([data-block])')
  const caption = around?.querySelector('figcaption')
  if (around && around.querySelectorAll('img').length <= 1) {
    if (caption && hasWords(caption)) figure.append(caption)
    around.replaceWith(figure)
    return
  }
  let block: Element = image
  while (block.parentElement && !isBlock(block) && block.parentElement.tagName !== 'BODY')
    block = block.parentElement
  const outer = block.closest('li, td, th, p, h2, h3, h4') ?? block
  const top = outer.closest('ul, ol, table') ?? outer
  image.remove()
  top.after(figure)
  if (!hasWords(outer) && !outer.querySelector('img, figure') && /^(P|DIV|SPAN|A)$/.test(outer.tagName))
    outer.remove()
}
