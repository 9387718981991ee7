/**
 * Looks that depend on one picture or frame, without style attributes (which the content security policy forbids):
 * a class names the value, and the page frame collects the rules of the classes that a page uses.
 */

/** Class of a dominant colour ('#aabbcc', rounded to three digits), or '' where there is none. */
export function toneClass(hex: string | null | undefined): string {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? '')
  if (!found) return ''
  const digits = found.slice(1).map(pair => Math.round(Number.parseInt(pair, 16) / 17).toString(16))
  return `tone-${digits.join('')}`
}

/** Class of a focal point: 0–1 from the left and from the top, kept in steps of 5%. '' for the middle, where a picture is anyway. */
export function focalClass(x: number, y: number): string {
  const [left, top] = [percent(x), percent(y)]
  return left === 50 && top === 50 ? '' : `focal-${left}-${top}`
}

export const frameStep = 40
export const tallestFrame = 2000

/** Class of a frame's height: pixels rounded up to steps of 40, at most 2,000. */
export function frameHeightClass(pixels: number): string {
  const steps = Math.max(1, Math.ceil(pixels / frameStep))
  return `frame-h-${Math.min(steps * frameStep, tallestFrame)}`
}

/** The CSS rules of every tone, focal point and frame height that a page's HTML names, in a settled order. */
export function collectStyles(html: string): string {
  const names = new Set<string>()
  for (const start of starts) gather(html, start, names)
  return [...names].sort().map(rule).join('')
}

const starts = ['tone-', 'focal-', 'frame-h-']
const whole = /(?:tone-[0-9a-f]{3}|focal-\d{1,3}-\d{1,3}|frame-h-\d{2,4})(?![\w-])/y

// Searching for the fixed beginnings is several times faster than one expression over the whole page.
function gather(html: string, start: string, names: Set<string>): void {
  for (let at = html.indexOf(start); at !== -1; at = html.indexOf(start, at + start.length)) {
    const before = html[at - 1]
    if (before !== '"' && before !== ' ') continue
    whole.lastIndex = at
    const found = whole.exec(html)
    if (found) names.add(found[0])
  }
}

function rule(name: string): string {
  const [kind, ...values] = name.split('-')
  if (kind === 'tone') return `.${name}{background-color:#${values[0]}}`
  if (kind === 'focal') return `.${name}{object-position:${values[0]}% ${values[1]}%}`
  return `.${name}{block-size:${values[1]}px}`
}

function percent(share: number): number {
  if (!Number.isFinite(share)) return 50
  return Math.min(20, Math.max(0, Math.round(share * 20))) * 5
}
