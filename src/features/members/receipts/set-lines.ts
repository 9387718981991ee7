/** A face of the document, and which letters it has. */
export interface Face {
  name: string
  has(code: number): boolean
}

const ink = '#1b1a17'
const soft = '#57534a'

/**
 * Sets a text at the document's place and moves on below it. Each stretch is set in the first face that has its
 * letters. pdfkit shapes Arabic within a word but puts words from left to right, so lines of it are broken and put in
 * their order here (Unicode Standard Annex 9, as far as a receipt needs it: a line is of one direction).
 */
export function setLines(
  document: PDFKit.PDFDocument,
  faces: readonly Face[],
  options: { text: string; size: number; rtl: boolean; x?: number; width?: number; soft?: boolean },
): void {
  const { text, size, rtl, soft: isSoft = false } = options
  const { left, right } = document.page.margins
  const { x = left, width = document.page.width - left - right } = options
  document.fontSize(size).fillColor(isSoft ? soft : ink)
  const space = document.font(faces[0]!.name).widthOfString(' ')
  for (const words of breakInto(document, faces, { text: text.replace(invisible, ''), width, space })) {
    const seen = words.some(isArabic) ? inVisualOrder(words) : words
    let at = rtl ? x + width - lineWidth(document, seen, { faces, space }) : x
    const { y } = document
    for (const word of seen) {
      for (const run of runsOf(word, faces)) {
        document.font(run.face).text(run.text, at, y, { lineBreak: false })
        at += document.widthOfString(run.text)
      }
      at += space
    }
    document.x = left
    document.y = y + size * 1.45
  }
}

/** Marks of direction; the order of words says it here. */
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

interface Run {
  face: string
  text: string
}

function breakInto(
  document: PDFKit.PDFDocument,
  faces: readonly Face[],
  { text, width, space }: { text: string; width: number; space: number },
): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [...line, word]
    if (line.length > 0 && lineWidth(document, longer, { faces, space }) > width) {
      lines.push(line)
      line = [word]
    } else line = longer
  }
  return line.length > 0 ? [...lines, line] : lines
}

/** Words from left to right as they are seen in a line that is read from the right; words of other
 * scripts keep theirs among each other. */
function inVisualOrder(words: readonly string[]): string[] {
  const groups: string[][] = []
  let latin: string[] | null = null
  for (const word of words) {
    if (isArabic(word) || !/\p{L}/u.test(word)) {
      groups.push([word])
      latin = null
    } else if (latin) latin.push(word)
    else {
      latin = [word]
      groups.push(latin)
    }
  }
  return groups.reverse().flat()
}

/** A word's stretches of one face, from left to right as they are seen. */
function runsOf(word: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = []
  for (const letter of word) {
    const code = letter.codePointAt(0)!
    const last = runs.at(-1)
    const lastFace = faces.find(({ name }) => name === last?.face)
    // Marks stay with the letters before them, so that a word is shaped whole.
    const face = lastFace?.has(code) ? lastFace : (faces.find(each => each.has(code)) ?? faces[0]!)
    if (last?.face === face.name) last.text += letter
    else runs.push({ face: face.name, text: letter })
  }
  return isArabic(word) ? runs.reverse() : runs
}

function lineWidth(
  document: PDFKit.PDFDocument,
  words: readonly string[],
  { faces, space }: { faces: readonly Face[]; space: number },
): number {
  const runs = words.flatMap(word => runsOf(word, faces))
  const set = runs.reduce((sum, { face, text }) => sum + document.font(face).widthOfString(text), 0)
  return set + space * (words.length - 1)
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word)
}
