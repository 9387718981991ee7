import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { darkroomOf } from './darkroom.ts'
import type { Survey } from './develop-picture.ts'
import { checkFormat, type KeptFacts, keepFacts } from './keep-facts.ts'
import { makeRenditionsJob } from './media-jobs.ts'
import { nextMediaId } from './media-row-queries.ts'
import { orTakeAway } from './or-take-away.ts'
import { type Photograph, type PhotographWords, photographKeys, readPhotographWords } from './photograph.ts'
import {
  changePhotograph,
  findByFingerprint,
  findPhotographs,
  insertPhotograph,
  lockFingerprint,
  lockPhotograph,
  readStoredPhotograph,
  type StoredPhotograph,
  type Words,
} from './photograph-queries.ts'
import { pictureFormats } from './picture-format.ts'
import { readAll } from './read-all.ts'

export interface NewPhotograph extends PhotographWords {
  bytes: Buffer | Readable
  /** The file's name, for sentences about it. */
  name: string
  /** Where it was fetched from. */
  sourceUrl?: string
  /** A photograph that is only linked so far ('elsewhere'): it gets these bytes and keeps its id and its words. */
  id?: number
}

export interface StoredResult {
  id: number
  /** True when these bytes were here already; nothing was changed then. */
  existed: boolean
  photograph: Photograph
}

const mostBytes = 50 * 1_048_576

/**
 * Keeps a photograph: the original as it came, a first rendition at once, all others by a job. What the desk says
 * (caption, credit, …) counts before what the file says of itself. Throws BadInput for what is not a picture we take,
 * NotFound for an unknown id, Unavailable when the disk is full.
 */
export async function storePhotograph(house: House, photograph: NewPhotograph): Promise<StoredResult> {
  const { bytes: source, name, sourceUrl, id: linkedId, ...given } = photograph
  const words = readPhotographWords(given)
  const bytes = await readAll(source, { mostBytes, field: 'photograph', name })
  checkFormat(bytes, name)
  const fingerprint = createHash('sha256').update(bytes).digest('hex')

  const linked = linkedId === undefined ? null : await readLinked(house, linkedId)
  if (linked && linked.state !== 'elsewhere') return existing(house, linked.id)
  const same = await findByFingerprint(house.db, fingerprint)
  if (same !== null && !linked) return existing(house, same)

  const survey = await darkroomOf(house).survey({
    bytes,
    credit: words.credit ?? (linked?.credit || undefined),
    holder: words.rights?.holder ?? linked?.rights.holder,
  })
  const id = linked?.id ?? (await nextMediaId(house.db, 'photographs'))
  const merged = mergeWords({ words, survey, linked })
  const original = `photographs/${id}/${fingerprint}.${pictureFormats[survey.format].extension}`
  const stored: string[] = []
  const isNamed = async () => (await readStoredPhotograph(house.db, id))?.fileKey === original
  const done = await orTakeAway(house, { stored, isNamed }, async () => {
    await house.files.put(original, bytes)
    stored.push(original)
    const kept = await keepFacts(house, { id, bytes, fingerprint, survey, words: merged, fileKey: original })
    stored.push(...kept.renditions.map(one => one.key))
    return linked
      ? giveBytes(house, { linked, words: merged, kept })
      : add(house, { id, words: merged, kept, sourceUrl: sourceUrl ?? null })
  })
  if (!done) {
    for (const key of stored) await house.files.remove(key)
    return existing(house, (await findByFingerprint(house.db, fingerprint))!)
  }
  return { ...(await existing(house, id)), existed: false }
}

async function readLinked(house: House, id: number): Promise<StoredPhotograph> {
  const found = await readStoredPhotograph(house.db, id)
  if (!found) throw new NotFound(`There is no photograph ${id}.`)
  return found
}

async function existing(house: House, id: number): Promise<StoredResult> {
  const photograph = (await findPhotographs(house.db, [id])).get(id)
  if (!photograph) throw new NotFound(`There is no photograph ${id}.`)
  return { id, existed: true, photograph }
}

function mergeWords(from: {
  words: PhotographWords
  survey: Survey
  linked: StoredPhotograph | null
}): Words {
  const { words, survey, linked } = from
  const file = survey.words
  const said = {
    ...(file.holder ? { holder: file.holder } : {}),
    ...(file.takenOn ? { takenOn: file.takenOn } : {}),
  }
  return {
    caption: words.caption ?? (linked?.caption || file.caption),
    credit: words.credit ?? (linked?.credit || file.credit),
    alt: words.alt ?? (linked?.alt || file.alt),
    rights: { ...said, ...linked?.rights, ...words.rights },
    focal_x: words.focalX ?? linked?.focalX ?? 0.5,
    focal_y: words.focalY ?? linked?.focalY ?? 0.5,
  }
}

async function add(
  house: House,
  photograph: {
    id: number
    words: Words
    kept: KeptFacts
    sourceUrl: string | null
  },
): Promise<boolean> {
  const { id, words, kept, sourceUrl } = photograph
  return house.db.transaction().execute(async tx => {
    await lockFingerprint(tx, kept.fingerprint)
    const row = { id, ...words, ...kept, source_url: sourceUrl, now: house.clock.now() }
    if (!(await insertPhotograph(tx, row))) return false
    await house.jobs.send(tx, makeRenditionsJob, { photographId: id })
    return true
  })
}

async function giveBytes(
  house: House,
  photograph: { linked: StoredPhotograph; words: Words; kept: KeptFacts },
): Promise<boolean> {
  const { linked, words, kept } = photograph
  return house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, linked.id)
    await lockFingerprint(tx, kept.fingerprint)
    // Two links may lead to the same picture; only one row can be the one that its bytes are known by.
    const other = await findByFingerprint(tx, kept.fingerprint)
    const fingerprint = other === null || other === linked.id ? kept.fingerprint : null
    await changePhotograph(tx, linked.id, { ...kept, fingerprint, ...words, now: house.clock.now() })
    await house.jobs.send(tx, makeRenditionsJob, { photographId: linked.id })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: photographKeys(linked.id) })
    return true
  })
}
