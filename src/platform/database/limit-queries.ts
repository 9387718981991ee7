import type pg from 'pg'

type Query = (...args: unknown[]) => unknown

/**
 * No statement of this pool takes longer than `patienceMs`. The server ends its work by itself; where it does not even
 * say that (it hangs, or the network swallows everything), the connection is given up, so that nobody else waits on it.
 */
export function limitQueries(pool: pg.Pool, patienceMs: number): void {
  pool.on('connect', client => {
    const query = client.query.bind(client) as Query
    const limited = (...args: unknown[]): unknown => {
      const answer = query(...args)
      if (!(answer instanceof Promise)) return answer
      const giveUp = setTimeout(() => streamOf(client).destroy(silence()), patienceMs * 1.1)
      return answer.finally(() => clearTimeout(giveUp))
    }
    client.query = limited as typeof client.query
    // Not a parameter of the connection: poolers refuse those they do not know.
    limited(`set statement_timeout = ${Math.round(patienceMs)}`)
  })
}

/** The driver hands the error of its stream to whoever waits for an answer on it. */
function streamOf(client: pg.PoolClient) {
  return (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream
}

function silence(): Error {
  return Object.assign(new Error('The database did not answer in time.'), { code: 'ETIMEDOUT' })
}
