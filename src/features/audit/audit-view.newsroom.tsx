import type { ComponentChildren } from 'preact'
import { type DatePlace, dayOf, formatLongDate, formatTime } from '../../design/dates.ts'
import type { StaffLine } from '../staff/staff.ts'
import { auditMessages } from './audit-messages.newsroom.ts'
import type { AuditFilter, AuditLine } from './audit-queries.ts'

interface Props {
  lines: AuditLine[]
  query: Record<string, string>
  filter: AuditFilter
  kinds: { acts: string[]; subjects: string[] }
  people: StaffLine[]
  place: DatePlace
  /** The `before` of the next page; null on the last. */
  more: string | null
}

export function AuditView(props: Props): ComponentChildren {
  const { lines, query, place, more } = props
  const texts = auditMessages(place.language)
  return (
    <div id="audit">
      <div class="desk__head">
        <h1>{texts.audit}</h1>
      </div>
      <p class="soft">{texts.intro}</p>
      <Filters {...props} />
      {lines.length === 0 ? (
        <Nothing {...props} />
      ) : (
        byDay(lines, place).map(([day, ofDay]) => (
          <section key={day}>
            <h2 class="audit__day">{formatLongDate(ofDay[0]!.at, place)}</h2>
            <ol class="audit">
              {ofDay.map(line => (
                <Line key={line.id} line={line} place={place} />
              ))}
            </ol>
          </section>
        ))
      )}
      <nav class="toolbar" aria-label={texts.audit}>
        {query.before && (
          <a class="button" href={address({ ...query, before: '' })}>
            {texts.newest}
          </a>
        )}
        {more && (
          <a class="button" href={address({ ...query, before: more })} rel="next">
            {texts.older}
          </a>
        )}
      </nav>
    </div>
  )
}

function Filters({ query, filter, kinds, people, place }: Props): ComponentChildren {
  const texts = auditMessages(place.language)
  const { subject } = filter
  const one = subject?.id ? `${subject.kind}:${subject.id}` : null
  const filtered = Object.entries(query).some(([name, value]) => name !== 'before' && value !== '')
  return (
    <form class="toolbar audit__filters" method="get" action="/newsroom/audit">
      <Select
        name="person"
        label={texts.person}
        value={query.person}
        options={[
          ['', texts.anyone],
          ...people.map(({ id, name }): [string, string] => [String(id), name]),
          ['program', texts.program],
        ]}
      />
      <Select
        name="act"
        label={texts.act}
        value={query.act}
        options={[
          ['', texts.anything],
          ...kinds.acts.map((act): [string, string] => [act, texts.acts[act] ?? inThePast(act)]),
        ]}
      />
      <Select
        name="subject"
        label={texts.subject}
        value={query.subject}
        options={[
          ['', texts.anySubject],
          ...(one
            ? [[one, `${texts.kinds[subject!.kind] ?? spelt(subject!.kind)} ${subject!.id}`] as const]
            : []),
          ...kinds.subjects.map((kind): [string, string] => [kind, texts.kinds[kind] ?? spelt(kind)]),
        ]}
      />
      <Day name="from" label={texts.from} value={query.from} />
      <Day name="until" label={texts.until} value={query.until} />
      <button type="submit" class="button">
        {texts.show}
      </button>
      {filtered && <a href="/newsroom/audit">{texts.reset}</a>}
    </form>
  )
}

function Line({ line, place }: { line: AuditLine; place: DatePlace }): ComponentChildren {
  const texts = auditMessages(place.language)
  const { staffId, staffName, act, subjectKind, subjectId, subjectTitle, detail } = line
  const who = staffId === null ? texts.program : staffName
  const ownDoing = subjectKind === 'staff' && subjectId === String(staffId)
  return (
    <li class="audit__line">
      <time class="audit__time" dateTime={line.at.toISOString()}>
        {formatTime(line.at, place)}
      </time>
      <p>
        <a
          class="audit__who"
          dir="auto"
          href={address({ person: staffId === null ? 'program' : String(staffId) })}
        >
          {who}
        </a>{' '}
        {texts.acts[act] ?? inThePast(act)}
        {subjectKind && !ownDoing && (
          <>
            {' '}
            <Subject kind={subjectKind} id={subjectId ?? ''} title={subjectTitle} language={place.language} />
          </>
        )}
        <Detail detail={detail} language={place.language} />
      </p>
    </li>
  )
}

