const pauseMs = 400

/** Shows the front with what stands in the form, whenever whoever types pauses. */
export function startSettings(): void {
  const form = document.querySelector<HTMLFormElement>('[data-settings-form]')
  const button = form?.querySelector<HTMLButtonElement>('[data-settings-preview]')
  if (!form || !button) return
  button.hidden = true
  let timer = 0
  form.addEventListener('input', event => {
    // A file is not shown before it is saved.
    if ((event.target as HTMLInputElement).type === 'file') return
    clearTimeout(timer)
    timer = window.setTimeout(() => show(form, button), pauseMs)
  })
}

/** Sends the form, without its files, into the frame: the page there needs its own headers, which a copied text has not. */
function show(form: HTMLFormElement, button: HTMLButtonElement): void {
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')]
  for (const file of files) file.disabled = true
  form.noValidate = true
  form.requestSubmit(button)
  form.noValidate = false
  for (const file of files) file.disabled = false
}
