import type { ComponentChildren, VNode } from 'preact'
import { bestRendition, elsewhereLabel } from '../../../design/picture.tsx'
import { pictureMessages } from '../../../design/picture-messages.ts'
import { wholeAddress } from './addresses.ts'
import type { BlockContext, BlockPhotograph } from './block.ts'
import { type Inline, plainText } from './inline.ts'
import { inlineAnywhere } from './inline-html.tsx'

/** What is said about a photograph in one place; what is missing is taken from the photograph. */
export interface PhotographUse {
  alt?: string | null
  caption?: Inline[] | null
  credit?: string | null
  href?: string | null
}

export interface PlainLook {
  figure?: string
  image?: string
  small?: string
  /** Width the picture is shown at; its own where nothing is said. */
  width?: number
}

/** A photograph as one `<img>` with a whole address, for e-mail and feeds. */
export function plainFigure(options: {
  photograph: BlockPhotograph
  use: PhotographUse
  context: BlockContext
  look?: PlainLook
}): VNode {
  const { photograph, use, context, look = {} } = options
  const image = plainImage(options)
  return (
    <figure style={look.figure}>
      {image && use.href ? <a href={use.href}>{image}</a> : image}
      {caption(photograph, use, context, look)}
    </figure>
  )
}

/** The picture alone; null where there is none of ours to show. */
export function plainImage(options: {
  photograph: BlockPhotograph
  use: PhotographUse
  context: BlockContext
  look?: PlainLook
}): VNode | null {
  const { photograph, use, context, look = {} } = options
  if (photograph.state === 'failed' || photograph.state === 'elsewhere') return null
  const shown = bestRendition(photograph, 1280)
  const width = Math.min(look.width ?? shown.width, shown.width)
  return (
    <img
      src={wholeAddress(shown.src, context.siteUrl)}
      width={width}
      height={Math.round((shown.height * width) / shown.width)}
      alt={use.alt ?? photograph.alt}
      style={look.image}
    />
  )
}

/** Caption and credit as words. */
export function captionWords(photograph: BlockPhotograph, use: PhotographUse, language: string): string {
  const words = (use.caption ? plainText(use.caption) : photograph.caption).trim()
  const credit = (use.credit ?? photograph.credit).trim()
  return [words, credit && pictureMessages(language).by(credit)].filter(Boolean).join(' ')
}

function caption(
  photograph: BlockPhotograph,
  use: PhotographUse,
  context: BlockContext,
  look: PlainLook,
): VNode | null {
  const words: ComponentChildren = use.caption ? inlineAnywhere(use.caption, context) : photograph.caption
  const credit = use.credit ?? photograph.credit
  const label = photograph.state === 'elsewhere' ? elsewhereLabel(photograph, context.language) : null
  if (!label && !captionWords(photograph, use, context.language)) return null
  return (
    <figcaption style={look.small}>
      {label ? <a href={photograph.src}>{label}</a> : null}
      {label ? ' ' : null}
      {words}
      {credit ? ` ${pictureMessages(context.language).by(credit)}` : null}
    </figcaption>
  )
}
