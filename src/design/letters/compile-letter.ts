import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mjml2html from 'mjml-browser'

export type Direction = 'ltr' | 'rtl'

/** A letter's frame and the parts it may have, as HTML with [[gaps]] that are filled when a letter is written. */
export type LetterPieces = Record<string, string>

// mjml takes nothing but a colour where a colour belongs; these two stand for the publication's accent.
const standIns = { '#acce55': '[[accent]]', '#acce56': '[[accent-ink]]' } as const

/** Compiles letter.mjml for one direction of writing. Throws, with what mjml says, when it is not as mjml wants it. */
export async function compileLetter(direction: Direction): Promise<LetterPieces> {
  const source = await readFile(join(import.meta.dirname, 'letter.mjml'), 'utf8')
  const start = direction === 'ltr' ? 'left' : 'right'
  const { html, errors } = await mjml2html(
    source
      .replaceAll('[[dir]]', direction)
      .replaceAll('#start', start)
      // Arabic and Hebrew have no italics.
      .replaceAll('#slant', direction === 'ltr' ? 'italic' : 'normal'),
    { validationLevel: 'strict', fonts: {}, keepComments: true, minify: false },
  )
  if (errors.length > 0) throw new Error(`letter.mjml: ${JSON.stringify(errors)}`)
  return cut(withAccent(html))
}

function withAccent(html: string): string {
  return Object.entries(standIns).reduce((text, [colour, gap]) => text.replaceAll(colour, gap), html)
}

/** The marks between the parts of letter.mjml are where its HTML is cut. */
function cut(html: string): LetterPieces {
  const lines = html
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
  const [open = '', ...rest] = lines.split(/<!-- part:([a-z]+) -->\n?/)
  const pieces: LetterPieces = { open }
  for (let at = 0; at < rest.length; at += 2) pieces[rest[at]!] = rest[at + 1]!
  return pieces
}
