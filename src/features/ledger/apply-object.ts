import { sql } from 'kysely'
import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Effect, Hint, ProcessorEffects } from './processor-effects.ts'

/**
 * Applies an event of the processor, once. What it carries is a hint only: its object is asked for again under the lock,
 * so that duplicates, late ones and any order end in the same state. Throws where the processor or the database does
 * not answer; nothing is written then, and the processor sends it again.
 */
export async function applyEvent(
  house: House,
  effects: ProcessorEffects,
  event: Stripe.Event,
): Promise<void> {
  const object = event.data.object as unknown as Record<string, unknown>
  // An invoice that is only announced (invoice.upcoming) is nowhere to be asked for yet.
  if (typeof object.id !== 'string') return
  const hint: Hint = { kind: String(object.object), id: object.id, source: event.id }
  await house.payments.inTurn(() =>
    house.db.transaction().execute(async tx => {
      const isNew = await rememberEvent(tx, house, { event, objectId: hint.id })
      if (isNew) await apply(tx, house, { effects, hint, object })
    }),
  )
}

/** Applies what an object of the processor says now, without an event: on a reader's return, or while reconciling. */
export async function applyObject(
  house: House,
  effects: ProcessorEffects,
  about: { hint: Hint; object?: Record<string, unknown> },
): Promise<void> {
  const { hint, object = { id: hint.id } } = about
  await house.payments.inTurn(() =>
    house.db.transaction().execute(tx => apply(tx, house, { effects, hint, object })),
  )
}

async function apply(
  tx: Transaction,
  house: House,
  { effects, hint, object }: { effects: ProcessorEffects; hint: Hint; object: Record<string, unknown> },
): Promise<void> {
  const effect = effects[hint.kind] as Effect | undefined
  if (!effect) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`processor ${effect.lockOf(object)}`}, 0))`.execute(
    tx,
  )
  const found = await effect.find(await house.payments.stripe(), hint.id)
  await effect.converge(tx, house, { object: found, source: hint.source })
}

async function rememberEvent(
  tx: Transaction,
  { payments }: House,
  { event, objectId }: { event: Stripe.Event; objectId: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('processor_events')
    .values({
      id: event.id,
      kind: event.type,
      object_id: objectId,
      created_at: new Date(event.created * 1000),
      received_at: payments.now(),
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
