import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CannotStart } from '../errors/cannot-start.ts'
import type { PostgresHome } from './postgres-home.ts'

interface PidFile {
  pid: number
  status: string
  /** Key and id of the shared memory that every process of this PostgreSQL is attached to. */
  memory: string
}

/**
 * Ends a PostgreSQL that a killed program left running on this cluster, so that every start takes one path, and clears
 * its pid file where the number now belongs to another program or to a process nobody has buried.
 * Throws CannotStart when it will not end.
 */
export async function endLeftover(home: PostgresHome, say: (line: string) => void): Promise<void> {
  const file = await readPidFile(home)
  if (!file || !signalTo(file.pid, 0)) return
  if (await runsOn(home, file.pid)) {
    say('Stopping the database that an earlier run left behind …')
    await end(home, file.pid)
  }
  // Taking the file away takes away PostgreSQL's own guard, so the last backend must be gone.
  await until(async () => !(await isAttached(file.memory)), 10_000)
  if ((await runsOn(home, file.pid)) || (await isAttached(file.memory))) {
    throw new CannotStart(
      `PostgreSQL (process ${file.pid}) still runs on ${home.cluster} and does not end. End it and try again.`,
    )
  }
  await rm(join(home.cluster, 'postmaster.pid'), { force: true })
}

/** What PostgreSQL wrote about itself: its process and, once it has got that far, its status. */
export async function readPidFile(home: PostgresHome): Promise<PidFile | undefined> {
  const text = await readFile(join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map(line => line.trim())
  const pid = Number(lines[0])
  return pid > 0 ? { pid, memory: lines[6] ?? '', status: lines[7] ?? '' } : undefined
}

async function end(home: PostgresHome, pid: number): Promise<void> {
  const stages = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const
  for (const [signal, patience] of stages) {
    signalTo(pid, signal)
    if (await until(async () => !(await runsOn(home, pid)), patience)) return
  }
}

// A process that has ended but was not buried yet has no command line, and so counts as gone.
async function runsOn(home: PostgresHome, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandByPs(pid))
  return command.includes('postgres') && command.includes(home.cluster)
}

async function commandByPs(pid: number): Promise<string> {
  const listed = promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)])
  return (await listed.catch(() => ({ stdout: '' }))).stdout
}

async function isAttached(memory: string): Promise<boolean> {
  const table = await readFile('/proc/sysvipc/shm', 'utf8').catch(() => '')
  const rows = table.split('\n').map(line => line.trim().split(/\s+/))
  const row = rows.find(([key, id]) => memory !== '' && `${key} ${id}` === memory.replace(/\s+/g, ' '))
  return Number(row?.[6] ?? 0) > 0
}

async function until(condition: () => Promise<boolean>, patience: number): Promise<boolean> {
  for (const began = Date.now(); Date.now() - began < patience; await wait(10))
    if (await condition()) return true
  return false
}

function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
