import { Unavailable } from '../errors/errors.ts'

/** Codes of the system and of PostgreSQL (class 08, 57014, 53200, 53300, 53400, 57P01–57P05) for a server that is not there or
 * takes too long just now. */
const codes =
  /^(ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57014|57P0[1-5]|53[234]00|08...)$/
/** What the driver says, without a code, of a connection that ends while it is in use or cannot be had. */
const sentences =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable)/

/** A database that cannot be reached or has no room is an expected state with a sentence of its own; other errors stay. */
export function databaseAway(error: unknown): unknown {
  const { code = '', message = '', syscall = '' } = (error ?? {}) as Record<string, string | undefined>
  if (code === '53100')
    return new Unavailable(
      'The disk of the database is full, so nothing was kept. Make room and try again.',
      {
        cause: error,
      },
    )
  // ENOENT is the socket of a database that is not running; a file that is missing has another call.
  const away = code === 'ENOENT' ? syscall === 'connect' : codes.test(code) || sentences.test(message)
  if (!away) return error
  return new Unavailable('The database does not answer just now. Please try again in a moment.', {
    cause: error,
  })
}
