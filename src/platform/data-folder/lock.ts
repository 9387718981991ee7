import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { processMark } from './process-mark.ts'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  mark: z.string(),
  role: z.enum(['server', 'command']),
})

/** Who holds a lock: a process, and whether it serves the site or runs one command. */
export type Holder = z.output<typeof holderSchema>

export interface Lock {
  release(): Promise<void>
}

/**
 * Takes the lock at `path` for this process. Waits up to `patience` milliseconds for a holder that is just leaving, then
 * answers who holds it. A lock whose process is gone, killed included, is free. It guards one machine only.
 */
export async function takeLock(
  path: string,
  role: Holder['role'],
  patience = 0,
): Promise<Lock | { heldBy: Holder }> {
  const mine = JSON.stringify({ pid: process.pid, mark: await processMark(process.pid), role })
  for (const began = Date.now(); ; await wait(25)) {
    if (await create(path, mine)) return { release: () => release(path, mine) }
    const found = await read(path)
    const holder = await living(found)
    if (holder && Date.now() - began >= patience) return { heldBy: holder }
    // A file without sense was either created a moment ago, or its writer was killed in that moment.
    const senseless = parse(found) === undefined
    if (!holder && (!senseless || Date.now() - began > 500)) await removeStale(path, found)
  }
}

/** Who holds the lock at `path` now, if anybody does. */
export async function holderOf(path: string): Promise<Holder | undefined> {
  return living(await read(path))
}

async function create(path: string, mine: string): Promise<boolean> {
  try {
    await writeFile(path, mine, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) === mine) await rm(path, { force: true })
}

// Two programs may find the same stale lock: the one that moves away the other's fresh one puts it back.
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await read(aside)
  if (moved !== stale && (await living(moved))) await writeFile(path, moved, { flag: 'wx' }).catch(() => {})
  await rm(aside, { force: true })
}

async function living(text: string): Promise<Holder | undefined> {
  const holder = parse(text)
  return holder && (await processMark(holder.pid)) === holder.mark ? holder : undefined
}

function parse(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
