import { isTyping } from './typing.ts'

/**
 * Lists under the keyboard: J and K walk whatever is marked `data-row`, Enter opens a row that is not a link itself.
 * A row's first link takes the focus, so that Enter and the browser's own keys work on it.
 */
export function startRows(): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return
    if (document.querySelector('dialog[open]')) return
    const key = event.key.toLowerCase()
    const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null
    if (key === 'j' || key === 'k') {
      if (!walk(row, key === 'j' ? 1 : -1)) return
    } else if (key === 'enter' && row && document.activeElement === row) row.querySelector('a')?.click()
    else return
    event.preventDefault()
  })
}

function walk(from: HTMLElement | null, step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return false
  const at = from ? rows.indexOf(from) + step : step > 0 ? 0 : rows.length - 1
  const row = rows[Math.max(0, Math.min(rows.length - 1, at))]!
  ;(row.querySelector<HTMLElement>('a') ?? row).focus()
  row.scrollIntoView({ block: 'nearest' })
  return true
}
