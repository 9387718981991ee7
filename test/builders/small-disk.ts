import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export interface SmallDisk {
  folder: string
  /** Leaves room for so many bytes and no more. */
  leave(bytes: number): Promise<void>
  makeRoom(): Promise<void>
}

/** A real file system of a few megabytes, gone after the file's last test; null where this user may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-disk-'))
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'masthead-test', folder]
    execFileSync('mount', options, { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return null
  }
  afterAll(() => {
    execFileSync('umount', ['-l', folder])
    rmdirSync(folder)
  })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async leave(bytes) {
      await rm(ballast, { force: true })
      const { bavail, bsize } = statfsSync(folder)
      const file = await open(ballast, 'w')
      await file.write(Buffer.alloc(Math.max(0, bavail * bsize - bytes)))
      await file.close()
    },
    makeRoom: () => rm(ballast, { force: true }),
  }
}

/** Runs `work` while this process may write no file larger than that (setrlimit, RLIMIT_FSIZE); any user may do so. */
export async function withFileLimit<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  limitFiles(String(bytes))
  try {
    return await work()
  } finally {
    limitFiles('unlimited')
  }
}

function limitFiles(most: string): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${most}:`])
}