/** What it was about, where it is now, and beside it all that was ever done to it. */
function Subject(props: { kind: string; id: string; title: string; language: string }): ComponentChildren {
  const { kind, id, title, language } = props
  const texts = auditMessages(language)
  const words = title || `${spelt(kind)} ${id}`
  const href = addresses[kind]?.(encodeURIComponent(id))
  return (
    <>
      {href ? (
        <a class="audit__subject" dir="auto" href={href}>
          {words}
        </a>
      ) : (
        <span class="audit__subject" dir="auto">
          {words}
        </span>
      )}{' '}
      <a class="audit__history" href={address({ subject: `${kind}:${id}` })} title={texts.historyOf(words)}>
        {texts.history}
        <span class="unseen">
          {' '}
          (<bdi>{words}</bdi>)
        </span>
      </a>
    </>
  )
}

const addresses: Record<string, (id: string) => string> = {
  story: id => `/newsroom/stories/${id}`,
  front: id => `/newsroom/fronts/${id}`,
  photograph: id => `/newsroom/photographs/${id}`,
  topic: id => `/newsroom/publication/topics/${id}`,
  author: id => `/newsroom/publication/authors/${id}`,
  brief: id => `/news/${id}`,
  staff: id => `/newsroom/staff/${id}`,
}

function Detail({
  detail,
  language,
}: {
  detail: Record<string, unknown>
  language: string
}): ComponentChildren {
  const { from, to, ...rest } = detail
  const texts = auditMessages(language)
  const moved = given(from) && given(to) ? texts.to(inWords(from, texts), inWords(to, texts)) : null
  const others = Object.entries(moved ? rest : detail)
    .filter(([, value]) => given(value))
    .map(([name, value]) => `${texts.details[name] ?? spelt(name)}: ${inWords(value, texts)}`)
  const parts = [...(moved ? [moved] : []), ...others]
  return parts.length > 0 ? <bdi class="audit__detail">{parts.join(' · ')}</bdi> : null
}

function given(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

function Nothing({ query, place }: Props): ComponentChildren {
  const texts = auditMessages(place.language)
  const filtered = Object.values(query).some(Boolean)
  return (
    <p class="empty">
      <strong>{filtered ? texts.nothing : texts.empty}</strong>
      {filtered ? texts.nothingHint : texts.emptyHint}
    </p>
  )
}

function Select(props: {
  name: string
  label: string
  value: string | undefined
  options: (readonly [string, string])[]
}): ComponentChildren {
  const { name, label, value = '', options } = props
  return (
    <div class="field">
      <label for={`audit-${name}`}>{label}</label>
      <select id={`audit-${name}`} name={name}>
        {options.map(([key, words]) => (
          <option key={key} value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ name, label, value }: { name: string; label: string; value?: string }): ComponentChildren {
  return (
    <div class="field">
      <label for={`audit-${name}`}>{label}</label>
      <input id={`audit-${name}`} name={name} type="date" value={value ?? ''} />
    </div>
  )
}

function address(query: Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length > 0 ? `/newsroom/audit?${new URLSearchParams(given)}` : '/newsroom/audit'
}

/** Lines of one day together, days and lines in the order they come. */
function byDay(lines: AuditLine[], place: DatePlace): [string, AuditLine[]][] {
  const days = new Map<string, AuditLine[]>()
  for (const line of lines) {
    const day = dayOf(line.at, place)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days]
}

const irregular: Record<string, string> = {
  begin: 'began',
  draw: 'drew',
  give: 'gave',
  hide: 'hid',
  let: 'let',
  make: 'made',
  put: 'put',
  read: 'read',
  send: 'sent',
  set: 'set',
  take: 'took',
  undo: 'undid',
  withdraw: 'withdrew',
  write: 'wrote',
}

/** "publish-story" as "published story", for an act that has no words of its own yet. */
function inThePast(act: string): string {
  const [verb = '', ...rest] = act.split('-')
  const past = irregular[verb] ?? `${verb.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i')}ed`
  return [past, ...rest].join(' ')
}

/** "asksSecondFactor" and "publish-story" as words. */
function spelt(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
}

function inWords(value: unknown, texts: ReturnType<typeof auditMessages>): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return value.map(one => inWords(one, texts)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
