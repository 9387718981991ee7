import { spawn } from 'node:child_process'
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../errors/cannot-start.ts'
import { packagedVersion, usableBinaries } from './postgres-binaries.ts'
import type { PostgresHome } from './postgres-home.ts'

/** PostgreSQL's programs get no settings from our surroundings. */
export const postgresEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' }

/** Throws CannotStart where the cluster was made by another major version of PostgreSQL than the packaged one. */
export async function refuseOtherMajor(home: PostgresHome): Promise<void> {
  const made = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  const packaged = (await packagedVersion()).split('.')[0]
  if (made === undefined || made.trim() === packaged) return
  throw new CannotStart(
    `The database in ${home.cluster} was made by PostgreSQL ${made.trim()}, and this Masthead brings ${packaged}. ` +
      `Start the Masthead that made it, run "npm run masthead -- export", and import that into a new DATA_DIR.`,
  )
}

/**
 * Makes the cluster and its database unless they are there. It is made beside its place and moved there when it is
 * whole, so one that was interrupted is begun again.
 */
export async function createCluster(home: PostgresHome, say: (line: string) => void): Promise<void> {
  if (await stat(home.cluster).catch(() => undefined)) return
  say('Making the database …')
  const binaries = await usableBinaries(home.account)
  const cluster = `${home.cluster}.new`
  const passwordFile = join(home.folder, 'password')
  await rm(cluster, { recursive: true, force: true })
  await writeFile(passwordFile, home.password, { mode: 0o600 })
  if (home.account.uid !== undefined) await chown(passwordFile, home.account.uid, home.account.gid!)
  try {
    await finish(home, join(binaries, 'bin', 'initdb'), [
      ...['--pgdata', cluster, '--username', 'masthead', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-instructions', '--data-checksums'],
      // Sorts and folds the same on every machine; ICU collations are there for those who ask for one by name.
      ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ])
    await finish(
      home,
      join(binaries, 'bin', 'postgres'),
      ['--single', '-D', cluster, 'postgres'],
      'create database masthead;\n',
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(cluster, home.cluster)
}

function finish(home: PostgresHome, program: string, args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...home.account, cwd: '/', env: postgresEnvironment, stdio: 'pipe' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk
      })
    }
    const fail = (detail: string) => reject(new CannotStart(cannotMake(home, detail)))
    child.on('error', error => fail(error.message))
    child.on('close', code => (code === 0 ? resolve() : fail(output.trim().slice(-600))))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

function cannotMake(home: PostgresHome, detail: string): string {
  if (/No space left/.test(detail)) return `The database cannot be made in ${home.folder}: the disk is full.`
  return `The database cannot be made in ${home.folder}. PostgreSQL says: ${detail}`
}
