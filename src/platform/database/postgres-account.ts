import { execFile } from 'node:child_process'
import { lstat, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Whom PostgreSQL runs as. Empty means: as this process. PostgreSQL refuses to run as root. */
export interface PostgresAccount {
  uid?: number
  gid?: number
}

const run = promisify(execFile)

/** The account for a cluster: this process's own, and under root the owner of an existing cluster or else `nobody`. */
export async function postgresAccount(cluster: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {}
  const owner = await lstat(cluster).catch(() => undefined)
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await nobody()
}

/** Whether the account can enter a folder (and write in it), tried for real, because access lists and mounts have their say too. */
export async function canUse(
  account: PostgresAccount,
  folder: string,
  need: 'enter' | 'write',
): Promise<boolean> {
  const test = need === 'write' ? '[ -w . ]' : 'true'
  const script = `cd -- "$1" 2>/dev/null && ${test}`
  return run('/bin/sh', ['-c', script, 'sh', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

async function nobody(): Promise<PostgresAccount> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , uid, gid] =
    accounts
      .split('\n')
      .find(line => line.startsWith('nobody:'))
      ?.split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}
