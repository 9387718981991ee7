import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildHouse, root } from './build-house.ts'
import { type Figure, holds, tableOf } from './figure.ts'
import { describeMachine, moveToCore, serverCore } from './machine.ts'
import { measureGrowth } from './parts/growth.ts'
import { measureImport } from './parts/import.ts'
import type { Ground, Part } from './parts/part.ts'
import { measurePress } from './parts/press.ts'
import { measurePublish } from './parts/publish.ts'
import { measureStart } from './parts/start.ts'
import { measureStreams } from './parts/streams.ts'
import { measureUnprinted } from './parts/unprinted.ts'
import { measureWeight } from './parts/weight.ts'
import { type RunningHouse, runHouse, settled, stopAllHouses } from './run-house.ts'
import { temporaryFolder } from './temporary-folder.ts'

// npm run bench [-- part …] [--quick] [--profile] [--data FOLDER]: everything that is measured. See docs/benchmarks.md.

// In this order: the first start fills the folder that the others use, and every one after it writes into it.
const parts: Record<string, Part> = {
  start: measureStart,
  press: measurePress,
  weight: measureWeight,
  unprinted: measureUnprinted,
  publish: measurePublish,
  streams: measureStreams,
  growth: measureGrowth,
  import: measureImport,
}

const { positionals, values } = readArguments()
const chosen = positionals.length > 0 ? positionals : Object.keys(parts)
let demoData: Promise<string> | undefined
let demoHouse: Promise<RunningHouse> | undefined

const ground: Ground = {
  quick: values.quick,
  profile: values.profile,
  say: line => process.stderr.write(`  ${line}\n`),
  demoData() {
    demoData ??= values.data
      ? Promise.resolve(resolve(values.data))
      : temporaryFolder().then(made => join(made.path, 'data'))
    return demoData
  },
  demoHouse() {
    demoHouse ??= openDemoHouse()
    return demoHouse
  },
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stopAllHouses().finally(() => process.exit(1)))
const began = performance.now()
const machine = describeMachine()
ground.say(
  `${machine.cores} cores of ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}` +
    `${machine.pinned ? '; the server has one core and the load another' : '; server and load share the cores (no taskset, or one core)'}`,
)
await buildHouse()
const figures: Figure[] = []
const failed: string[] = []
for (const name of chosen) {
  process.stderr.write(`${name} …\n`)
  try {
    figures.push(...(await parts[name]!(ground)))
  } catch (error) {
    failed.push(name)
    process.stderr.write(`${name} could not be measured: ${error instanceof Error ? error.stack : error}\n`)
  }
}
await stopAllHouses()
report()
process.exit(failed.length > 0 ? 1 : 0)

function readArguments() {
  const parsed = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  })
  const unknown = parsed.positionals.find(name => !(name in parts))
  if (unknown === undefined) return parsed
  process.stderr.write(`There is no part “${unknown}”; there are ${Object.keys(parts).join(', ')}.\n`)
  process.exit(1)
}

async function openDemoHouse(): Promise<RunningHouse> {
  ground.say('a house with the demo newsroom opens and develops its pictures …')
  const house = await runHouse({ demo: true, dataDir: await ground.demoData(), pinned: false })
  await settled(house, ground.say)
  moveToCore(serverCore, house.pid)
  return house
}

function report(): void {
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`\n${tableOf(figures)}\n\n`)
  const missed = figures.filter(figure => !holds(figure)).length
  const verdict =
    figures.length === 0 ? 'Nothing was measured' : missed === 0 ? 'Every bar holds' : `${missed} missed`
  process.stdout.write(`${verdict} (${seconds} s).\n`)
  const path = join(root, 'dist', 'bench.json')
  mkdirSync(dirname(path), { recursive: true })
  const kept = figures.map(figure => ({ ...figure, holds: holds(figure) }))
  writeFileSync(
    path,
    `${JSON.stringify({ at: new Date(), machine, quick: ground.quick, seconds, failed, figures: kept }, null, 2)}\n`,
  )
  process.stdout.write(`Written to ${path}\n`)
}
