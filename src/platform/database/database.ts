import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { keepPlans } from './kept-plans.ts'
import { limitQueries } from './limit-queries.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
/** A database that is inside a transaction; actions that must be whole take this type. */
export type Transaction = Kysely<Schema>

export interface ConnectionSettings {
  connectionString?: string
  host?: string
  port?: number
  user?: string
  password?: string
  database?: string
}

// bigint (oid 20) comes as text by default; ids here stay far below 2^53.
pg.types.setTypeParser(20, text => Number(text))
const bigintArray = pg.types.getTypeParser(1016 as never) as (text: string) => (string | number)[]
pg.types.setTypeParser(1016 as never, text => bigintArray(text).map(Number))

/**
 * Opens a pool. Timestamps come back as Date, bigint as number, jsonb as parsed values. With `patienceMs` no statement
 * takes longer: it ends in an error that `databaseAway` knows.
 */
export function openDatabase(
  settings: ConnectionSettings,
  options: { max?: number; patienceMs?: number } = {},
): Database {
  const pool = new pg.Pool({
    ...settings,
    // A small server answers more with few connections: PostgreSQL's processes drive one another out of the core's caches.
    max: options.max ?? 8,
    application_name: 'masthead',
    // A reader who would wait longer is better told to come back; the socket then is not held for ever either.
    connectionTimeoutMillis: options.patienceMs ? options.patienceMs / 2 : 10_000,
    keepAlive: true,
  })
  // A connection that dies is replaced at its next use, and who was waiting on it is told. Unheard, its error would end
  // the program; the pool hears it only while nobody uses the connection.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  keepPlans(pool)
  if (options.patienceMs) limitQueries(pool, options.patienceMs)
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** A value for a jsonb column. Needed for arrays, which pg would send as PostgreSQL arrays. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** The same with PostgreSQL arrays of ids. */
export function ids(values: readonly number[]): RawBuilder<number[]> {
  return sql<number[]>`${`{${values.join(',')}}`}::bigint[]`
}
