import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'

/** The server has one core to itself and the load another, where the machine has two and `taskset` is there. */
export const serverCore = 0
export const loadCore = 1

/** A command to be run on one core only; the command itself where that cannot be done. */
export function onCore(core: number, command: string, args: string[]): { command: string; args: string[] } {
  return canPin() ? { command: 'taskset', args: ['-c', String(core), command, ...args] } : { command, args }
}

/** Moves a running process and all it started to one core. */
export function moveToCore(core: number, pid: number): void {
  moveTo(String(core), pid)
}

export function moveToAllCores(pid: number): void {
  moveTo(`0-${availableParallelism() - 1}`, pid)
}

function moveTo(cores: string, pid: number): void {
  if (!canPin()) return
  for (const each of withDescendants(pid)) works('taskset', ['-a', '-c', '-p', cores, String(each)])
}

/** A process and everything below it. */
export function withDescendants(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child!, ...below(child!)])
  return [pid, ...below(pid)]
}

export function canPin(): boolean {
  pinning ??= availableParallelism() > 1 && works('taskset', ['-c', String(loadCore), 'true'])
  return pinning
}
let pinning: boolean | undefined

/** How many files a process may hold open (Node raises the soft limit to the hard one itself). */
export function fileLimit(): number {
  const limits = read('/proc/self/limits') ?? ''
  const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(limits)?.[1]
  return hard === undefined || hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard)
}

/** Resident memory of a process in kilobytes; NaN where the system does not say. */
export function residentKilobytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? Number.NaN)
}

/** Seconds of processor time a process has used so far; NaN where the system does not say. */
export function processorSeconds(pid: number): number {
  return secondsIn(pid, [11, 12])
}

/** The same with that of everything below it, of what has ended in the meantime too (proc_pid_stat(5), 14 to 17). */
export function processorSecondsOfAll(pid: number): number {
  return withDescendants(pid)
    .map(each => secondsIn(each, [11, 12, 13, 14]))
    .filter(seconds => !Number.isNaN(seconds))
    .reduce((sum, seconds) => sum + seconds, 0)
}

function secondsIn(pid: number, wanted: readonly number[]): number {
  const fields = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /, '')
    .split(' ')
  return fields ? wanted.reduce((sum, field) => sum + Number(fields[field]), 0) / 100 : Number.NaN
}

export function describeMachine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    pinned: canPin(),
    fileLimit: fileLimit(),
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
