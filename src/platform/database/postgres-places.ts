import { chmod, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canUse, type PostgresAccount } from './postgres-account.ts'

/** Where binaries and clusters go when they cannot stay in the checkout or the data folder; the durable ones first. */
export function durablePlaces(): string[] {
  const own = process.getuid?.() ?? 0
  return ['/var/lib/masthead', join('/var/tmp', `masthead-${own}`), join(tmpdir(), `masthead-${own}`)]
}

/**
 * Makes a folder of ours that the account can enter and nobody else can write to. Answers false where that cannot be
 * done, and where the folder belongs to someone else, who could put their own binaries there.
 */
export async function makePlace(folder: string, account: PostgresAccount): Promise<boolean> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o711 })
    if (made) await chmod(folder, 0o711)
    const { uid, mode } = await lstat(folder)
    const safe = uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0
    return safe && (await canUse(account, folder, 'enter'))
  } catch {
    return false
  }
}
