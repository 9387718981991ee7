import pg from 'pg'

export interface QueryTimes {
  queries: number
  /** Time during which at least one query ran, milliseconds. */
  milliseconds: number
}

let queries = 0
let running = 0
let since = 0
let milliseconds = 0

const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown }
const query = prototype.query
prototype.query = function (this: unknown, ...args: unknown[]): unknown {
  const result = query.apply(this, args)
  if (!(result instanceof Promise)) return result
  queries++
  if (running++ === 0) since = performance.now()
  const end = () => {
    if (--running === 0) milliseconds += performance.now() - since
  }
  result.then(end, end)
  return result
}

/** What was asked of the database since the last time this was called. */
export function timeQueries(): QueryTimes {
  const times = { queries, milliseconds }
  queries = 0
  milliseconds = 0
  return times
}
