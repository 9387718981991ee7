/**
 * Puts the lists of an answer in place of those shown. A brief that is being changed stays as it is, unless it is the
 * one whose form was sent (`changed`); the focus stays where it was. False where the answer has no lists.
 */
export function showLists(page: Document, changed?: string): boolean {
  const shown = document.getElementById('live-lists')
  const part = page.getElementById('live-lists')
  if (!shown || !part) return false
  const fresh = document.importNode(part, true)
  const known = new Set([...shown.querySelectorAll('[data-row]')].map(row => row.id))
  for (const form of shown.querySelectorAll('[data-editing]')) {
    const row = form.closest<HTMLElement>('[data-row]')
    if (row && row.id !== changed) keep(row, fresh)
  }
  const focused = placeOf(shown)
  shown.replaceWith(fresh)
  for (const row of fresh.querySelectorAll('[data-row]'))
    if (!known.has(row.id)) row.classList.add('live-row--new')
  if (focused) restore(fresh, focused)
  return true
}

/** The same for one row, which may be opened for changing. False where the answer does not have it. */
export function showRow(page: Document, id: string): boolean {
  const shown = document.getElementById(id)
  const part = page.getElementById(id)
  if (!shown || !part) return false
  shown.replaceWith(document.importNode(part, true))
  return true
}

/** What somebody is typing is carried over into the new lists, whatever has become of its brief. */
function keep(row: HTMLElement, fresh: HTMLElement): void {
  const place = fresh.querySelector(`#${CSS.escape(row.id)}`)
  if (place) place.replaceWith(row)
  else fresh.querySelector('ol')?.prepend(row)
}

interface Focused {
  element: HTMLElement
  row: string | undefined
}

function placeOf(shown: HTMLElement): Focused | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || !shown.contains(element)) return null
  return { element, row: element.closest<HTMLElement>('[data-row]')?.id }
}

/** To the same control, to what took its place (Pin, Unpin), or to the row. */
function restore(fresh: HTMLElement, { element, row }: Focused): void {
  if (fresh.contains(element)) {
    element.focus({ preventScroll: true })
    return
  }
  const same = element.id ? fresh.querySelector<HTMLElement>(`#${CSS.escape(element.id)}`) : null
  const wanted = same ?? (row ? fresh.querySelector<HTMLElement>(`#${CSS.escape(row)}`) : null)
  wanted?.focus({ preventScroll: true })
}
