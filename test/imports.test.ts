import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

// Where a feature's door is not named after its folder or the folder's singular.
const doors: Record<string, string> = {
  media: 'photograph',
  live: 'brief',
}

const floors = ['platform', 'design', 'features', 'app']
const files = [...sources('src'), ...sources('practice')]
const imports = files.flatMap(from => importedBy(from).map(to => ({ from, to })))

test('imports go down the floors: app, features, design, platform', () => {
  const wrong = imports.filter(({ from, to }) => !isBelow(from, to))
  expect(wrong.map(named)).toEqual([])
})

test('a feature reaches another through its door only', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [mine, other] = [featureOf(from), featureOf(to)]
    return mine && other && mine !== other && !isDoor(to, other)
  })
  expect(wrong.map(named)).toEqual([])
})

test('features form no cycle', () => {
  const edges = new Map<string, Map<string, string>>()
  for (const { from, to } of imports) {
    const [mine, other] = [featureOf(from), featureOf(to)]
    if (!mine || !other || mine === other) continue
    edges.set(mine, (edges.get(mine) ?? new Map()).set(other, `${from} imports ${to}`))
  }
  expect(cycleIn(edges)).toEqual([])
})

test('every relative import names its file with its ending', () => {
  const wrong = imports.filter(({ to }) => !existsSync(to) || !/\.(tsx?|css|json|svg)$/.test(to))
  expect(wrong.map(named)).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
}

function importedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const pattern =
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|^\s*import\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm
  return [...text.matchAll(pattern)].map(([, named, bare, lazy]) =>
    relative('.', normalize(join(dirname(file), (named ?? bare ?? lazy)!.replace(/\?.*$/, '')))),
  )
}

/**
 * The program's own floors; the demo newsroom, which the app puts in; and the stand-ins of practice/, which the app puts
 * in too and which stand on design and platform, knowing no feature.
 */
function isBelow(from: string, to: string): boolean {
  if (to.startsWith('demo/')) return from.startsWith('src/app/')
  if (to.startsWith('practice/')) return from.startsWith('src/app/') || from.startsWith('practice/')
  if (from.startsWith('practice/')) return /^src\/(design|platform)\//.test(to)
  return to.startsWith('src/') && floorOf(to) <= floorOf(from)
}

function floorOf(file: string): number {
  return floors.indexOf(file.split('/')[1] ?? '')
}

function featureOf(file: string): string | undefined {
  const [, floor, feature] = file.split('/')
  return floor === 'features' ? feature : undefined
}

function isDoor(file: string, feature: string): boolean {
  const names = [feature, feature.replace(/ies$/, 'y'), feature.replace(/s$/, ''), doors[feature]]
  return names.some(name =>
    [`src/features/${feature}/${name}.ts`, `src/features/${feature}/${name}.tsx`].includes(file),
  )
}

/** The imports that close a circle of features, or nothing. */
function cycleIn(edges: Map<string, Map<string, string>>): string[] {
  const clear = new Set<string>()
  const walk = (feature: string, path: string[]): string[] => {
    const start = path.indexOf(feature)
    if (start >= 0)
      return [...path.slice(start), feature]
        .slice(0, -1)
        .map((a, i, all) => edges.get(a)!.get(all[i + 1] ?? feature)!)
    if (clear.has(feature)) return []
    for (const next of edges.get(feature)?.keys() ?? []) {
      const found = walk(next, [...path, feature])
      if (found.length > 0) return found
    }
    clear.add(feature)
    return []
  }
  for (const feature of edges.keys()) {
    const found = walk(feature, [])
    if (found.length > 0) return found
  }
  return []
}

function named({ from, to }: { from: string; to: string }): string {
  return `${from} imports ${to}`
}
