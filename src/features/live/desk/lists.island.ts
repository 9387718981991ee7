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
  const focused = placeOf(shown)
  const editing = [...shown.querySelectorAll('[data-editing]')].map(form =>
    form.closest<HTMLElement>('[data-row]'),
  )
  // Both stand in the page for a moment, so that what somebody types in can be moved with its cursor.
  shown.after(fresh)
  for (const row of editing) if (row && row.id !== changed) keep(row, fresh)
  shown.remove()
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
  const list = place?.parentElement ?? fresh.querySelector('ol')
  if (!list) return
  const before = place ?? list.firstChild
  const { moveBefore } = list as Partial<Movable>
  if (moveBefore) moveBefore.call(list, row, before)
  else list.insertBefore(row, before)
  place?.remove()
}

/** Moves without taking out: the focus and half-typed characters stay (DOM, 4.2.3). */
interface Movable {
  moveBefore(node: Node, before: Node | null): void
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
    if (document.activeElement !== element) element.focus({ preventScroll: true })
    return
  }
  const same = element.id ? fresh.querySelector<HTMLElement>(`#${CSS.escape(element.id)}`) : null
  const wanted = same ?? (row ? fresh.querySelector<HTMLElement>(`#${CSS.escape(row)}`) : null)
  wanted?.focus({ preventScroll: true })
}
