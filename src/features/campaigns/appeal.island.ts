/** What runs on a page with appeals: closing the strip without loading the page again, and the numbers that move. */
export function startAppeals(): void {
  const strip = document.querySelector<HTMLElement>('[data-strip]')
  const form = strip?.querySelector<HTMLFormElement>('[data-dismiss]')
  if (strip && form) dismissQuietly(strip, form)
  if (document.querySelector('[data-campaign]')) document.addEventListener('told', moveNumbers)
}

/** Where the form cannot be sent quietly it is sent as a form. */
function dismissQuietly(strip: HTMLElement, form: HTMLFormElement): void {
  form.addEventListener('submit', event => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
      () => {
        const byKeyboard = strip.querySelector(':focus-visible')
        strip.remove()
        // What had the focus is gone: the keyboard goes on where the page begins.
        if (byKeyboard) document.querySelector<HTMLElement>('.skip')?.focus({ preventScroll: true })
      },
      () => form.submit(),
    )
  })
}

/** The News Feed's stream brings how far each campaign has come (`Told` in ticker.ts). */
function moveNumbers(event: Event): void {
  const { campaigns = {} } = (event as CustomEvent).detail
  for (const box of document.querySelectorAll<HTMLElement>('[data-campaign]')) {
    const now = campaigns[box.dataset.campaign ?? '']
    const words = box.querySelector('[data-progress]')
    const line = box.querySelector('progress')
    if (!now || !words || !line || words.textContent === now.text) continue
    words.textContent = now.text
    line.value = Math.max(0, Math.min(now.gained, line.max))
    line.setAttribute('aria-label', now.text)
    words.classList.remove('progress--moved')
    requestAnimationFrame(() => words.classList.add('progress--moved'))
  }
}
