import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../errors/cannot-start.ts'
import { type Holder, holderOf, type Lock, takeLock } from './lock.ts'

/** Makes the data folder where it is missing and tries to write in it. Throws CannotStart that names DATA_DIR. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    // Others may pass through, as the account of PostgreSQL has to under root, but not look around.
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    await writeFile(probe, 'x')
    await rm(probe)
  } catch (error) {
    throw new CannotStart(cannotUse(dataDir, (error as NodeJS.ErrnoException).code))
  }
}

/** Takes the data folder for this process alone. Throws CannotStart that names the folder and the process that has it. */
export async function lockDataFolder(dataDir: string, role: Holder['role']): Promise<Lock> {
  // One that is just stopping needs a moment; a restart must not fail because of it.
  const taken = await takeLock(lockPath(dataDir), role, 3000)
  if ('release' in taken) return taken
  throw new CannotStart(inUse(dataDir, taken.heldBy))
}

/** Which process has the data folder now. */
export function dataFolderHolder(dataDir: string): Promise<Holder | undefined> {
  return holderOf(lockPath(dataDir))
}

function inUse(dataDir: string, holder: Holder): string {
  const who = holder.role === 'server' ? 'another Masthead' : 'a Masthead command'
  return `DATA_DIR (${dataDir}) is in use by ${who}, process ${holder.pid}. Stop that one first, or give this one another DATA_DIR.`
}

function cannotUse(dataDir: string, code: string | undefined): string {
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'it is on a read-only disk',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'it is a file, not a folder',
  }
  const reason = reasons[code ?? ''] ?? `the system says ${code ?? 'nothing'}`
  return `DATA_DIR (${dataDir}) cannot be written to: ${reason}. Choose another folder with DATA_DIR, or make this one writable.`
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'masthead.lock')
}
