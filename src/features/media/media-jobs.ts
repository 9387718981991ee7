import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { darkroomOf } from './darkroom.ts'
import {
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
      await printMissing(house, photograph, photograph.fileKey)
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

async function printMissing(house: House, photograph: StoredPhotograph, fileKey: string): Promise<void> {
  const bytes = await house.files.read(fileKey)
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
  if (!width || !height)
    throw new BadInput({ field: 'photograph', sentence: 'The size of the picture is not known.' })
  return {
    id,
    fingerprint: photograph.fingerprint ?? createHash('sha256').update(bytes).digest('hex'),
    width,
    height,
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
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: [`photograph:${before.id}`] })
  })
}

function lookOf({ focalX, focalY, credit, rights }: StoredPhotograph): string {
  return JSON.stringify([focalX, focalY, credit, rights.holder])
}

async function fail(house: House, id: number, reason: string): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, id)
    await markFailed(tx, id, { reason, now: house.clock.now() })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: [`photograph:${id}`] })
  })
}
