import { sql } from 'kysely'
import type { Database, Transaction } from '../../../platform/database/database.ts'
import type { StoryContent } from '../../stories/story.ts'
import { type ArchiveKind, archiveKinds } from './archive-kinds.ts'

/** Runs `work` on one unchanging state of the whole database. Nothing can be written. */
export function inSnapshot<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      await sql`set local time zone 'UTC'`.execute(tx)
      await sql`set local extra_float_digits = 1`.execute(tx)
      return work(tx)
    })
}

export async function countRows(tx: Transaction, kind: ArchiveKind): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(kind.table)}`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}

/** Every row of a kind as a line of JSON, written by the database itself: no number or time loses a digit. */
export async function* readLines(tx: Transaction, kind: ArchiveKind): AsyncGenerator<string[]> {
  const columns = kind.columns.map(({ column, field, from }) => `${from ?? column} as "${field}"`).join(', ')
  const query = `select row_to_json(line)::text as line from (select ${columns} from ${kind.table} order by ${kind.order}) line`
  const isLarge = kind.columns.some(({ type }) => type === 'jsonb')
  await sql.raw(`declare lines no scroll cursor for ${query}`).execute(tx)
  for (;;) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${isLarge ? 100 : 2000} from lines`).execute(tx)
    if (rows.length === 0) break
    yield rows.map(row => row.line)
  }
  await sql.raw('close lines').execute(tx)
}

