import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { runPinned } from './pinned-node.mjs'
import { root } from './root.mjs'
import { giveUp, keepSaying, say } from './say.mjs'

const stamp = join(root, 'dist', '.masthead-built')
const sources = [
  'src',
  'practice',
  'demo',
  'migrations',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const parts = { client: ['build'], newsroom: ['build', '--mode', 'newsroom'], server: ['build', '--ssr'] }

/** Builds what the browser and the server run, unless nothing has changed since the last build. Ends the program when the build fails. */
export async function ensureBuilt() {
  if (!(await built())) giveUp('Masthead could not be built; the lines above say why.')
}

/** As ensureBuilt, but answers whether it worked. */
export async function built() {
  return isBuilt(fingerprint()) || oneAtATime('build', buildNow)
}

function isBuilt(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

async function buildNow() {
  const wanted = fingerprint()
  if (isBuilt(wanted)) return true
  say('Building …')
  rmSync(stamp, { force: true })
  const done = keepSaying('building')
  const worked = (await allOf(Object.keys(parts))) === 0
  const took = done()
  if (!worked) return false
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
  say(`Built in ${took}.`)
  return true
}

/** One after the other, as far as they work. Returns the last exit code. */
async function allOf(names) {
  for (const name of names) {
    const code = await build(name)
    if (code !== 0) return code
  }
  return 0
}

/** Builds one part ('client', 'newsroom' or 'server') and returns Vite's exit code. */
export function build(part) {
  return runPinned(['node_modules/vite/bin/vite.js', ...parts[part], '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  })
}

// Names, sizes and times are enough, and take a few milliseconds.
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(source => files(join(root, source)))) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function files(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
  )
}
