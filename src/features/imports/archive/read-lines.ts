import { BadArchive } from '../import.ts'

const longestLine = 64 * 1024 * 1024
const batchLines = 500
const batchBytes = 8 * 1024 * 1024

/** Lines of UTF-8 in batches that fit into memory, the number of the first one with each. Throws BadArchive. */
export async function* batchesOf(
  name: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<{ first: number; lines: string[] }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest: string[] = []
  let restLength = 0
  let lines: string[] = []
  let size = 0
  let first = 1
  for await (const chunk of bytes) {
    const parts = decode(decoder, chunk, name).split('\n')
    for (const [index, part] of parts.entries()) {
      rest.push(part)
      restLength += part.length
      if (restLength > longestLine)
        throw new BadArchive(`${name} holds a line of more than 64 million characters.`)
      if (index === parts.length - 1) break
      lines.push(rest.join(''))
      size += restLength
      rest = []
      restLength = 0
      if (lines.length < batchLines && size < batchBytes) continue
      yield { first, lines }
      first += lines.length
      lines = []
      size = 0
    }
  }
  if (restLength > 0) throw new BadArchive(`${name} ends in the middle of a line.`)
  if (lines.length > 0) yield { first, lines }
}

function decode(decoder: TextDecoder, chunk: Buffer, name: string): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new BadArchive(`${name} holds bytes that are not UTF-8.`, { cause })
  }
}
