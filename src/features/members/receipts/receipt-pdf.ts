import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { direction } from '../../../design/messages.ts'
import { formatMoney } from '../../../design/money.ts'
import { openWoff } from './open-woff.ts'
import { receiptNumber } from './receipt.ts'
import { receiptMessages } from './receipt-messages.ts'
import type { Receipt } from './receipt-queries.ts'
import { type Face, setLines } from './set-lines.ts'

export interface ReceiptPaper {
  name: string
  /** Publisher, street, town: a line each. */
  imprint: readonly string[]
  email: string
  taxText: string
}

interface OpenedFace {
  hasGlyphForCodePoint(code: number): boolean
}

const require = createRequire(import.meta.url)
/** Of each face its name among packages and its part; the first that has a letter sets it. */
const faceParts = [
  ['source-serif-4', 'latin'],
  ['source-serif-4', 'latin-ext'],
  ['source-serif-4', 'cyrillic'],
  ['noto-naskh-arabic', 'arabic'],
] as const
/** Opened once; what pages load is too compressed to be put into a PDF in parts, so these are the whole faces. */
const opened = new Map<string, Buffer>()

function faceOf(face: string, part: string): Buffer {
  const name = `@fontsource/${face}/files/${face}-${part}-400-normal.woff`
  const known = opened.get(name)
  if (known) return known
  const made = openWoff(readFileSync(require.resolve(name)))
  opened.set(name, made)
  return made
}

/** A receipt as a PDF on one sheet of A4, in the reader's language. */
export async function receiptPdf(options: {
  receipt: Receipt
  paper: ReceiptPaper
  reader: { name: string; email: string }
  place: DatePlace
}): Promise<Buffer> {
  const { receipt, paper, reader, place } = options
  const { default: PDFDocument } = await import('pdfkit')
  const texts = receiptMessages(place.language)
  const number = receiptNumber(receipt, place.timeZone)
  const faceFiles = faceParts.map(([face, part]) => faceOf(face, part))
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    // No face of the library's own is opened; ours are chosen below.
    font: faceFiles[0] as unknown as string,
    lang: place.language,
    info: { Title: `${texts.title} ${number}`, Author: paper.name, CreationDate: receipt.paidAt },
  })
  const parts: Buffer[] = []
  document.on('data', part => parts.push(part))
  const ended = new Promise<void>(resolve => document.on('end', () => resolve()))
  const faces: Face[] = faceFiles.map((file, n) => {
    document.registerFont(`face ${n}`, file)
    document.font(`face ${n}`)
    // What pdfkit has opened; its types keep it to themselves.
    const { font } = (document as unknown as { _font: { font: OpenedFace } })._font
    return { name: `face ${n}`, has: code => font.hasGlyphForCodePoint(code) }
  })
  const rtl = direction(place.language) === 'rtl'
  const set = (text: string, size: number, more: { x?: number; width?: number; soft?: boolean } = {}) =>
    setLines(document, faces, { text, size, rtl, ...more })

  set(paper.name, 24)
  for (const line of [...paper.imprint, paper.email].filter(Boolean)) set(line, 10, { soft: true })
  document.moveDown(2)
  set(texts.title, 18)
  document.moveDown(0.5)
  const money = (amount: number) => formatMoney(amount, receipt.currency, place.language)
  const rows: [string, string][] = [
    [texts.number, number],
    [texts.date, formatDate(receipt.paidAt, place)],
    [texts.by, reader.name || reader.email],
    [texts.what, receipt.tier === null ? texts.single : `${texts.membership}: ${receipt.tier}`],
    ...(receipt.covers
      ? [
          [
            texts.covers,
            `${formatDate(receipt.covers.from, place)} – ${formatDate(receipt.covers.until, place)}`,
          ] as [string, string],
        ]
      : []),
    [texts.amount, money(receipt.amountMinor)],
    ...(receipt.givenBackMinor > 0
      ? [[texts.givenBack, money(receipt.givenBackMinor)] as [string, string]]
      : []),
  ]
  const { left, right } = document.page.margins
  const width = document.page.width - left - right
  for (const [label, value] of rows) {
    const top = document.y
    document
      .moveTo(left, top)
      .lineTo(left + width, top)
      .lineWidth(0.5)
      .strokeColor('#d0cdc4')
      .stroke()
    document.y = top + 7
    const at = document.y
    set(label, 10, { soft: true, x: rtl ? left + width - 150 : left, width: 150 })
    const below = document.y
    document.y = at - 1
    set(value, 12, { x: rtl ? left : left + 160, width: width - 160 })
    document.y = Math.max(below, document.y) + 6
  }
  document.moveDown(1.5)
  for (const line of paper.taxText.split('\n').filter(Boolean)) set(line, 10)
  document.moveDown(1)
  set(texts.thanks, 12)
  document.end()
  await ended
  return Buffer.concat(parts)
}
