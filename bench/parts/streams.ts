import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { fileLimit, residentKilobytes } from '../machine.ts'
import { openStream, type Stream } from '../open-stream.ts'
import { runHouse } from '../run-house.ts'
import { median, percentile } from '../statistics.ts'
import type { Ground } from './part.ts'

const part = 'News Feed streams'
const wanted = 10_000
/** What a process needs besides its streams. */
const otherFiles = 500

/** Many readers with the page open, all in this process, and briefs that have to reach every one of them. */
export async function measureStreams(ground: Ground): Promise<Figure[]> {
  const possible = fileLimit() - otherFiles
  const most = Math.min(wanted, possible)
  const streams = ground.quick ? Math.min(1000, most) : most
  const rounds = ground.quick ? 5 : 20
  if (streams < wanted && !ground.quick)
    ground.say(`a process may hold ${fileLimit()} files open here: ${streams} streams instead of ${wanted}`)
  const house = await runHouse({ demo: false, pinned: false })
  const readers: Stream[] = []
  try {
    await house.ask('brief', 'Before the readers come')
    const before = residentKilobytes(house.pid)
    while (readers.length < streams) {
      const more = Math.min(100, streams - readers.length)
      readers.push(...(await Promise.all(Array.from({ length: more }, () => openStream(house.port)))))
    }
    // Several heartbeats: what a stream costs while nothing happens.
    await pause(3000)
    const each = (residentKilobytes(house.pid) - before) / streams
    const times: number[] = []
    const lasts: number[] = []
    for (let round = -3; round < rounds; round++) {
      const arrived = await oneRound(readers, () => house.ask('brief', `Round ${round}`))
      // The first rounds warm up.
      if (round < 0) continue
      times.push(...arrived)
      lasts.push(arrived.reduce((latest, time) => Math.max(latest, time), 0))
    }
    ground.say(`the last, round by round: ${lasts.map(Math.round).join(', ')} ms`)
    const note =
      streams < wanted
        ? `with ${streams.toLocaleString('en-GB')} streams, ${ground.quick ? 'as it is a quick run' : `since a process may hold only ${fileLimit()} files open here`}`
        : undefined
    const many = streams.toLocaleString('en-GB')
    return [
      {
        part,
        measure: `a brief reaches ${many}, p99`,
        value: percentile(times, 0.99),
        unit: 'ms',
        reference: `median ${median(times).toFixed(0)} ms, the last ${median(lasts).toFixed(0)} ms`,
        bar: { atMost: 250 },
        note,
      },
      { part, measure: 'memory each', value: each, unit: 'KB', bar: { atMost: 30 } },
    ]
  } finally {
    for (const reader of readers) reader.close()
    await house.stop()
  }
}

/** Resolves with each reader's milliseconds from the posting's call to the arrival. */
async function oneRound(readers: readonly Stream[], post: () => Promise<void>): Promise<number[]> {
  const times = new Array<number>(readers.length)
  let missing = readers.length
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  for (const [i, reader] of readers.entries()) {
    reader.hear(chunk => {
      if (!chunk.includes('event: brief-posted')) return
      reader.hear(() => {})
      times[i] = performance.now()
      if (--missing === 0) resolve()
    })
  }
  const tooLate = setTimeout(() => reject(new Error(`${missing} streams wait`)), 15_000)
  const began = performance.now()
  await Promise.all([post(), promise]).finally(() => clearTimeout(tooLate))
  return times.map(at => at - began)
}
