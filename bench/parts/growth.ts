import type { Figure } from '../figure.ts'
import { needPage } from '../get-page.ts'
import { type RunningHouse, runHouse } from '../run-house.ts'
import { median } from '../statistics.ts'
import type { Ground } from './part.ts'

const part = 'Growth'
const atMost = 1.5
/** A page of the newsroom's story list, whatever it is narrowed to. */
const listAtMostMs = 50

/** A publication of its own for each size, and what was measured on it. */
interface Grown {
  size: number
  house: RunningHouse
  seconds: number
  times: Record<string, number[]>
}

/**
 * The same pages with a thousand, ten thousand and a hundred thousand stories, each printed anew with nothing kept. All
 * sizes are asked by turns, so that a noisy minute falls on all of them; the bar is on the largest against the smallest.
 */
export async function measureGrowth(ground: Ground): Promise<Figure[]> {
  const sizes = ground.quick ? [500, 5000] : [1000, 10_000, 100_000]
  const grown: Grown[] = []
  try {
    for (const size of sizes) grown.push(await grow(size, ground))
    await takeTurns(grown, ground)
    return figuresOf(grown)
  } finally {
    await Promise.all(grown.map(({ house }) => house.stop()))
  }
}

async function grow(size: number, ground: Ground): Promise<Grown> {
  const house = await runHouse({ demo: false, pinned: false })
  const { writing, indexing } = await house.ask('growArchive', size)
  const seconds = writing + indexing
  ground.say(
    `${size.toLocaleString('en-GB')} stories: written in ${writing.toFixed(0)} s, indexed in ${indexing.toFixed(0)} s`,
  )
  return { size, house, seconds, times: {} }
}

async function takeTurns(grown: readonly Grown[], ground: Ground): Promise<void> {
  const rounds = ground.quick ? 15 : 60
  const addresses = await Promise.all(grown.map(({ house }) => house.ask('addresses', rounds)))
  const cookies = await Promise.all(grown.map(({ house }) => house.ask('editorCookie')))
  for (let round = -8; round < rounds; round++) {
    for (const name of Object.keys(addresses[0]!)) {
      for (const [i, { house, times }] of grown.entries()) {
        const paths = addresses[i]![name]!
        await house.ask('throwAway', ['*'])
        const path = paths[(round + 8) % paths.length]!
        const headers = path.startsWith('/newsroom') ? { cookie: cookies[i]! } : undefined
        const { milliseconds } = await needPage(house.port, path, headers)
        // The first rounds warm up.
        if (round >= 0) times[name] = [...(times[name] ?? []), milliseconds]
      }
    }
  }
}

function figuresOf(grown: readonly Grown[]): Figure[] {
  const sizes = grown.map(({ size }) => size.toLocaleString('en-GB'))
  return Object.keys(grown[0]!.times).map((name, i) => {
    const row = grown.map(({ times }) => median(times[name]!))
    return {
      part,
      measure: `${name}, p50`,
      value: row.at(-1)!,
      unit: 'ms',
      reference: `${row
        .slice(0, -1)
        .map(value => value.toFixed(1))
        .join(', ')} ms`,
      // A small archive does not fill a page of most filters, so the bar of a list is its time.
      ...(name.startsWith('story list')
        ? { bar: { atMost: listAtMostMs } }
        : { ratio: row.at(-1)! / row[0]!, bar: { atMost } }),
      note:
        i === 0
          ? `the figure is with ${sizes.at(-1)} stories, beside it ${sizes.slice(0, -1).join(' and ')}; the ratio is of the largest to the smallest`
          : undefined,
    }
  })
}
