import type { Clock } from '../clock.ts'
import { json, type Transaction } from '../database/database.ts'

export interface Act {
  /** The member of staff, or the program itself (a schedule, a command). */
  by: { id: number; name: string } | 'program'
  /** Verb and noun: "publish-story". */
  act: string
  subject?: { kind: string; id: number | string; title?: string }
  /** What else matters to whoever asks later. Nothing about readers, no secrets. */
  detail?: Record<string, unknown>
}

/** Writes one line of the audit log in the transaction that does what it tells. Lines are never changed or taken out. */
export async function recordAct(
  tx: Transaction,
  clock: Clock,
  { by, act, subject, detail }: Act,
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      at: clock.now(),
      staff_id: by === 'program' ? null : by.id,
      staff_name: by === 'program' ? '' : by.name,
      act,
      subject_kind: subject?.kind ?? null,
      subject_id: subject ? String(subject.id) : null,
      subject_title: subject?.title ?? '',
      detail: json(detail ?? {}),
    })
    .execute()
}
