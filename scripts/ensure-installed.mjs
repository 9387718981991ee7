import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { root } from './root.mjs'
import { giveUp, keepSaying, say } from './say.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.masthead-installed')
const npmRecord = join(modules, '.package-lock.json')

/** Makes node_modules hold what package-lock.json says; does nothing when it already does. */
export async function ensureInstalled() {
  if (read(stamp) === fingerprint()) return
  await oneAtATime('install', async () => {
    const wanted = fingerprint()
    if (read(stamp) === wanted) return
    if (!npmInstalledTheSame()) await install()
    try {
      writeFileSync(stamp, wanted)
    } catch (error) {
      giveUp(reason(String(error)))
    }
  })
}

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

// After a developer's own `npm install` the tree is right although the stamp is not.
function npmInstalledTheSame() {
  const record = read(npmRecord)
  if (!record) return false
  const present = JSON.parse(record).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || present[path]?.version === entry.version || notForThisMachine(entry),
  )
}

function notForThisMachine({ optional, os, cpu, libc }) {
  return (
    optional &&
    (os || cpu || libc) &&
    !(
      [os ?? process.platform].flat().includes(process.platform) &&
      [cpu ?? process.arch].flat().includes(process.arch) &&
      !libc?.includes('musl')
    )
  )
}

async function install() {
  say('Installing the packages Masthead needs. This happens once and takes a minute or two.')
  const cache = writableCache()
  // Without these two an install that is cut short is always taken up again.
  rmSync(stamp, { force: true })
  rmSync(npmRecord, { force: true })
  const done = keepSaying('installing')
  const { code, output } = await npmCi(cache.path)
  cache.remove()
  const took = done()
  // On a full disk npm leaves files out, warns, and calls it done.
  const whole = !/TAR_ENTRY_ERROR|ENOSPC|EDQUOT/.test(output)
  if (code !== 0 || !whole) {
    rmSync(npmRecord, { force: true })
    giveUp(reason(output))
  }
  say(`Installed in ${took}.`)
}

function npmCi(cache) {
  const npm = npmCommand()
  const flags = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000']
  const quiet = ['--loglevel=warn', '--no-progress', '--no-update-notifier']
  const args = [...npm.args, ...flags, ...patience, ...quiet, ...(cache ? ['--cache', cache] : [])]
  return new Promise(resolve => {
    const child = spawn(npm.command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
    })
    child.stderr.on('data', chunk => {
      output += chunk
    })
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code, output }))
  })
}

// Under `npm start` npm says where it is itself; otherwise it is looked for on PATH.
function npmCommand() {
  const path = process.env.npm_execpath
  if (path && basename(path) === 'npm-cli.js') return { command: process.execPath, args: [path] }
  return { command: 'npm', args: [] }
}

// npm needs a cache folder; where the home folder cannot be written, a temporary one will do.
function writableCache() {
  const usual = process.env.npm_config_cache ?? join(process.env.HOME ?? '/', '.npm')
  try {
    mkdirSync(usual, { recursive: true })
    accessSync(usual, constants.W_OK)
    return { path: undefined, remove() {} }
  } catch {
    const path = mkdtempSync(join(tmpdir(), 'masthead-npm-'))
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
  }
}

function reason(output) {
  const known = [
    [
      /ENOSPC|EDQUOT/,
      'The disk is full: the packages need about 500 MB. Free some space and run the command again.',
    ],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
      'The packages could not be fetched: the package registry does not answer. Check the network (or the proxy) and run the command again.',
    ],
    [/EACCES|EPERM|EROFS/, `The packages could not be written: ${root} is not writable for this user.`],
    [
      /EUSAGE|in sync/,
      'package.json and package-lock.json do not agree. Run npm install and commit package-lock.json.',
    ],
    [/ENOENT.*npm|spawn npm/, 'npm was not found. Install npm, which comes with Node.'],
  ]
  const [, sentence] = known.find(([pattern]) => pattern.test(output)) ?? [
    null,
    'The packages could not be installed.',
  ]
  return `${sentence}\n\n${telling(output)}`
}

// npm's warnings about engines are about the Node that runs npm, which is not the one that runs the program.
function telling(output) {
  const lines = output
    .split('\n')
    .filter(line => /error|ENOSPC|EDQUOT/i.test(line) && !/EBADENGINE/.test(line))
  return lines.slice(0, 8).join('\n')
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
