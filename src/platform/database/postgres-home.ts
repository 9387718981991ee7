import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, realpath, rename, rmdir, stat, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { CannotStart } from '../errors/cannot-start.ts'
import { canUse, type PostgresAccount, postgresAccount } from './postgres-account.ts'
import { durablePlaces, makePlace } from './postgres-places.ts'

/** Where the cluster of a data folder is kept, and how to get into it. */
export interface PostgresHome {
  dataDir: string
  /** Holds `cluster` (PostgreSQL's own folder), its log and, where the path is short enough, its socket. */
  folder: string
  cluster: string
  password: string
  account: PostgresAccount
}

/** What `postgres.json` in the data folder says: the pointer to the home. `folder` is relative when inside the data folder. */
interface Pointer {
  folder: string
  password: string
  socketFolder?: string
}

export async function findHome(dataDir: string): Promise<PostgresHome>
export async function findHome(dataDir: string, options: { create: false }): Promise<PostgresHome | undefined>
/** Finds the home of a data folder by its pointer, or chooses one and leaves the pointer. Throws CannotStart when it is gone. */
export async function findHome(
  dataDir: string,
  options = { create: true },
): Promise<PostgresHome | undefined> {
  const pointer = await readPointer(dataDir)
  if (pointer) return await knownHome(dataDir, pointer)
  if (!options.create) return undefined
  const folder = await chooseFolder(dataDir)
  const inside = relative(dataDir, folder)
  await writePointer(dataDir, {
    folder: inside.startsWith('..') || isAbsolute(inside) ? folder : inside,
    password: randomBytes(24).toString('base64url'),
  })
  return findHome(dataDir)
}

/** Reads the pointer of a data folder; undefined where there is none. */
export async function readPointer(dataDir: string): Promise<Pointer | undefined> {
  const text = await readFile(pointerPath(dataDir), 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw new CannotStart(`${pointerPath(dataDir)} cannot be read (${error.code}).`)
  })
  return text === undefined ? undefined : JSON.parse(text)
}

/** Writes the pointer whole or not at all, readable by its owner only. */
export async function writePointer(dataDir: string, pointer: Pointer): Promise<void> {
  const draft = `${pointerPath(dataDir)}.new`
  await writeFile(draft, `${JSON.stringify(pointer, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, pointerPath(dataDir))
}

async function knownHome(dataDir: string, pointer: Pointer): Promise<PostgresHome> {
  const folder = resolve(dataDir, pointer.folder)
  const cluster = join(folder, 'cluster')
  const there = await stat(folder).catch(() => undefined)
  if (!there) {
    throw new CannotStart(
      `The database of ${dataDir} is kept in ${folder}, and that folder is not there. Put it back, ` +
        `or delete ${pointerPath(dataDir)} to begin with an empty database.`,
    )
  }
  return { dataDir, folder, cluster, password: pointer.password, account: await postgresAccount(folder) }
}

// In the data folder if PostgreSQL can get there, or else in a folder named after it in a place it can reach.
async function chooseFolder(dataDir: string): Promise<string> {
  const account = await postgresAccount(dataDir)
  const mark = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 12)
  if (await makeFolder(join(dataDir, 'postgres'), account)) return join(dataDir, 'postgres')
  for (const place of durablePlaces()) {
    const folder = join(place, `${mark}-${randomBytes(3).toString('hex')}`)
    if ((await makePlace(place, account)) && (await makeFolder(folder, account))) return folder
  }
  throw new CannotStart(
    `PostgreSQL does not run as root, and the account it would run as can reach neither DATA_DIR (${dataDir}) nor ` +
      `${durablePlaces().join(', ')}. Run Masthead as an ordinary user, or set DATABASE_URL.`,
  )
}

async function makeFolder(folder: string, account: PostgresAccount): Promise<boolean> {
  await mkdir(folder, { mode: 0o700 }).catch(() => {})
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid!).catch(() => {})
  if (await canUse(account, folder, 'write')) return true
  await rmdir(folder).catch(() => {})
  return false
}

function pointerPath(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
