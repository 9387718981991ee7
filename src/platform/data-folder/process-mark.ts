import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * A mark that tells one process from every other, also from a later one that is given the same number; undefined where
 * no such process runs. One that has ended but was not buried yet does not count as running.
 */
export async function processMark(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return markByPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the command in brackets and may itself hold brackets and spaces (proc_pid_stat(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()} ${fields[19]}`
}

async function markByPs(pid: number): Promise<string | undefined> {
  const listed = promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])
  return (await listed.catch(() => undefined))?.stdout.trim() || undefined
}
