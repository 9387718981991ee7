/** The strip's close button without loading the page again; where the form cannot be sent it is sent as a form. */
export function startStrip(): void {
  const strip = document.querySelector<HTMLElement>('[data-strip]')
  const form = strip?.querySelector<HTMLFormElement>('[data-dismiss]')
  form?.addEventListener('submit', event => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
      () => {
        strip!.remove()
        // What had the focus is gone: the keyboard goes on where the page begins.
        document.querySelector<HTMLElement>('.skip')?.focus({ preventScroll: true })
      },
      () => form.submit(),
    )
  })
}
