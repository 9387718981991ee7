import { Tokenizer, TokenType } from '@streamparser/json'
import { BadArchive } from '../import.ts'
import { checkBeginning } from './beginning.ts'
import { createIndex, type ExportIndex, type Row } from './export-index.ts'

const deepest = 64
/** Bytes of one text or of white space; a longer one is no story. */
const longestText = 64 * 1024 * 1024

/**
 * Reads a Ghost export once, as a stream, and notes where its rows lie and how they belong together. Texts are not
 * kept, so a file of any size needs little memory. Throws BadArchive that names the place for what is truncated,
 * damaged, nested too deeply or no Ghost export.
 */
export async function indexExport(bytes: AsyncIterable<Uint8Array>): Promise<ExportIndex> {
  const tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024, numberBufferSize: 64 })
  const reading = createReading()
  let read = 0
  let skipped = 0
  const fail = (reason: string): never => {
    throw new BadArchive(`${reason} (after byte ${reading.offset() + skipped}${reading.where()}).`)
  }
  tokenizer.onToken = ({ token, value, offset }) => {
    const problem = reading.token(token, value, offset)
    if (problem) fail(problem)
  }
  tokenizer.onError = error => fail(`The file is not well-formed JSON: ${readable(error)}`)
  for await (const chunk of whole(bytes)) {
    const body = read === 0 ? checkBeginning(chunk) : chunk
    if (read === 0) skipped = chunk.length - body.length
    read += chunk.length
    if (tokenizer.isEnded && /[^\s]/.test(Buffer.from(body).toString('latin1')))
      fail('The file goes on after its end')
    if (!tokenizer.isEnded) tokenizer.write(body)
    if (read - skipped - reading.offset() > longestText)
      fail('The file holds a single text of more than 64 million bytes')
  }
  if (read === 0) throw new BadArchive('The file is empty.')
  if (!reading.isComplete())
    fail(`The file is not whole: it ends after ${read} bytes. Export it again, or fetch it again`)
  return reading.finish(skipped)
}

/** The first bytes in one piece, so that they can be looked at. */
async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array()
  for await (const chunk of bytes) {
    if (head === null) yield chunk
    else {
      head = Buffer.concat([head, chunk])
      if (head.length < 512) continue
      yield head
      head = null
    }
  }
  if (head?.length) yield head
}

interface Frame {
  isArray: boolean
  key: string | number
  state: 'first' | 'key' | 'colon' | 'value' | 'comma'
}

function createReading() {
  const index = createIndex()
  const stack: Frame[] = []
  let at = 0
  let ended = false
  let table: { name: string; depth: number; rows: number } | undefined
  let row: { fields: Row; start: number; depth: number } | undefined

  const parent = () => stack.at(-1)
  const path = () => stack.map(frame => frame.key)

  const open = (isArray: boolean): string | undefined => {
    const name = parent()?.key
    if (stack.length >= deepest) return `The file is nested more than ${deepest} deep`
    if (isArray && !table && typeof name === 'string' && isTablePlace(path())) {
      table = { name, depth: stack.length + 1, rows: 0 }
      index.sawTable(name)
    } else if (!isArray && table && stack.length === table.depth) {
      row = { fields: {}, start: at, depth: stack.length + 1 }
    }
    stack.push({ isArray, key: isArray ? 0 : '', state: 'first' })
  }

  const close = (): string | undefined => {
    const depth = stack.length
    stack.pop()
    if (row && depth === row.depth && table) {
      const problem = index.add(table.name, row.fields, { start: row.start, end: at + 1 })
      row = undefined
      if (problem) return problem
    } else if (table && depth === table.depth) table = undefined
    after()
  }

  const after = () => {
    const frame = parent()
    if (!frame) ended = true
    else frame.state = 'comma'
    if (table && stack.length === table.depth) table.rows++
  }

  const scalar = (value: unknown) => {
    const frame = parent()
    if (row && stack.length === row.depth && frame && index.wants(table?.name ?? '', frame.key))
      row.fields[frame.key] = value
    else if (!table && frame?.key === 'version' && stack.at(-2)?.key === 'meta') index.setVersion(value)
    after()
  }

  return {
    offset: () => at,
    isComplete: () => ended,
    where: () => (table ? `, in row ${table.rows + 1} of “${table.name.slice(0, 60)}”` : ''),

    /** Takes the next token; gives back what is wrong with it. */
    token(token: TokenType, value: unknown, offset: number): string | undefined {
      at = offset
      if (ended) return 'The file goes on after its end'
      const frame = parent()
      const wrong = `The file is not well-formed JSON: ${describe(token)} where it cannot stand`
      if (frame && token === (frame.isArray ? TokenType.RIGHT_BRACKET : TokenType.RIGHT_BRACE))
        return frame.state === 'first' || frame.state === 'comma' ? close() : wrong
      if (frame && token === TokenType.COMMA) {
        if (frame.state !== 'comma') return wrong
        frame.state = frame.isArray ? 'value' : 'key'
        if (frame.isArray) frame.key = Number(frame.key) + 1
        return
      }
      if (frame && !frame.isArray && (frame.state === 'first' || frame.state === 'key')) {
        if (token !== TokenType.STRING) return wrong
        frame.key = String(value)
        frame.state = 'colon'
        return
      }
      if (frame?.state === 'colon') {
        if (token !== TokenType.COLON) return wrong
        frame.state = 'value'
        return
      }
      if (frame?.state === 'comma' || token === TokenType.COLON || token === TokenType.COMMA) return wrong
      if (token === TokenType.LEFT_BRACE) return open(false)
      if (token === TokenType.LEFT_BRACKET) return open(true)
      if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) return wrong
      if (!frame) return 'The file is JSON, but not a Ghost export: it is a single value'
      scalar(value)
    },

    finish(skipped: number): ExportIndex {
      return index.finish(skipped)
    },
  }
}

/** Where tables lie: {db: [{data: …}]} since Ghost 0.7, {data: …} before it and in hand-made files. */
function isTablePlace(path: readonly (string | number)[]): boolean {
  const place = path.slice(0, -1).join('/')
  return place === 'data' || /^db\/\d+\/data$/.test(place)
}

function describe(token: TokenType): string {
  return ['{', '}', '[', ']', ':', ',', 'true', 'false', 'null', 'a text', 'a number'][token] ?? 'a sign'
}

function readable(error: Error): string {
  return error.message.replace(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '')
}
