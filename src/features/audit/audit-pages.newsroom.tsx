import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { listStaff } from '../staff/staff.ts'
import { auditMessages } from './audit-messages.newsroom.ts'
import { type AuditFilter, type AuditPlace, listAudit, listKinds } from './audit-queries.ts'
import { AuditView } from './audit-view.newsroom.tsx'
import { dayStart } from './day-start.ts'

const onePage = 60

/**
 * `/newsroom/audit?person=…&act=…&subject=story:42&from=2026-11-01&until=…&before=…`. What cannot be read in the
 * address is taken as not given, so that a link that was cut short still shows the log.
 */
export async function auditPage(ask: Ask, house: House): Promise<Answer> {
  const { language } = ask.staff!
  const publication = await readPublication(house)
  const place = { language, timeZone: publication.timeZone }
  const filter = readFilter(ask.query, place.timeZone)
  const [lines, kinds, people] = await Promise.all([
    listAudit(house.db, { filter, before: readPlace(ask.query.before), limit: onePage + 1 }),
    listKinds(house.db),
    listStaff(house.db),
  ])
  const title = auditMessages(language).audit
  const more = lines.length > onePage ? (lines[onePage - 1] ?? null) : null
  return newsroomPage(ask, house, {
    desk: 'audit',
    title,
    body: (
      <AuditView
        lines={lines.slice(0, onePage)}
        {...{ query: ask.query, filter, kinds, people, place, more: more && writePlace(more) }}
      />
    ),
  })
}

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const word = z.string().regex(/^[a-z][a-z-]{0,60}$/)
const subject = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}(:[^:]{1,200})?$/)
  .transform(text => {
    const [kind = '', id] = text.split(':')
    return { kind, id: id ?? null }
  })
const day = z.iso.date()

function readFilter(query: Record<string, string>, timeZone: string): AuditFilter {
  const until = given(day, query.until)
  const from = given(day, query.from)
  return {
    person: query.person === 'program' ? 'program' : given(number, query.person),
    act: given(word, query.act),
    subject: given(subject, query.subject),
    from: from === null ? null : dayStart(from, timeZone),
    until: until === null ? null : dayStart(until, timeZone, 1),
  }
}

function given<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  return schema.safeParse(text).data ?? null
}

function writePlace({ at, id }: AuditPlace): string {
  return `${at.getTime()}-${id}`
}

function readPlace(text: string | undefined): AuditPlace | null {
  const match = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '')
  return match ? { at: new Date(Number(match[1])), id: Number(match[2]) } : null
}
