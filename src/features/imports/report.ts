import type { ImportReport, LeftBehind, ReportLine } from './import.ts'

const mostLines = 20_000
const mostExamples = 20

/** Gathers what an import did. Bounded, however large the archive. */
export class ReportKeeper {
  readonly report: ImportReport
  readonly #left = new Map<string, ImportReport['leftBehind'][number]>()

  constructor(options: { origin: string; file: string; dryRun: boolean; startedAt: Date }) {
    this.report = {
      origin: options.origin,
      file: options.file,
      dryRun: options.dryRun,
      startedAt: options.startedAt.toISOString(),
      seconds: 0,
      counts: {},
      changed: [],
      skipped: [],
      leftBehind: [],
      mediaElsewhere: [],
      mediaFetched: 0,
      unlisted: { changed: 0, skipped: 0, mediaElsewhere: 0 },
    }
  }

  count(kind: string, action: 'added' | 'updated' | 'unchanged', by = 1): void {
    this.report.counts[kind] ??= { added: 0, updated: 0, unchanged: 0 }
    this.report.counts[kind][action] += by
  }

  /** True when anything was written so far. */
  touched(): boolean {
    return Object.values(this.report.counts).some(({ added, updated }) => added + updated > 0)
  }

  changed(line: ReportLine): void {
    this.#list('changed', line)
  }

  skipped(line: ReportLine): void {
    this.#list('skipped', line)
  }

  elsewhere(line: { url: string; why: string }): void {
    this.#list('mediaElsewhere', line)
  }

  left({ what, why, title, count = 1 }: LeftBehind): void {
    const known = this.#left.get(what) ?? { what, why, count: 0, examples: [] }
    known.count += count
    if (title && known.examples.length < mostExamples) known.examples.push(title)
    if (!this.#left.has(what)) this.report.leftBehind.push(known)
    this.#left.set(what, known)
  }

  #list<List extends 'changed' | 'skipped' | 'mediaElsewhere'>(
    list: List,
    line: ImportReport[List][number],
  ): void {
    const lines = this.report[list] as ImportReport[List][number][]
    if (lines.length < mostLines) lines.push(line)
    else this.report.unlisted[list]++
  }
}

/** The report as a person reads it in a terminal: counts, the most frequent changes, what did not come. */
export function printReport(report: ImportReport, options: { fullReport?: string } = {}): string {
  const lines = [
    '',
    report.dryRun
      ? 'Trial only: nothing was kept.'
      : `Imported from ${report.file} in ${report.seconds.toFixed(1)} s.`,
    '',
    ...table(report),
    ...section('Changed on the way', summary(report.changed), report.unlisted.changed),
    ...section(
      'Not taken',
      report.skipped.map(({ title, what }) => `${title}: ${what}`),
      report.unlisted.skipped,
    ),
    ...section(
      'Left behind on purpose',
      report.leftBehind.map(({ what, why, count, examples }) => `${count} ${what}: ${why}${some(examples)}`),
      0,
    ),
    ...media(report),
  ]
  if (options.fullReport) lines.push('', `Everything, line by line: ${options.fullReport}`)
  return `${lines.join('\n')}\n`
}

function table({ counts }: ImportReport): string[] {
  const kinds = Object.entries(counts).sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b))
  if (kinds.length === 0) return ['Nothing was found to import.']
  const width = Math.max(...kinds.map(([kind]) => kind.length))
  const head = `  ${''.padEnd(width)}  ${'added'.padStart(8)}  ${'updated'.padStart(8)}  ${'unchanged'.padStart(9)}`
  const rows = kinds.map(
    ([kind, { added, updated, unchanged }]) =>
      `  ${kind.padEnd(width)}  ${String(added).padStart(8)}  ${String(updated).padStart(8)}  ${String(unchanged).padStart(9)}`,
  )
  return [head, ...rows]
}

function order(kind: string): number {
  return ['story', 'page', 'author', 'topic', 'photograph', 'file', 'redirect'].indexOf(kind.split(' ')[0]!)
}

/** The same change to many items as one line, with the first titles. */
function summary(lines: readonly ReportLine[]): string[] {
  const groups = new Map<string, { count: number; titles: string[] }>()
  for (const { title, what } of lines) {
    const key = what.replace(/ \(\d+ times\)$/, '').replace(/“\/[^”]*”/g, '“/…”')
    const group = groups.get(key) ?? { count: 0, titles: [] }
    group.count++
    if (group.titles.length < 2) group.titles.push(title)
    groups.set(key, group)
  }
  return [...groups]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([what, { count, titles }]) =>
      count === 1 ? `${titles[0]}: ${what}` : `${count} × ${what}${some(titles)}`,
    )
}

function section(title: string, lines: readonly string[], unlisted: number): string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, 12)
  const more = lines.length - shown.length + unlisted
  return [
    '',
    `${title}:`,
    ...shown.map(line => `  ${fitted(line)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function media({ mediaElsewhere, mediaFetched, unlisted }: ImportReport): string[] {
  const elsewhere = mediaElsewhere.length + unlisted.mediaElsewhere
  const lines: string[] = []
  if (mediaFetched > 0) lines.push(`${mediaFetched} pictures and files were fetched.`)
  if (elsewhere > 0) {
    const why = mediaElsewhere.every(({ why }) => why === notFetched)
      ? '; --fetch-media brings them here'
      : ''
    lines.push(`${elsewhere} pictures and files are linked where they were${why}.`)
  }
  return lines.length > 0 ? ['', ...lines] : []
}

export const notFetched = 'it was not asked to be fetched'

function some(titles: readonly string[]): string {
  if (titles.length === 0) return ''
  const shown = titles.slice(0, 2).map(title => `“${title.slice(0, 50)}”`)
  return ` (${shown.join(', ')}${titles.length > 2 ? ', …' : ''})`
}

function fitted(line: string): string {
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}
