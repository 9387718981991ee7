import { type ChildProcess, spawn } from 'node:child_process'
import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../errors/cannot-start.ts'
import { usableBinaries } from './postgres-binaries.ts'
import { postgresEnvironment } from './postgres-cluster.ts'
import type { PostgresHome } from './postgres-home.ts'
import { endLeftover, readPidFile } from './postgres-leftover.ts'

// For a small server that does other work too.
const smallServer = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  wal_compression: 'on',
  max_wal_size: '512MB',
  jit: 'off',
  random_page_cost: '1.1',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

export interface PostgresProcess {
  stop(): Promise<void>
  whenLost(callback: (reason: string) => void): void
}

/** Starts PostgreSQL on a cluster, waits until it takes connections, and answers for its end. Throws CannotStart. */
export async function startPostgres(options: {
  home: PostgresHome
  socketFolder: string
  settings: Record<string, string>
  say: (line: string) => void
}): Promise<PostgresProcess> {
  await endLeftover(options.home, options.say)
  for (let attempt = 1; ; attempt++) {
    const child = await spawnPostgres(options)
    const problem = await ready(child, options)
    if (!problem) return tend(child, options.home)
    // Backends of a killed PostgreSQL need a moment to notice and go.
    if (attempt < 20 && /pre-existing shared memory block|lock file .* already exists/.test(problem)) {
      await wait(250)
      continue
    }
    throw new CannotStart(cannotRun(options.home, problem))
  }
}

async function spawnPostgres(options: {
  home: PostgresHome
  socketFolder: string
  settings: Record<string, string>
}) {
  const { home, socketFolder } = options
  const settings = { ...smallServer, unix_socket_directories: `"${socketFolder}"`, ...options.settings }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = join(await usableBinaries(home.account), 'bin', 'postgres')
  const log = await openLog(home)
  // Its own session: Ctrl-C in a terminal must reach us alone, so that we stop PostgreSQL last.
  const child = spawn(program, ['-D', home.cluster, ...args], {
    ...home.account,
    cwd: '/',
    env: postgresEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  child.on('error', () => {})
  // However this process ends, short of being killed, PostgreSQL ends with it.
  const endToo = () => child.kill('SIGINT')
  process.once('exit', endToo)
  child.once('exit', () => process.off('exit', endToo))
  await log.close()
  return child
}

/** Waits until PostgreSQL says it is ready; returns what it says instead when it ends before. */
async function ready(child: ChildProcess, options: { home: PostgresHome; say: (line: string) => void }) {
  const began = Date.now()
  let said = false
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const file = await readPidFile(options.home)
    if (file?.pid === child.pid && file.status === 'ready') return undefined
    if (!said && Date.now() - began > 4000) {
      said = true
      options.say('PostgreSQL is putting its data in order after an unclean stop; this can take a while …')
    }
    await wait(10)
  }
  return lastLines(options.home)
}

function tend(child: ChildProcess, home: PostgresHome): PostgresProcess {
  let stopping = false
  const lost: ((reason: string) => void)[] = []
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  ended.then(async () => {
    if (stopping) return
    const reason = `PostgreSQL ended by itself. The end of its log:\n${await lastLines(home)}`
    for (const callback of lost) callback(reason)
  })
  return {
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGINT')
      // "Fast" waits for the disk; after half a minute "immediate" recovers at the next start instead.
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000)
      await ended
      clearTimeout(impatience)
    },
    whenLost: callback => lost.push(callback),
  }
}

async function openLog(home: PostgresHome) {
  const path = join(home.folder, 'postgres.log')
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > 5_000_000) await rename(path, `${path}.1`)
  const log = await open(path, 'a', 0o600)
  if (size === 0 && home.account.uid !== undefined) await chown(path, home.account.uid, home.account.gid!)
  return log
}

async function lastLines(home: PostgresHome): Promise<string> {
  const text = await readFile(join(home.folder, 'postgres.log'), 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-6).join('\n')
}

function cannotRun(home: PostgresHome, problem: string): string {
  if (/No space left/.test(problem)) return `PostgreSQL cannot start in ${home.folder}: the disk is full.`
  if (/wrong ownership|Permission denied/.test(problem)) {
    return `The database in ${home.cluster} belongs to another user. Start Masthead as that user, or as root.`
  }
  return `PostgreSQL cannot start in ${home.folder}. The end of its log:\n${problem}`
}
