import { type DestinationStream, type Logger, pino } from 'pino'
import { describeError } from './errors/describe-error.ts'

export type Log = Logger

/**
 * The program's log: JSON lines on standard error, so that standard output stays for what a person asked for.
 * Nothing personal goes in: requests are logged by id, method, route pattern, status and time, never by address or query.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: { err: describeError },
    redact: {
      paths: [
        'password',
        'secret',
        'token',
        'cookie',
        'authorization',
        'email',
        '*.password',
        '*.secret',
        '*.token',
        '*.email',
      ],
      censor: '[kept out of the log]',
    },
  }
  return destination ? pino(options, destination) : pino(options, pino.destination({ dest: 2, sync: false }))
}
