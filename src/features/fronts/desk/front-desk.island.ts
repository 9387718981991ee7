import { frameTexts } from '../../../design/newsroom/frame-messages.newsroom.ts'
import { load } from '../../../design/newsroom/swap.island.ts'

/**
 * Dragging on the front desk, and Alt with an arrow on a story that has the focus. Both send what the buttons send, so
 * the server arranges and the page comes back whole.
 */
export function startFrontDesk(): void {
  if (!document.querySelector('[data-front-desk]')) return
  let dragged: HTMLElement | null = null
  document.addEventListener('dragstart', event => {
    dragged = slotOf(event.target)
    if (!dragged) return
    dragged.classList.add('slot--dragged')
    event.dataTransfer?.setData('text/plain', dragged.querySelector('a')?.textContent ?? '')
  })
  document.addEventListener('dragover', event => {
    const place = dragged && placeAt(event)
    if (!place) return
    event.preventDefault()
    clearMarks()
    place.before ? place.before.classList.add('slot--before') : place.list.classList.add('slots--end')
  })
  document.addEventListener('drop', event => {
    const place = dragged && placeAt(event)
    if (!dragged || !place) return
    event.preventDefault()
    void move(dragged, place.list, place.before)
  })
  document.addEventListener('dragend', () => {
    dragged?.classList.remove('slot--dragged')
    dragged = null
    clearMarks()
  })
  document.addEventListener('keydown', event => {
    const slot = event.altKey ? slotOf(event.target) : null
    if (!slot || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const list = slot.closest<HTMLElement>('[data-slots]')!
    const up = event.key === 'ArrowUp'
    const beside = up ? slot.previousElementSibling : slot.nextElementSibling
    if (beside) return void move(slot, list, (up ? beside : beside.nextElementSibling) as HTMLElement | null)
    const lists = [...document.querySelectorAll<HTMLElement>('[data-slots]')]
    const other = lists[lists.indexOf(list) + (up ? -1 : 1)]
    if (other) void move(slot, other, up ? null : (other.firstElementChild as HTMLElement | null))
  })
}

async function move(slot: HTMLElement, list: HTMLElement, before: HTMLElement | null): Promise<void> {
  const others = [...list.children].filter(each => each !== slot)
  const at = before && before !== slot ? others.indexOf(before) : before ? indexIn(slot) : others.length
  const form = slot.querySelector<HTMLFormElement>('form')
  if (!form) return
  const body = new URLSearchParams({
    csrf: (form.elements.namedItem('csrf') as HTMLInputElement).value,
    container: (form.elements.namedItem('container') as HTMLInputElement).value,
    story: slot.dataset.slot ?? '',
    to: list.dataset.slots ?? '',
    do: `move-slot ${at}`,
  })
  const failed = frameTexts(document.documentElement.lang).failedToSend
  const worked = await load(form.action, { method: 'POST', body }, '#front-desk', { failed })
  if (worked) document.querySelector<HTMLElement>(`[data-slot="${slot.dataset.slot}"]`)?.focus()
}

function indexIn(slot: HTMLElement): number {
  return [...(slot.parentElement?.children ?? [])].indexOf(slot)
}

function placeAt(event: DragEvent): { list: HTMLElement; before: HTMLElement | null } | null {
  if (!(event.target instanceof Element)) return null
  const list =
    event.target.closest<HTMLElement>('[data-slots]') ??
    event.target.closest('[data-container]')?.querySelector<HTMLElement>('[data-slots]')
  if (!list) return null
  const before = [...list.children].find(child => {
    const { top, height } = child.getBoundingClientRect()
    return event.clientY < top + height / 2
  })
  return { list, before: (before as HTMLElement | undefined) ?? null }
}

function slotOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null
}

function clearMarks(): void {
  for (const marked of document.querySelectorAll('.slot--before, .slots--end'))
    marked.classList.remove('slot--before', 'slots--end')
}
