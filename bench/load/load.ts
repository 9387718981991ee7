import { percentile } from '../statistics.ts'
import { runLane, type Tally } from './lane.ts'

// The load, in a process of its own: told over the channel what to ask, it tells back what came.

export interface LoadOrder {
  port: number
  headers: Record<string, string>
  connections: number
  /** Either one path asked again and again for a time, or many paths asked once each. */
  path?: string
  seconds?: number
  paths?: string[]
  /** The status every answer has to have; 200 where nothing is said. */
  status?: number
}

export interface LoadResult {
  answers: number
  seconds: number
  perSecond: number
  bytes: number
  p50: number
  p99: number
  wrong: Record<string, number>
}

process.on('message', async (order: LoadOrder) => {
  const answer = await run(order).then(
    result => ({ result }),
    error => ({ error: String(error) }),
  )
  process.send!(answer)
})
process.on('disconnect', () => process.exit(0))

async function run(order: LoadOrder): Promise<LoadResult> {
  const { port, headers, connections, path, seconds = 1, status: wanted = 200 } = order
  const tally: Tally = { answers: 0, bytes: 0, times: [], wrong: {} }
  const waiting = order.paths ? [...order.paths] : undefined
  const began = performance.now()
  const over = began + seconds * 1000
  const next = waiting
    ? () => waiting.shift() ?? null
    : () => (performance.now() < over ? (path ?? '/') : null)
  await Promise.all(
    Array.from({ length: connections }, () => runLane({ port, headers, next, wanted, tally })),
  )
  const took = (performance.now() - began) / 1000
  const { answers, bytes, times, wrong } = tally
  return {
    answers,
    seconds: took,
    perSecond: answers / took,
    bytes,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    wrong,
  }
}