export async function readPublicationLine(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select row_to_json(line)::text as line from (
      select settings, updated_at as "updatedAt" from (select 1) one left join publication on id = 1) line`.execute(
    tx,
  )
  return rows[0]!.line
}

/** Keys of everything that is stored for a table's rows, in the order of ids. */
export async function readFileKeys(
  tx: Transaction,
  { table, after }: { table: 'photographs' | 'files'; after: number },
): Promise<{ id: number; key: string; fingerprint: string | null }[]> {
  const fingerprint = sql.raw(table === 'photographs' ? 'fingerprint' : 'null')
  const { rows } = await sql<{ id: number; key: string; fingerprint: string | null }>`
    select id, file_key as key, ${fingerprint} as fingerprint from ${sql.table(table)}
    where file_key is not null and id > ${after} order by id limit 1000`.execute(tx)
  return rows
}

/** Waits for other imports and keeps everybody else from adding until the end of the transaction. */
export async function lockEmpty(tx: Transaction): Promise<{ table: string; rows: number }[]> {
  await sql`lock table publication, stories in share row exclusive mode`.execute(tx)
  const found: { table: string; rows: number }[] = []
  for (const { table } of [{ table: 'publication' }, ...archiveKinds]) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
    if (Number(rows[0]!.n) > 0) found.push({ table, rows: Number(rows[0]!.n) })
  }
  return found
}

/** Tables of this transaction only. */
export async function createArchiveStage(tx: Transaction): Promise<void> {
  await sql`set local time zone 'UTC'`.execute(tx)
  await sql`create temporary table archive_media (key text primary key, bytes bigint, sha256 text,
    arrived boolean not null default false) on commit drop`.execute(tx)
  await sql`create temporary table archive_translations (id bigint primary key, translation_of bigint not null)
    on commit drop`.execute(tx)
}

/** Adds rows of a kind from their lines, which the database reads itself. */
export async function insertLines(
  tx: Transaction,
  kind: ArchiveKind,
  lines: readonly string[],
): Promise<void> {
  const made = Object.entries(kind.made ?? {})
  const isStory = kind.table === 'stories'
  const columns = [...kind.columns.map(({ column }) => column), ...made.map(([column]) => column)]
  // A translation may come before what it is a translation of.
  const values = kind.columns.map(({ column, field, into }) =>
    isStory && column === 'translation_of' ? 'null::bigint' : (into ?? `"${field}"`),
  )
  const record = kind.columns.map(({ field, type }) => `"${field}" ${type}`).join(', ')
  const rows = `[${lines.join(',')}]`
  const from = sql`json_to_recordset(${rows}::json) as line(${sql.raw(record)})`
  await sql`
    insert into ${sql.table(kind.table)} (${sql.raw(columns.join(', '))})
    select ${sql.raw([...values, ...made.map(([, value]) => value)].join(', '))} from ${from}`.execute(tx)
  if (!isStory) return
  await sql`
    insert into archive_translations select id, "translationOf" from ${from} where "translationOf" is not null`.execute(
    tx,
  )
}

export async function linkTranslations(tx: Transaction): Promise<void> {
  await sql`
    update stories s set translation_of = t.translation_of from archive_translations t where t.id = s.id`.execute(
    tx,
  )
}

export async function insertPublication(
  tx: Transaction,
  { line, now }: { line: string; now: Date },
): Promise<void> {
  await sql`
    insert into publication (id, settings, updated_at)
    select 1, settings, coalesce("updatedAt", ${now})
    from json_to_record(${line}::json) as line(settings jsonb, "updatedAt" timestamptz)`.execute(tx)
}

export async function insertMediaLines(tx: Transaction, lines: readonly string[]): Promise<void> {
  await sql`
    insert into archive_media (key, bytes, sha256)
    select key, bytes, sha256 from json_to_recordset(${`[${lines.join(',')}]`}::json)
      as line(key text, bytes bigint, sha256 text)`.execute(tx)
}

/** What is listed of a key, marked as arrived; null for one that is not listed or was there already. */
export async function takeMedia(
  tx: Transaction,
  key: string,
): Promise<{ bytes: number; sha256: string } | null> {
  const { rows } = await sql<{ bytes: number; sha256: string }>`
    update archive_media set arrived = true where key = ${key} and not arrived and sha256 is not null and bytes is not null
    returning bytes, sha256`.execute(tx)
  return rows[0] ?? null
}

/** A key that is listed and did not come, and one that rows speak of and the list does not. */
export async function findMissingMedia(tx: Transaction): Promise<{ late?: string; unlisted?: string }> {
  const late = await sql<{ key: string }>`
    select key from archive_media where not arrived and sha256 is not null order by key limit 1`.execute(tx)
  const unlisted = await sql<{ key: string }>`
    select file_key as key from (select file_key from photographs union all select file_key from files) kept
    where file_key is not null and not exists (select 1 from archive_media m where m.key = kept.file_key)
    limit 1`.execute(tx)
  return { late: late.rows[0]?.key, unlisted: unlisted.rows[0]?.key }
}

/** Pictures whose original was missing already when the archive was made. */
export async function markLost(tx: Transaction): Promise<void> {
  await sql`
    update photographs set state = 'failed', failure = 'The original was missing when the archive was made.'
    where file_key in (select key from archive_media where sha256 is null)`.execute(tx)
}

export async function pendingPhotographs(tx: Transaction, after: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from photographs where state = 'pending' and id > ${after} order by id limit 1000`.execute(tx)
  return rows.map(row => row.id)
}

export interface PublishedRow {
  id: number
  kind: 'story' | 'page'
  revision_id: number | null
  content: StoryContent | null
  published_at: Date | null
  updated_at: Date | null
}

/** Published stories with what they show, in the order of ids. */
export async function readPublished(tx: Transaction, after: number): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select s.id, s.kind, r.id as revision_id, r.content, s.first_published_at as published_at, s.updated_at
    from stories s left join revisions r on r.id = s.current_revision and r.story_id = s.id
    where s.state = 'published' and s.id > ${after} order by s.id limit 100`.execute(tx)
  return rows
}

/** Times at which scheduled stories are to go out. */
export async function readSchedule(tx: Transaction): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select distinct scheduled_for as at from stories where state = 'scheduled' order by 1 limit 10000`.execute(
    tx,
  )
  return rows.map(row => row.at)
}

/** Lets new rows have ids after those that came. */
export async function moveSequences(tx: Transaction): Promise<void> {
  for (const { table, columns } of archiveKinds) {
    if (columns[0]!.column !== 'id') continue
    await sql`
      select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))
      where exists (select 1 from ${sql.table(table)})`.execute(tx)
  }
}
