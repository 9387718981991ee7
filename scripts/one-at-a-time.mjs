import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './root.mjs'
import { say } from './say.mjs'

/**
 * Does work that two commands in one checkout must not do at once (`npm start` beside `npm test`): whoever comes second
 * waits until the first has ended. A lock that a killed command left behind is taken over.
 */
export async function oneAtATime(name, work) {
  const lock = join(root, `.masthead-${name}.lock`)
  let said = false
  while (!take(lock)) {
    if (!said) say('Another command in this folder is at it already; waiting for it …')
    said = true
    await wait(300)
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    // A folder that cannot be written to: what follows says so better.
    if (error.code !== 'EEXIST') return true
  }
  if (!isAlive(holder(lock))) rmSync(lock, { force: true })
  return false
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  // Just made, and not written yet.
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
