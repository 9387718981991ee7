/** An error as Stripe answers with it (docs.stripe.com/api/errors). */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'authentication_error'
  message: string
  code?: string
  decline_code?: string
  param?: string
  doc_url?: string
  request_log_url?: string
  charge?: string
  payment_intent?: unknown
  payment_method?: unknown
  setup_intent?: unknown
}

/** What a call is refused with. Whatever the call had done is undone, unless it is `kept` (a declined card is a fact). */
export class ProcessorError extends Error {
  readonly status: number
  readonly body: ErrorBody
  readonly kept: boolean

  constructor(status: number, body: ErrorBody, kept = false) {
    super(body.message)
    this.status = status
    this.body = body.code ? { doc_url: `https://docs.stripe.com/error-codes#${body.code}`, ...body } : body
    this.kept = kept
  }
}

/** 400: what was asked does not make sense. `param` is written as it was sent: `items[0][price]`. */
export function invalidRequest(message: string, param?: string, code?: string): ProcessorError {
  return new ProcessorError(400, {
    type: 'invalid_request_error',
    message,
    ...(param ? { param } : {}),
    ...(code ? { code } : {}),
  })
}

/** No such object: 404 where the address names it, 400 where a parameter does. */
export function resourceMissing(what: string, id: string, param = 'id'): ProcessorError {
  return new ProcessorError(param === 'id' ? 404 : 400, {
    type: 'invalid_request_error',
    message: `No such ${what}: '${id}'`,
    param,
    code: 'resource_missing',
  })
}
