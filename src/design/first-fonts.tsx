import type { ComponentChildren } from 'preact'
import type { FramePublication, PageAssets } from './frame.ts'
import { firstFontFiles, italicFontFiles } from './typefaces.ts'

/** Asks for the fonts that a page begins with, at the same time as for its stylesheet; stands behind that one. */
export function FirstFonts(props: {
  fonts: PageAssets['fonts']
  publication: Pick<FramePublication, 'serif' | 'sans'>
  language: string
  /** For pages on which words are written, in italics too. */
  italics?: boolean
}): ComponentChildren {
  const { fonts, publication, language, italics } = props
  const files = [
    ...firstFontFiles(publication.serif, publication.sans, language),
    ...(italics ? italicFontFiles(publication.serif, language) : []),
  ]
  return files.map(name => {
    const href = fonts[name]
    return (
      href && (
        <link key={name} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      )
    )
  })
}
