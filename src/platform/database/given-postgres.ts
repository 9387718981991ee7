import pg from 'pg'
import { CannotStart } from '../errors/cannot-start.ts'

const oldest = 15
const extensions = ['pg_trgm', 'unaccent']

/**
 * Tries the PostgreSQL that DATABASE_URL names, and returns its version ("16.2"). Throws CannotStart where it does not
 * answer within `patienceMs`, does not let us in, is too old, or has a database that cannot be filled. The sentence never
 * holds the password.
 */
export async function checkGivenPostgres(databaseUrl: string, patienceMs = 10_000): Promise<string> {
  const place = placeOf(databaseUrl)
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const version = rows[0]?.server_version.split(' ')[0] ?? ''
    if (Number.parseInt(version, 10) < oldest)
      throw new CannotStart(
        `DATABASE_URL leads to PostgreSQL ${version} at ${place}. Masthead needs ${oldest} or newer.`,
      )
    const obstacle = await obstacleIn(client)
    if (obstacle) throw new CannotStart(`DATABASE_URL: the database at ${place} cannot be used: ${obstacle}.`)
    return version
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`DATABASE_URL: the PostgreSQL at ${place} cannot be used: ${reason(error)}.`)
  } finally {
    // A server that does not answer does not say goodbye either.
    await Promise.race([client.end().catch(() => {}), later(1000)])
  }
}

/** What would break the first migration of an empty database; null where nothing does, or it has been filled before. */
async function obstacleIn(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{
    filled: boolean
    encoding: string
    owns: boolean
    missing: string[]
  }>(
    `select to_regclass('migrations') is not null as filled,
      pg_encoding_to_char(encoding) as encoding,
      has_database_privilege(oid, 'CREATE')
        and coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as owns,
      array(select unnest($1::text[]) except select name::text from pg_available_extensions order by 1) as missing
    from pg_database where datname = current_database()`,
    [extensions],
  )
  const { filled, encoding, owns, missing } = rows[0]!
  if (filled) return null
  if (encoding !== 'UTF8') return `its encoding is ${encoding} and has to be UTF8`
  if (missing.length > 0)
    return `the extensions ${missing.join(' and ')} are not installed on its server (Debian: postgresql-contrib)`
  return owns ? null : 'the account may not make tables in it; give the database to the account as its owner'
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there (is it running, is the port right?)',
    ENOTFOUND: 'there is no machine of that name',
    EAI_AGAIN: 'the name cannot be looked up just now',
    ENOENT: 'there is no such socket',
    '28P01': 'the name or the password is wrong',
    '28000': 'it does not let this account in from here (pg_hba.conf)',
    '3D000': 'there is no database of that name',
    '53300': 'it has no free connections',
    '57P03': 'it is still starting',
  }
  if (/^(timeout expired|Query read timeout)/.test(message)) return 'it does not answer in time'
  return known[code ?? ''] ?? (message || String(code))
}

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  return `${url.host || url.searchParams.get('host') || 'the local socket'}${url.pathname}`
}

function later(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
