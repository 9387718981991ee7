import pg from 'pg'
import { CannotStart } from '../errors/cannot-start.ts'

const oldest = 15

/**
 * Tries the PostgreSQL that DATABASE_URL names, and returns its version ("16.2"). Throws CannotStart where it does not
 * answer, does not let us in, or is too old. The sentence never holds the password.
 */
export async function checkGivenPostgres(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    const version = String(rows[0].server_version).split(' ')[0] ?? ''
    if (Number.parseInt(version, 10) < oldest) {
      throw new CannotStart(
        `DATABASE_URL leads to PostgreSQL ${version} at ${placeOf(databaseUrl)}. Masthead needs ${oldest} or newer.`,
      )
    }
    return version
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const place = placeOf(databaseUrl)
    throw new CannotStart(`DATABASE_URL: the PostgreSQL at ${place} cannot be used: ${reason(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there (is it running, is the port right?)',
    ENOTFOUND: 'there is no machine of that name',
    EAI_AGAIN: 'the name cannot be looked up just now',
    ENOENT: 'there is no such socket',
    '28P01': 'the name or the password is wrong',
    '3D000': 'there is no database of that name',
    '57P03': 'it is still starting',
  }
  return known[code ?? ''] ?? (message || String(code))
}

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  return `${url.host || url.searchParams.get('host') || 'the local socket'}${url.pathname}`
}
