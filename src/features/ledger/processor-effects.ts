import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'

/** How an object of the processor became known. */
export interface Hint {
  /** The object's kind as the processor names it: "subscription", "checkout.session", … */
  kind: string
  id: string
  /** The ledger's `source`: an event's number, "return", "reconciliation". */
  source: string
}

/**
 * What follows from an object of the processor. `find` asks for it anew, under the lock; `converge` brings our own state
 * to what it says, and may be called any number of times, in any order.
 */
export interface Effect<Found = unknown> {
  /** What is locked while it is applied: everything about one customer is done one after the other. */
  lockOf(object: Readonly<Record<string, unknown>>): string
  find(client: Stripe, id: string): Promise<Found>
  converge(tx: Transaction, house: House, about: { object: Found; source: string }): Promise<void>
}

/** By the kind of object. Kinds that are not named change nothing here. */
export type ProcessorEffects = Readonly<Record<string, Effect<never>>>

/** The customer where there is one, else the object itself. */
export function customerOf(object: Readonly<Record<string, unknown>>): string {
  const { customer, id } = object
  if (typeof customer === 'string') return customer
  if (customer && typeof customer === 'object' && 'id' in customer) return String(customer.id)
  return String(id)
}
