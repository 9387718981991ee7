import type { Readable } from 'node:stream'
import { BadInput } from '../../platform/errors/errors.ts'

/** All bytes of an upload. Throws BadInput as soon as there are more than allowed, or when there are none. */
export async function readAll(
  source: Buffer | Readable,
  limits: { mostBytes: number; field: string; name: string },
): Promise<Buffer> {
  const { mostBytes, field, name } = limits
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of Buffer.isBuffer(source) ? [source] : source) {
    length += (chunk as Buffer).length
    if (length > mostBytes) {
      const sentence = `"${name}" is larger than ${Math.floor(mostBytes / 1_048_576)} MB.`
      throw new BadInput({ field, sentence })
    }
    chunks.push(chunk as Buffer)
  }
  if (length === 0) throw new BadInput({ field, sentence: `"${name}" is empty.` })
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
