import { statfs } from 'node:fs/promises'
import pg from 'pg'
import { type Config, readConfig } from '../platform/config/config.ts'
import { environment } from '../platform/config/environment.ts'
import { dataFolderHolder, prepareDataFolder } from '../platform/data-folder/data-folder.ts'
import { letters, mailServer } from './doctor-letters.ts'
import { openPostgres } from './open-postgres.ts'

/** What a check found: fine, worth a look, or something that stops the program from working. */
export interface Finding {
  state: 'ok' | 'look' | 'bad'
  text: string
}

const leastSpace = 500_000_000

/** Checks what the program stands on and says in plain words what is wrong. Exit code 1 when something is. */
export const doctor = {
  name: 'doctor',
  usage: '',
  summary: 'checks Node, settings, data folder, disk, database, SITE_URL and the mail server',
  async run(): Promise<number> {
    const findings: Finding[] = []
    const note = async (check: () => Promise<Finding> | Finding) => {
      const finding = await Promise.resolve().then(check).catch(asBad)
      findings.push(finding)
      process.stdout.write(`${finding.state.padEnd(5)} ${finding.text}\n`)
    }
    await note(node)
    let config: Config | undefined
    await note(() => {
      config = readConfig(environment())
      return { state: 'ok', text: 'Every setting can be used.' }
    })
    if (config) {
      const known = config
      for (const check of [dataFolder, diskSpace, database, siteUrl, mailServer, letters])
        await note(() => check(known))
    }
    return findings.some(({ state }) => state === 'bad') ? 1 : 0
  },
}

function node(): Finding {
  const state = Number.parseInt(process.versions.node, 10) >= 24 ? 'ok' : 'bad'
  return { state, text: `Node ${process.versions.node} (24 or newer is needed).` }
}

async function dataFolder({ dataDir }: Config): Promise<Finding> {
  await prepareDataFolder(dataDir)
  const holder = await dataFolderHolder(dataDir)
  const use = holder ? `process ${holder.pid} is using it` : 'no Masthead is using it now'
  return { state: 'ok', text: `DATA_DIR ${dataDir} can be written to; ${use}.` }
}

async function diskSpace({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  const text = `${(free / 1e9).toFixed(1)} GB are free on the disk of DATA_DIR.`
  return free < leastSpace ? { state: 'look', text: `${text} That is little.` } : { state: 'ok', text }
}

async function database(config: Config): Promise<Finding> {
  const postgres = await openPostgres(config, 'command', () => {})
  const client = new pg.Client(postgres.connection)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
    )
    const which = config.databaseUrl ? 'of DATABASE_URL' : 'that comes along'
    return {
      state: 'ok',
      text: `PostgreSQL ${rows[0].version} ${which} answers; the database holds ${rows[0].size}.`,
    }
  } finally {
    await client.end().catch(() => {})
    await postgres.close()
  }
}

async function siteUrl({ siteUrl: url, dataDir }: Config): Promise<Finding> {
  const local = /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)
  if (!local && url.startsWith('http:')) return { state: 'look', text: `SITE_URL ${url} is not https.` }
  const hint = local ? ' It only works on this machine: set it before readers come.' : ''
  if (!(await dataFolderHolder(dataDir)))
    return { state: local ? 'look' : 'ok', text: `SITE_URL is ${url}; no server runs to try it.${hint}` }
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  if (!answer?.ok) return { state: 'bad', text: `SITE_URL ${url} does not lead to this Masthead.` }
  return { state: local ? 'look' : 'ok', text: `SITE_URL ${url} answers.${hint}` }
}

function asBad(error: unknown): Finding {
  return { state: 'bad', text: error instanceof Error ? error.message : String(error) }
}
