import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { addressName, beginsAsItShould, cleanName, type FileKind, readFileKind } from './file-kind.ts'
import { type Download, findFiles, findStoredFile, putFile } from './file-queries.ts'
import { nextMediaId } from './media-row-queries.ts'
import { orTakeAway } from './or-take-away.ts'

export interface NewFile {
  bytes: Buffer | Readable
  /** As readers will see it and save it. */
  name: string
  /** Where it was fetched from. */
  sourceUrl?: string
  /** A file that is only linked so far: it gets these bytes and keeps its id. */
  id?: number
}

const mostBytes = 200 * 1_048_576

/**
 * Keeps a file that readers can download. Its kind is told by the ending of its name and must be one of those offered;
 * it is always sent as an attachment. Throws BadInput that names the file, NotFound for an unknown id, Unavailable when the
 * disk is full.
 */
export async function storeFile(house: House, file: NewFile): Promise<Download> {
  const name = cleanName(file.name)
  const kind = readFileKind(name)
  if (!kind) throw notOffered(name)
  const linked = file.id === undefined ? null : await readLinked(house, file.id)
  if (linked && isKept(linked)) return linked
  const id = linked?.id ?? (await nextMediaId(house.db, 'files'))
  const key = `files/${id}/${randomBytes(8).toString('hex')}/${addressName(name)}`
  const { bytes } = await house.files.put(key, Readable.from(checked(file.bytes, name, kind)))
  const isNamed = async () => (await findStoredFile(house.db, id))?.fileKey === key
  await orTakeAway(house, { stored: [key], isNamed }, () =>
    house.db.transaction().execute(tx =>
      putFile(tx, {
        id,
        file_key: key,
        source_url: file.sourceUrl ?? null,
        name,
        mime: kind.mime,
        bytes,
        now: house.clock.now(),
      }),
    ),
  )
  return (await findFiles(house.db, [id])).get(id)!
}

async function readLinked(house: House, id: number): Promise<Download> {
  const found = (await findFiles(house.db, [id])).get(id)
  if (!found) throw new NotFound(`There is no file ${id}.`)
  return found
}

function isKept({ src }: Download): boolean {
  return src.startsWith('/media/')
}

/** Lets the bytes through until they prove to be too many, none, or not what the name says. */
async function* checked(source: Buffer | Readable, name: string, kind: FileKind): AsyncGenerator<Buffer> {
  let bytes = 0
  let start: Buffer | null = Buffer.alloc(0)
  for await (const chunk of (Buffer.isBuffer(source) ? [source] : source) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw refused(`"${name}" is larger than 200 MB.`)
    if (start) start = Buffer.concat([start, chunk.subarray(0, 64)])
    if (start && start.length >= 16) start = checkStart(start, name, kind)
    yield chunk
  }
  if (bytes === 0) throw refused(`"${name}" is empty.`)
  if (start) checkStart(start, name, kind)
}

function checkStart(start: Buffer, name: string, kind: FileKind): null {
  if (beginsAsItShould(kind, start)) return null
  throw refused(`"${name}" is not what its name says: it does not begin like a .${kind.extension} file.`)
}

/** Used where a file's kind is not one that is offered. */
export function notOffered(name: string): BadInput {
  return refused(
    `Files such as "${name}" are not offered for download. Documents, tables, pictures, audio and video are.`,
  )
}

function refused(sentence: string): BadInput {
  return new BadInput({ field: 'file', sentence })
}
