import type Stripe from 'stripe'
import { json } from '../../src/platform/database/database.ts'
import { apiVersion } from './api-version.ts'
import { type AnyObject, letters } from './kinds.ts'
import type { Till } from './till.ts'

/**
 * Writes an event in the transaction of the change it tells of; it is delivered once that is committed. `before` is the
 * object as it was: what differs is told as `previous_attributes`.
 */
export async function tell(
  till: Till,
  type: Stripe.Event.Type,
  object: AnyObject | { object: string },
  before?: object | null,
): Promise<void> {
  const id = `evt_${letters(24)}`
  const event = {
    id,
    object: 'event',
    api_version: apiVersion,
    created: till.at,
    data: { object, ...(before ? { previous_attributes: whatDiffers(before, object) } : {}) },
    livemode: false,
    pending_webhooks: 1,
    request: till.request,
    type,
  }
  await till.tx
    .insertInto('practice_events')
    // When to try is the wall clock's business: whoever listens lives there.
    .values({ id, kind: type, data: json<unknown>(event), next_try_at: new Date() })
    .execute()
}

/** The former values of what is different now: groups in part, lists whole. */
function whatDiffers(before: object, now: object): Record<string, unknown> {
  const after = now as Record<string, unknown>
  const changed: Record<string, unknown> = {}
  for (const [name, old] of Object.entries(before)) {
    const value = after[name]
    if (JSON.stringify(old) === JSON.stringify(value)) continue
    changed[name] = isGroup(old) && isGroup(value) ? whatDiffers(old, value) : old
  }
  return changed
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
