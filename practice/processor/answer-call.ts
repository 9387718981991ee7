import { createHash } from 'node:crypto'
import { z } from 'zod'
import { json } from '../../src/platform/database/database.ts'
import { findCall } from './call.ts'
import { calls } from './calls.ts'
import { expandFields } from './expand-fields.ts'
import type { GivenFields } from './form-body.ts'
import { letters } from './kinds.ts'
import { readParameters } from './parameters.ts'
import { ProcessorError } from './processor-error.ts'
import { atTill, type Till, type TillFloor } from './till.ts'

export interface CallRequest {
  method: string
  path: string
  given: GivenFields
  idempotencyKey: string | null
}

export interface CallAnswer {
  status: number
  body: unknown
  /** The answer was given before, to the same key. */
  replayed?: boolean
}

const paths = z.array(z.string().max(200)).max(20).default([])

/** Answers one call, whole or not at all. Throws ProcessorError for what is refused. */
export async function answerCall(floor: TillFloor, request: CallRequest): Promise<CallAnswer> {
  const { method, path, given, idempotencyKey } = request
  const found = findCall(calls, method, path)
  if (!found)
    throw new ProcessorError(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${path}). Practice does not know this call; docs/practice-payments.md lists those it knows.`,
    })
  const { expand, ...rest } = given
  const parameters = readParameters(found.call.parameters, rest)
  const { expand: expanded } = readParameters(z.strictObject({ expand: paths }), expand ? { expand } : {})
  const work = async (till: Till): Promise<CallAnswer> => {
    try {
      const body = await found.call.answer(till, parameters, found.ids)
      return { status: 200, body: await expandFields(till, body, expanded) }
    } catch (error) {
      // A declined card is a fact, and what it changed stays.
      if (error instanceof ProcessorError && error.kept)
        return { status: error.status, body: { error: error.body } }
      throw error
    }
  }
  const looks = method === 'GET'
  const asked = { id: `req_${letters(14)}`, idempotency_key: looks ? null : idempotencyKey }
  return atTill(floor, { request: asked, looks }, till =>
    idempotencyKey && !looks ? once(till, idempotencyKey, fingerprintOf(request), work) : work(till),
  )
}

/**
 * The same key brings the same answer, whatever it was, for 24 hours; the same key with other parameters is refused
 * (docs.stripe.com/api/idempotent_requests). What was refused before it began leaves no answer.
 */
async function once(
  till: Till,
  key: string,
  fingerprint: string,
  work: (till: Till) => Promise<CallAnswer>,
): Promise<CallAnswer> {
  const { tx } = till
  const today = new Date((till.at - 86_400) * 1000)
  await tx.deleteFrom('practice_answers').where('created_at', '<', today).execute()
  const before = await tx
    .selectFrom('practice_answers')
    .selectAll()
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  if (before && before.fingerprint !== fingerprint)
    throw new ProcessorError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  if (before) return { status: before.status, body: before.body, replayed: true }
  const answer = await work(till)
  await tx
    .insertInto('practice_answers')
    .values({
      idempotency_key: key,
      fingerprint,
      status: answer.status,
      body: json(answer.body),
      created_at: new Date(till.at * 1000),
    })
    .execute()
  return answer
}

function fingerprintOf({ method, path, given }: CallRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, given]))
    .digest('base64url')
}
