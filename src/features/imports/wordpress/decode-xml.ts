import { BadArchive } from '../import.ts'

/** What a text of XML had to be cleaned of. */
export interface Cleaning {
  controlCharacters: number
}

const supported =
  /^(utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|shift_jis|euc-(jp|kr)|gb(k|2312|18030)|big5)$/i
// Control characters that XML forbids; old posts are full of them. NUL is left: a text does not hold it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/**
 * The file's text, in pieces, from the encoding that it declares (UTF-8 where nothing is said). Anything before
 * `<?xml` that is only white space or a PHP notice is dropped. Throws BadArchive for bytes that are not of the
 * encoding, for NUL bytes and for what is not XML at all.
 */
export async function* decodeXml(
  bytes: AsyncIterable<Uint8Array>,
  cleaning: Cleaning,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head = Buffer.alloc(0)
  let read = 0
  for await (const chunk of bytes) {
    read += chunk.length
    if (decoder) {
      yield clean(decode(decoder, chunk, read), cleaning, read)
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < 8192) continue
    const start = begin(head)
    decoder = start.decoder
    yield clean(decode(decoder, start.rest, read), cleaning, read)
  }
  if (!decoder) {
    if (head.length === 0) throw new BadArchive('The file is empty.')
    const start = begin(head)
    decoder = start.decoder
    yield clean(decode(decoder, start.rest, read), cleaning, read)
  }
  try {
    yield decoder.decode()
  } catch {
    throw new BadArchive(`The file ends inside a character, after ${read} bytes: it is not whole.`)
  }
}

function begin(head: Buffer): { decoder: TextDecoder; rest: Buffer } {
  if (head[0] === 0x1f && head[1] === 0x8b)
    throw new BadArchive('The file is compressed with gzip. Unpack it first.')
  if (head.subarray(0, 2).toString('latin1') === 'PK')
    throw new BadArchive('The file is a zip archive. Unpack it and import the .xml file inside.')
  const mark = byteOrderMark(head)
  if (mark) return { decoder: fatal(mark.encoding), rest: head.subarray(mark.length) }
  const text = head.toString('latin1')
  const start = text.indexOf('<?xml')
  const rest = start > 0 && isNoise(text.slice(0, start)) ? head.subarray(start) : head
  const shown = rest.toString('latin1').trimStart()
  if (!shown.startsWith('<'))
    throw new BadArchive(
      `The file does not begin like XML: “${printable(shown.slice(0, 40))}”. A WordPress export is an .xml file.`,
    )
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(shown)?.[1] ?? 'utf-8'
  if (!supported.test(declared))
    throw new BadArchive(`The file declares the encoding “${declared}”, which is not known here.`)
  return { decoder: fatal(/^utf-?16/i.test(declared) ? 'utf-8' : declared), rest: trimmed(rest) }
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0
  while (start < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[start]!)) start++
  return bytes.subarray(start)
}

/** Notices that a misconfigured PHP prints before the file proper. */
function isNoise(text: string): boolean {
  return (
    text.trim() === '' ||
    (/\b(Warning|Notice|Deprecated)\b/.test(text) && text.length < 8000 && !text.includes('<rss'))
  )
}

function byteOrderMark(head: Buffer): { encoding: string; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

function fatal(encoding: string): TextDecoder {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
}

function decode(decoder: TextDecoder, chunk: Uint8Array, read: number): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new BadArchive(
      `The file holds bytes that are not ${decoder.encoding.toUpperCase()} before byte ${read}. Its first line must name the encoding it is in.`,
    )
  }
}

function clean(text: string, cleaning: Cleaning, read: number): string {
  if (text.includes('\0'))
    throw new BadArchive(`The file holds NUL bytes before byte ${read}: it is damaged or not a text.`)
  return text.replace(forbidden, () => {
    cleaning.controlCharacters++
    return ''
  })
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '·')
}
