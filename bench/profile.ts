import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build-house.ts'
import type { RunningHouse } from './run-house.ts'

interface CpuProfile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
  samples: number[]
  timeDeltas: number[]
}

/** Takes a CPU profile of the house while `work` runs, keeps it in dist/, and prints what cost most. */
export async function profileHouse(
  house: RunningHouse,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  await house.ask('beginProfile')
  await work()
  const text = await house.ask('endProfile')
  const path = join(root, 'dist', `bench-${name}.cpuprofile`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(path, text)
  process.stderr.write(`  profile: ${path}\n${topCosts(JSON.parse(text) as CpuProfile)}\n`)
}

/** Where the time went: by package, by function alone, and by our functions with all they call. */
export function topCosts({ nodes, samples, timeDeltas }: CpuProfile): string {
  const byId = new Map(nodes.map(node => [node.id, node.callFrame]))
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)),
  )
  const alone = new Map<string, number>()
  const whole = new Map<string, number>()
  const packages = new Map<string, number>()
  let total = 0
  for (const [i, id] of samples.entries()) {
    const frame = byId.get(id)!
    const spent = timeDeltas[i] ?? 0
    if (frame.functionName === '(idle)' || frame.url.startsWith('node:inspector')) continue
    total += spent
    add(alone, nameOf(frame), spent)
    add(packages, packageOf(frame), spent)
    const ours = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const above = byId.get(at)!
      if (packageOf(above) === 'masthead') ours.add(nameOf(above))
    }
    for (const name of ours) add(whole, name, spent)
  }
  const lines = (spent: Map<string, number>, most: number) =>
    [...spent]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([name, time]) => `    ${((time / total) * 100).toFixed(1).padStart(5)}%  ${name}`)
  const parts = ['  by package', ...lines(packages, 12), '  by function', ...lines(alone, 30)]
  return [...parts, '  ours, with what they call', ...lines(whole, 60)].join('\n')
}

type Frame = CpuProfile['nodes'][number]['callFrame']

function nameOf({ functionName, url, lineNumber }: Frame): string {
  return `${functionName || '(anonymous)'} ${placeOf(url)}:${lineNumber + 1}`
}

function add(to: Map<string, number>, name: string, spent: number): void {
  to.set(name, (to.get(name) ?? 0) + spent)
}

function packageOf({ functionName, url }: Frame): string {
  if (!url) return functionName.startsWith('(') ? functionName : 'native'
  const named = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
  return named ?? (url.startsWith('node:') ? 'node' : 'masthead')
}

function placeOf(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(`${root}/`, '')
    .replace(/^node_modules\//, '')
}
