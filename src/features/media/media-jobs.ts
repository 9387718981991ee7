import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { darkroomOf } from './darkroom.ts'
import { checkFormat, keepFacts } from './keep-facts.ts'
import { photographKeys } from './photograph.ts'
import {
  changePhotograph,
  findByFingerprint,
  lockFingerprint,
  lockPhotograph,
  markFailed,
  markPrinted,
  photographsWithoutRenditions,
  readStoredPhotograph,
  type StoredPhotograph,
} from './photograph-queries.ts'
import { type Negative, type PlannedRendition, planRenditions, type Rendition } from './rendition.ts'

const sweepAfterMinutes = 15

/**
 * Makes what is missing of a photograph's renditions. Safe to repeat. A picture that cannot be printed ends in state
 * 'failed' with the reason; a full disk and other passing troubles are tried again.
 */
export const makeRenditionsJob: JobKind<{ photographId: number }> = {
  name: 'make-renditions',
  schema: z.object({ photographId: z.int() }),
  expireInSeconds: 600,
  async run({ photographId }, house) {
    const photograph = await readStoredPhotograph(house.db, photographId)
    if (!photograph?.fileKey || photograph.state === 'elsewhere') return
    try {
      const bytes = await house.files.read(photograph.fileKey)
      const surveyed = photograph.width ? photograph : await surveyAdopted(house, photograph, bytes)
      await printMissing(house, surveyed, bytes)
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof NotFound)) throw error
      const reason =
        error instanceof NotFound ? 'The original is no longer among the stored files.' : error.message
      await fail(house, photographId, reason)
    }
  },
}

/** Sends the job again for photographs that have waited too long: one that was lost, or came in with an archive. */
export const sweepRenditionsJob: JobKind<Record<string, never>> = {
  name: 'sweep-renditions',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  async run(_data, house) {
    const before = new Date(house.clock.now().getTime() - sweepAfterMinutes * 60_000)
    for (const photographId of await photographsWithoutRenditions(house.db, before))
      await house.jobs.send(house.db, makeRenditionsJob, { photographId })
  },
}

/** A photograph that came in with an archive is looked at first. */
async function surveyAdopted(
  house: House,
  photograph: StoredPhotograph,
  bytes: Buffer,
): Promise<StoredPhotograph> {
  const { id, fileKey, credit, rights, focalX, focalY } = photograph
  checkFormat(bytes, fileKey!.split('/').at(-1)!)
  const survey = await darkroomOf(house).survey({ bytes, credit, holder: rights.holder ?? '' })
  const words = { credit, rights, focal_x: focalX, focal_y: focalY }
  const fingerprint = fingerprintOf(bytes)
  const facts = await keepFacts(house, { id, fileKey: fileKey!, bytes, fingerprint, survey, words })
  await house.db.transaction().execute(async tx => {
    await lockFingerprint(tx, fingerprint)
    const other = await findByFingerprint(tx, fingerprint)
    const known = other === null || other === id ? fingerprint : null
    await changePhotograph(tx, id, { ...facts, fingerprint: known, now: house.clock.now() })
  })
  return (await readStoredPhotograph(house.db, id))!
}

async function printMissing(house: House, photograph: StoredPhotograph, bytes: Buffer): Promise<void> {
  const negative = negativeOf(photograph, bytes)
  const made = new Map(photograph.renditions.map(one => [one.key, one]))
  const planned = planRenditions(negative)
  const missing = planned.filter(one => !made.has(one.key))
  if (missing.length === 0 && photograph.state === 'ready') return
  const { credit, holder } = negative
  const printed = missing.length
    ? await darkroomOf(house).print({ bytes, renditions: missing, credit, holder })
    : []
  for (const [index, rendition] of missing.entries()) {
    const picture = printed[index]!
    await house.files.put(rendition.key, picture)
    made.set(rendition.key, keep(rendition, picture.length))
  }
  await finish(
    house,
    photograph,
    planned.map(one => made.get(one.key)!),
  )
}

function negativeOf(photograph: StoredPhotograph, bytes: Buffer): Negative {
  const { id, width, height, focalX, focalY, credit, rights, renditions } = photograph
  return {
    id,
    fingerprint: photograph.fingerprint ?? fingerprintOf(bytes),
    width: width!,
    height: height!,
    transparent: renditions.some(one => one.format === 'png'),
    focalX,
    focalY,
    credit,
    holder: rights.holder ?? '',
  }
}

function keep({ format, width, height, key, cut }: PlannedRendition, bytes: number): Rendition {
  return { format, width, height, key, bytes, ...(cut ? { crop: 'social' as const } : {}) }
}

async function finish(house: House, before: StoredPhotograph, renditions: Rendition[]): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, before.id)
    const now = await readStoredPhotograph(tx, before.id)
    if (!now) return
    await markPrinted(tx, before.id, { renditions, now: house.clock.now() })
    // The desk moved the focal point or corrected the credit while this was at work: what it asked for is still to do.
    if (lookOf(now) !== lookOf(before))
      await house.jobs.send(tx, makeRenditionsJob, { photographId: before.id })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: photographKeys(before.id) })
  })
}

function fingerprintOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function lookOf({ focalX, focalY, credit, rights }: StoredPhotograph): string {
  return JSON.stringify([focalX, focalY, credit, rights.holder])
}

async function fail(house: House, id: number, reason: string): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, id)
    await markFailed(tx, id, { reason, now: house.clock.now() })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: photographKeys(id) })
  })
}
