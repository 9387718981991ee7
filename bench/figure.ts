/** One line of the table: what was measured, and whether it is as good as it has to be. */
export interface Figure {
  part: string
  measure: string
  value: number
  unit: string
  /** What it is compared with, in words. */
  reference?: string
  /** The value beside its reference; the bar is then on the ratio. */
  ratio?: number
  bar?: { atLeast?: number; atMost?: number }
  /** What has to be known to judge it. */
  note?: string
}

/** True where there is no bar, too. */
export function holds({ value, ratio, bar }: Figure): boolean {
  const judged = ratio ?? value
  return !bar || (judged >= (bar.atLeast ?? -Infinity) && judged <= (bar.atMost ?? Infinity))
}

/** The table as lines of text, with the reasons for what misses its bar below it. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['', 'measure', 'figure', 'against', 'ratio', 'bar', '']
  const rows = [head, ...figures.map((figure, i) => rowOf(figure, figures[i - 1]))]
  const widths = head.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const numeric = new Set([2, 4])
  const line = (row: string[]) =>
    row
      .map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  const notes = figures.filter(figure => figure.note).map(({ measure, note }) => `${measure}: ${note}`)
  return [...rows.map(line), ...(notes.length ? ['', ...notes] : [])].join('\n')
}

function rowOf(figure: Figure, before: Figure | undefined): string[] {
  const { part, measure, value, unit, reference = '', ratio, bar } = figure
  return [
    part === before?.part ? '' : part,
    measure,
    `${written(value)} ${unit}`.trim(),
    reference,
    ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
    barText(figure),
    bar ? (holds(figure) ? 'holds' : 'MISSED') : '',
  ]
}

function barText({ bar, ratio, unit }: Figure): string {
  if (!bar) return ''
  const sign = bar.atLeast !== undefined ? '≥' : '≤'
  const limit = bar.atLeast ?? bar.atMost!
  return ratio === undefined ? `${sign} ${written(limit)} ${unit}`.trim() : `${sign} ${limit}×`
}

function written(value: number): string {
  if (Number.isNaN(value)) return '–'
  if (value > 0 && value < 0.01) return value.toFixed(4)
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
