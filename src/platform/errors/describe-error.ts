interface Described {
  type: string
  message: string
  stack?: string
  code?: string
  table?: string
  constraint?: string
  cause?: Described
}

const mostLetters = 2000
const mostCauses = 4

/**
 * What the log keeps of an error: kind, message, code, where it happened, and what caused it. Nothing else an error may
 * carry is kept, because PostgreSQL and others put into it the very values that were asked for or stored.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, mostLetters) }
  const { code, table, constraint, cause } = error as unknown as Record<string, unknown>
  const message = (isFromPostgres(error) ? withoutValues(error.message) : error.message).slice(0, mostLetters)
  return {
    type: error.name,
    message,
    stack: placesOf(error),
    ...texts({ code, table, constraint }),
    ...(cause !== undefined && depth < mostCauses ? { cause: describeError(cause, depth + 1) } : {}),
  }
}

function isFromPostgres(error: Error): boolean {
  return 'severity' in error && 'routine' in error
}

/** `invalid input syntax for type bigint: "what a reader wrote"` */
function withoutValues(message: string): string {
  return message.replace(/: ".*"$/s, ': "…"')
}

/** The stack without its first lines, which repeat the message. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n')
    .slice(0, mostLetters)
}

function texts(values: Record<string, unknown>): Record<string, string> {
  const strings = Object.entries(values).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(strings) as Record<string, string>
}
