import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { residentKilobytes } from '../machine.ts'
import { runHouse, settled } from '../run-house.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Ground } from './part.ts'

const part = 'Import'

interface Imported {
  size: number
  perSecond: number
  megabytes: number
  /** Seconds from the end of the import until search knows every story. */
  indexing: number
  /** The most the process had while it imported, megabytes above what it had before. */
  memory: number
}

/** A WordPress export of a thousand and one of ten thousand posts, each into an empty publication. */
export async function measureImport(ground: Ground): Promise<Figure[]> {
  const sizes = ground.quick ? [200, 1000] : [1000, 10_000]
  const all: Imported[] = []
  for (const size of sizes) all.push(await importOnce(size, ground))
  const [small, large] = all
  return [
    {
      part,
      measure: `WordPress, ${large!.size.toLocaleString('en-GB')} posts (${large!.megabytes.toFixed(0)} MB)`,
      value: large!.perSecond,
      unit: 'stories/s',
      reference: `${small!.size.toLocaleString('en-GB')} posts: ${Math.round(small!.perSecond)} stories/s`,
      ratio: large!.perSecond / small!.perSecond,
      bar: { atLeast: 0.67 },
    },
    { part, measure: 'until search knows all of them', value: large!.indexing, unit: 's' },
    {
      part,
      measure: 'most memory while it ran, above idle',
      value: large!.memory,
      unit: 'MB',
      reference: `${small!.size.toLocaleString('en-GB')} posts: ${small!.memory.toFixed(0)} MB`,
    },
  ]
}

async function importOnce(size: number, ground: Ground): Promise<Imported> {
  const folder = await temporaryFolder()
  const house = await runHouse({ demo: false, pinned: false })
  const path = join(folder.path, 'export.xml')
  let most = 0
  let watch: NodeJS.Timeout | undefined
  try {
    const bytes = await house.ask('writeWordpressExport', path, size)
    const before = residentKilobytes(house.pid)
    watch = setInterval(() => {
      most = Math.max(most, residentKilobytes(house.pid) - before)
    }, 100)
    const { seconds, stories } = await house.ask('importWordpress', path)
    if (stories !== size) throw new Error(`${stories} of ${size} stories came`)
    const memory = most / 1024
    const imported = performance.now()
    await settled(house, () => {})
    const indexing = (performance.now() - imported) / 1000
    ground.say(
      `${size.toLocaleString('en-GB')} posts in ${seconds.toFixed(1)} s, found ${indexing.toFixed(1)} s later`,
    )
    return { size, perSecond: size / seconds, indexing, megabytes: bytes / 2 ** 20, memory }
  } finally {
    clearInterval(watch)
    await house.stop()
    await folder.remove()
  }
}
