import type { WritingDesk } from '../desk.ts'
import { focusAt } from '../text/focus-at.ts'

/** Goes to what the address names (`#field-topics`), as the checks before publishing do: a text, or a field beside it. */
export function goToNamedField(desk: WritingDesk): void {
  const name = /^#field-([A-Za-z]{1,40})$/.exec(location.hash)?.[1]
  if (!name) return
  if (name === 'headline' || name === 'standfirst' || name === 'body') focusAt(desk[name], 'end')
  else if (!enter(name)) {
    desk.side.set('about')
    enterWhenDrawn(name)
  }
}

/** The panel comes a moment later; a field that it does not have is left alone. */
function enterWhenDrawn(name: string): void {
  const drawing = new MutationObserver(() => {
    if (document.querySelector('.about')) drawing.disconnect()
    enter(name)
  })
  drawing.observe(document.body, { childList: true, subtree: true })
}

/** False where the field is not on the page. */
function enter(name: string): boolean {
  const field = document.getElementById(`field-${name}`)
  if (!field) return false
  field.closest('details')?.setAttribute('open', '')
  field.scrollIntoView({ block: 'center' })
  field.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  return true
}
