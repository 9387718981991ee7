import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../errors/cannot-start.ts'
import { canUse, type PostgresAccount } from './postgres-account.ts'
import { type PostgresHome, readPointer, writePointer } from './postgres-home.ts'

// A socket's whole path must fit in 103 bytes (107 on Linux), and PostgreSQL adds "/.s.PGSQL.5432.lock".
const longestFolder = 83

/** The private folder for the socket: in the home, or where that path is too long a short temporary one, noted in the pointer. */
export async function chooseSocketFolder(home: PostgresHome): Promise<string> {
  const noted = await socketFolderOf(home)
  if (noted === ownFolder(home)) {
    await mkdir(noted, { mode: 0o700 }).catch(() => {})
    await giveTo(home.account, noted)
    return noted
  }
  if (await isOurs(noted, home.account)) return noted
  const folder = await temporaryFolder(home.account)
  const pointer = await readPointer(home.dataDir)
  await writePointer(home.dataDir, { ...pointer!, socketFolder: folder })
  return folder
}

/** The socket folder that is in use or would be: may be one that a restart of the machine has removed. */
export async function socketFolderOf(home: PostgresHome): Promise<string> {
  const own = ownFolder(home)
  if (Buffer.byteLength(own) <= longestFolder) return own
  return (await readPointer(home.dataDir))?.socketFolder ?? join(tmpdir(), 'masthead-none')
}

async function temporaryFolder(account: PostgresAccount): Promise<string> {
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const folder = await mkdtemp(join(place, 'masthead-')).catch(() => undefined)
    if (!folder || Buffer.byteLength(folder) > longestFolder) continue
    await giveTo(account, folder)
    if (await canUse(account, folder, 'write')) return folder
  }
  throw new CannotStart(
    'PostgreSQL needs a short folder for its socket, and neither TMPDIR, /tmp nor /var/tmp can be written.',
  )
}

// Anybody can make a folder in /tmp: one that is not ours, or is a link, is not used.
async function isOurs(folder: string, account: PostgresAccount): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  return (
    found?.isDirectory() === true &&
    found.uid === (account.uid ?? process.getuid?.()) &&
    (found.mode & 0o077) === 0
  )
}

async function giveTo(account: PostgresAccount, folder: string): Promise<void> {
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid!)
}

function ownFolder(home: PostgresHome): string {
  return join(home.folder, 'run')
}
