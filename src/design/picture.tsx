import type { ComponentChildren, VNode } from 'preact'
import type { PhotographData } from './photograph-data.ts'
import { pictureMessages } from './picture-messages.ts'
import { focalClass, toneClass } from './tone.ts'

/** What a picture must know of its photograph. */
export type PictureSource = Omit<PhotographData, 'id'>

export type PictureRendition = PhotographData['renditions'][number]

export interface PictureOptions {
  photograph: PictureSource
  /** The `sizes` of the place: how wide the picture is shown. */
  sizes: string
  /** True for the one picture that a reader sees first: fetched at once and before others. */
  eager?: boolean | undefined
  /** In place of the photograph's own; '' where the picture adds nothing to the words beside it. */
  alt?: string | null | undefined
  class?: string | undefined
}

export interface FigureOptions extends PictureOptions {
  /** Language of the labels. */
  language: string
  caption?: ComponentChildren
  credit?: string | null | undefined
  href?: string | undefined
}

/**
 * A photograph in AVIF, WebP and JPEG (or PNG), with its size, so that nothing moves when it arrives.
 * Null where there is nothing of ours to show: a failed picture, or one that lies at another host.
 */
export function Picture(options: PictureOptions): VNode | null {
  const { photograph, sizes, eager } = options
  if (photograph.state === 'failed' || photograph.state === 'elsewhere') return null
  const shown = bestRendition(photograph, 1280)
  const fallback = photograph.renditions.filter(one => one.format === shown.format)
  const image = (
    <img
      src={shown.src}
      srcset={fallback.length > 1 ? candidates(fallback) : undefined}
      sizes={fallback.length > 1 ? sizes : undefined}
      width={shown.width}
      height={shown.height}
      alt={options.alt ?? photograph.alt}
      class={imageClass(options)}
      loading={eager ? undefined : 'lazy'}
      fetchpriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
  return (
    <picture>
      {source(photograph, 'avif', sizes)}
      {source(photograph, 'webp', sizes)}
      {image}
    </picture>
  )
}

/**
 * A photograph with its caption and credit. A picture that lies at another host becomes a plain link, so that a page
 * asks nothing of that host; a failed one leaves its caption and a note.
 */
export function Figure(options: FigureOptions): VNode {
  const { photograph, href } = options
  const name = ['figure', options.class, portrait(photograph) && 'figure--portrait'].filter(Boolean).join(' ')
  if (photograph.state === 'elsewhere') return <ElsewhereFigure {...options} class={name} />
  const picture = <Picture {...options} class="figure__image" />
  return (
    <figure class={name}>
      {photograph.state === 'failed' ? (
        <p class="figure__note">{pictureMessages(options.language).failed}</p>
      ) : href ? (
        <a href={href} rel="noopener">
          {picture}
        </a>
      ) : (
        picture
      )}
      <FigureCaption {...options} />
    </figure>
  )
}

/**
 * "Caption. Photograph: Name/Agency", or nothing where neither is known. Each finds its own direction: a label of the
 * interface may stand in a story of another script.
 */
export function FigureCaption(
  options: Pick<FigureOptions, 'photograph' | 'caption' | 'credit' | 'language'>,
): VNode | null {
  const caption = options.caption ?? options.photograph.caption
  const credit = options.credit ?? options.photograph.credit
  const spoken = caption !== '' && caption !== false
  if (!spoken && !credit) return null
  return (
    <figcaption class="figure__caption">
      {spoken ? (
        <span class="figure__words" dir="auto">
          {caption}
        </span>
      ) : null}
      {spoken && credit ? ' ' : null}
      {credit ? (
        <span class="figure__credit" dir="auto">
          {pictureMessages(options.language).by(credit)}
        </span>
      ) : null}
    </figcaption>
  )
}

/** The rendition for one plain `<img>`: JPEG or PNG, the widest up to `width` (else the narrowest); the original where there is none. */
export function bestRendition(photograph: PictureSource, width: number): PictureRendition {
  let best: PictureRendition | undefined
  for (const one of photograph.renditions) {
    if (one.format !== 'jpeg' && one.format !== 'png') continue
    const fits = one.width <= width
    if (!best || (fits ? best.width > width || one.width > best.width : one.width < best.width)) best = one
  }
  if (best) return best
  return { format: 'jpeg', ...size(photograph), src: photograph.src }
}

/** "Picture at host", for a picture that is only linked; null where its address cannot be linked to. */
export function elsewhereLabel(photograph: PictureSource, language: string): string | null {
  const url = URL.parse(photograph.src)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return pictureMessages(language).at(url.host)
}

function ElsewhereFigure(options: FigureOptions): VNode {
  const { photograph, language } = options
  const label = elsewhereLabel(photograph, language)
  const words = options.caption ?? (photograph.caption || options.alt || photograph.alt)
  const credit = options.credit ?? photograph.credit
  return (
    <figure class={`${options.class} figure--elsewhere`}>
      <figcaption class="figure__caption">
        {label ? (
          <a href={photograph.src} rel="noopener">
            {label}
          </a>
        ) : null}
        {label && words ? ': ' : null}
        {words ? (
          <span class="figure__words" dir="auto">
            {words}
          </span>
        ) : null}
        {credit ? ' ' : null}
        {credit ? (
          <span class="figure__credit" dir="auto">
            {pictureMessages(language).by(credit)}
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}

function source(photograph: PictureSource, format: 'avif' | 'webp', sizes: string): VNode | null {
  const renditions = photograph.renditions.filter(one => one.format === format)
  if (renditions.length === 0) return null
  return <source type={`image/${format}`} srcset={candidates(renditions)} sizes={sizes} />
}

function candidates(renditions: readonly PictureRendition[]): string {
  return renditions.map(one => `${one.src} ${one.width}w`).join(', ')
}

function imageClass({ photograph, class: given }: PictureOptions): string | undefined {
  const names = [given, toneClass(photograph.tone), focalClass(photograph.focalX, photograph.focalY)]
  return names.filter(Boolean).join(' ') || undefined
}

/** Taller than wide, beyond what passes for a square. */
function portrait({ width, height }: PictureSource): boolean {
  return Boolean(width && height && height > width * 1.05)
}

/** A picture whose size is not known yet is taken for 3:2; the browser corrects the ratio once it is there. */
function size({ width, height }: PictureSource): { width: number; height: number } {
  return width && height ? { width, height } : { width: 1200, height: 800 }
}
