import { frameTexts } from '../../../design/newsroom/frame-messages.newsroom.ts'
import { send } from '../../../design/newsroom/swap.island.ts'
import { isTyping } from '../../../design/newsroom/typing.ts'

/** The story list: X ticks the row under the keyboard (rows.island.ts walks them), / goes to the search. */
export function startStoryList(): void {
  if (!document.querySelector('[data-story-list]')) return
  startFilter({ failed: frameTexts(document.documentElement.lang).failedToSend })
  document.addEventListener('keydown', onKey)
  document.addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches?.('[data-pick-all]')) for (const one of boxes()) one.checked = box.checked
    if (box.matches?.('[data-pick-all], [data-row] input')) tell()
  })
  document.addEventListener('click', pickRange)
  document.addEventListener('swapped', arrange)
  arrange()
}

/** A choice counts at once, a word when the typing rests; the field itself is never replaced. */
function startFilter(texts: { failed: string }): void {
  const form = document.querySelector<HTMLFormElement>('[data-story-filter]')
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (!form) return
      const asked = addressOf(form)
      await send(form, null, '#story-list', texts)
      // What was typed while the list was on its way is asked for next.
      if (addressOf(form) !== asked) soon(0)
    }, milliseconds)
  }
  form?.addEventListener('input', event => {
    const field = event.target as HTMLInputElement
    soon(field.matches('select, [type="checkbox"]') ? 0 : 250)
  })
}

function addressOf(form: HTMLFormElement): string {
  return new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString()
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
    return
  const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null
  if (event.key.toLowerCase() === 'x' && row) toggle(row)
  else if (event.key === '/') document.querySelector<HTMLElement>('#filter-q')?.focus()
  else return
  event.preventDefault()
}

function toggle(row: HTMLElement): void {
  const box = row.querySelector<HTMLInputElement>('input[type="checkbox"]')
  if (!box) return
  box.checked = !box.checked
  remember(box)
  tell()
}

/** A click with Shift ticks everything between the last tick and this one. */
function pickRange(event: MouseEvent): void {
  const box = event.target as HTMLInputElement
  if (!box.matches?.('[data-row] input[type="checkbox"]')) return
  const all = boxes()
  const [from, to] = [all.findIndex(one => one.dataset.last !== undefined), all.indexOf(box)]
  if (event.shiftKey && from >= 0)
    for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = box.checked
  remember(box)
  tell()
}

function remember(box: HTMLInputElement): void {
  for (const one of boxes()) delete one.dataset.last
  box.dataset.last = ''
}

function arrange(): void {
  const all = document.querySelector<HTMLInputElement>('[data-pick-all]')
  if (all) all.hidden = boxes().length === 0
  tell()
}

/** Says how many are ticked, and shows what can be done with them. */
function tell(): void {
  const picked = boxes().filter(box => box.checked)
  for (const row of document.querySelectorAll<HTMLElement>('[data-row]')) {
    if (row.querySelector<HTMLInputElement>('input')?.checked) row.setAttribute('data-picked', '')
    else row.removeAttribute('data-picked')
  }
  const bar = document.querySelector<HTMLElement>('#bulk')
  if (!bar) return
  bar.hidden = picked.length === 0
  const count = bar.querySelector('.bulk__count')
  if (!count) return
  const text =
    picked.length === 1 ? bar.dataset.bulkOne : bar.dataset.bulk?.replace('{n}', String(picked.length))
  if (picked.length > 0 && count.textContent !== text) count.textContent = text ?? ''
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('[data-row] input[type="checkbox"]')]
}
