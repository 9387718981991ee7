/**
 * Something that may happen in the ordinary course of things and that a person can be told about.
 * `message` is a plain sentence for that person; anything else that is thrown is a fault of the program.
 */
export class ExpectedError extends Error {
  override name = 'ExpectedError'
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
    this.status = status
  }
}

export class NotFound extends ExpectedError {
  override name = 'NotFound'
  constructor(sentence = 'There is nothing at this address.') {
    super('not-found', 404, sentence)
  }
}

/** What was here has been taken back on purpose (RFC 9110, 15.5.11). */
export class Gone extends ExpectedError {
  override name = 'Gone'
  /** Press keys of what is gone, so that its return prints the page again. */
  readonly keys: string[]
  constructor(sentence: string, keys: string[] = []) {
    super('gone', 410, sentence)
    this.keys = keys
  }
}

/** What was here has been taken away for good, by the law (451, RFC 7725) or for a like reason (410). */
export class Removed extends Gone {
  override name = 'Removed'
  override readonly status: 410 | 451
  readonly removedAt: Date
  constructor(options: { status: 410 | 451; sentence: string; removedAt: Date; keys?: string[] }) {
    super(options.sentence, options.keys)
    this.status = options.status
    this.removedAt = options.removedAt
  }
}

/** What was sent cannot be used; `field` names which part of it. */
export class BadInput extends ExpectedError {
  override name = 'BadInput'
  readonly field: string
  constructor(options: { field: string; sentence: string }) {
    super('bad-input', 400, options.sentence)
    this.field = options.field
  }
}

export class Forbidden extends ExpectedError {
  override name = 'Forbidden'
  constructor(sentence = 'You may not open this page.') {
    super('forbidden', 403, sentence)
  }
}

/** Nobody is signed in, or no longer. */
export class SignInNeeded extends ExpectedError {
  override name = 'SignInNeeded'
  constructor(sentence = 'Please sign in first.') {
    super('sign-in-needed', 401, sentence)
  }
}

/** A form came without this browser's token: an old page, or another site's doing. */
export class StaleForm extends ExpectedError {
  override name = 'StaleForm'
  constructor(sentence = 'This form has been open for long, so please look it over and send it once more.') {
    super('stale-form', 403, sentence)
  }
}

/** This address is there, but not for what was asked of it (RFC 9110, 15.5.6). */
export class MethodNotAllowed extends ExpectedError {
  override name = 'MethodNotAllowed'
  constructor(sentence = 'Nothing can be sent to this address; it can only be read.') {
    super('method-not-allowed', 405, sentence)
  }
}

export class Conflict extends ExpectedError {
  override name = 'Conflict'
  constructor(sentence: string) {
    super('conflict', 409, sentence)
  }
}

/** Another part (database, disk, outside service) does not answer just now; trying again later may work. */
export class Unavailable extends ExpectedError {
  override name = 'Unavailable'
  constructor(sentence: string, options?: ErrorOptions) {
    super('unavailable', 503, sentence, options)
  }
}
