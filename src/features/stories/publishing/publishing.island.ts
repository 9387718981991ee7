import { load } from '../../../design/newsroom/swap.island.ts'

/** While links are still being looked at, how often the page asks, and how often at most. */
const lookAgainMs = 2000
const mostLooks = 40

/** The page about publishing one story: it asks for links until they are known, and its one button says what it does. */
export function startPublishing(): void {
  if (!document.getElementById('publishing')) return
  lookAgain(0)
  const form = document.querySelector<HTMLFormElement>('#publish')
  if (form) startWhen(form)
  document.addEventListener('focusin', event => {
    const field = event.target
    if (field instanceof HTMLInputElement && field.dataset.selectAll !== undefined) field.select()
  })
  document.querySelector<HTMLInputElement>('[data-select-all]')?.select()
}

function lookAgain(looks: number): void {
  if (looks >= mostLooks || !document.querySelector('#checks[data-look-again]')) return
  setTimeout(async () => {
    const { pathname } = location
    if (document.visibilityState === 'visible') await load(pathname, {}, '#checks', { failed: '' })
    lookAgain(looks + 1)
  }, lookAgainMs)
}

/** Typing a time chooses it; the button says "Schedule" while one is chosen. */
function startWhen(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-publish]')
  const time = form.querySelector<HTMLInputElement>('input[name="time"]')
  const at = form.querySelector<HTMLInputElement>('input[name="when"][value="at"]')
  if (!button || !time || !at) return
  const [now, later] = [button.textContent ?? '', button.dataset.scheduleLabel ?? '']
  const say = () => {
    button.textContent = at.checked ? later : now
  }
  form.addEventListener('change', event => {
    if (event.target === time && time.value !== '') at.checked = true
    if (event.target instanceof HTMLInputElement && event.target.name === 'when' && !at.checked)
      time.value = ''
    say()
  })
  say()
}
