import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

export interface AuditLine {
  id: number
  at: Date
  /** Null for the program itself. */
  staffId: number | null
  staffName: string
  act: string
  subjectKind: string | null
  subjectId: string | null
  subjectTitle: string
  detail: Record<string, unknown>
}

export interface AuditFilter {
  /** A number of staff; 'program' for what nobody of them did. */
  person: number | 'program' | null
  act: string | null
  subject: { kind: string; id: string | null } | null
  from: Date | null
  until: Date | null
}

/** A place in the log: lines before it come next. */
export interface AuditPlace {
  at: Date
  id: number
}

/** Newest first, by keyset: each page costs the same however long the log is. */
export async function listAudit(
  db: Database,
  { filter, before, limit }: { filter: AuditFilter; before: AuditPlace | null; limit: number },
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit_log')
    .select([
      'id',
      'at',
      'staff_id as staffId',
      'staff_name as staffName',
      'act',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'subject_title as subjectTitle',
      'detail',
    ])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  const { person, act, subject, from, until } = filter
  if (person === 'program') query = query.where('staff_id', 'is', null)
  else if (person !== null) query = query.where('staff_id', '=', person)
  if (act !== null) query = query.where('act', '=', act)
  if (subject !== null) query = query.where('subject_kind', '=', subject.kind)
  if (subject?.id) query = query.where('subject_id', '=', subject.id)
  if (from !== null) query = query.where('at', '>=', from)
  if (until !== null) query = query.where('at', '<', until)
  if (before !== null)
    query = query.where(sql<boolean>`(at, id) < (${before.at}::timestamptz, ${before.id}::bigint)`)
  const rows = await query.execute()
  return rows.map(row => ({ ...row, detail: row.detail as Record<string, unknown> }))
}

/** The acts and the kinds of subject that stand in the log, in their order; found by leaps over the index. */
export async function listKinds(db: Database): Promise<{ acts: string[]; subjects: string[] }> {
  const leap = (column: 'act' | 'subject_kind') =>
    sql<{ value: string }>`
      with recursive leaps as (
        (select ${sql.ref(column)} as value from audit_log
          where ${sql.ref(column)} is not null order by 1 limit 1)
        union all
        select (select ${sql.ref(column)} from audit_log where ${sql.ref(column)} > leaps.value
          order by 1 limit 1)
        from leaps where leaps.value is not null
      )
      select value from leaps where value is not null`.execute(db)
  const [acts, subjects] = await Promise.all([leap('act'), leap('subject_kind')])
  return {
    acts: acts.rows.map(({ value }) => value),
    subjects: subjects.rows.map(({ value }) => value),
  }
}
