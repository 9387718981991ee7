import { isTyping } from './typing.ts'

const patience = 1500

/**
 * The keys that work on every page: what the page's commands name (`data-keys`: "n", "g s", "?"), one after another.
 * Nothing happens while somebody types, or while something floats over the page.
 */
export function startShortcuts(): void {
  let pressed = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (isTyping(event.target) || document.querySelector('dialog[open]') || event.key.length !== 1) return
    clearTimeout(timer)
    const keys = `${pressed} ${event.key.toLowerCase()}`.trim()
    const command = commandFor(keys) ?? commandFor(event.key.toLowerCase())
    pressed = ''
    if (command) {
      event.preventDefault()
      follow(command)
    } else if (commands().some(item => item.dataset.keys?.startsWith(`${keys} `))) {
      pressed = keys
      timer = setTimeout(() => {
        pressed = ''
      }, patience)
    }
  })
  document.addEventListener('keydown', sendForm)
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('[data-shortcuts]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void showSheet((link as HTMLAnchorElement).href)
  })
}

/** Ctrl Enter (Cmd Enter) sends the form whose field has the focus, as its first button would. */
function sendForm(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || event.repeat)
    return
  const field = event.target as HTMLInputElement
  if (!field.form || !field.matches('input, textarea, select')) return
  event.preventDefault()
  field.form.requestSubmit(field.form.querySelector<HTMLElement>('button[type="submit"]'))
}

/** Every command that this page offers, as it stands in its template. */
export function commands(): HTMLElement[] {
  const template = document.querySelector<HTMLTemplateElement>('template[data-commands]')
  return template ? [...template.content.querySelectorAll<HTMLElement>('[data-find]')] : []
}

/** Does what a command says: goes there, opens it beside, or sends its form. */
export function follow(item: HTMLElement, beside = false): void {
  // In a template no address is whole yet.
  const link = item.querySelector('a')
  const href = link?.getAttribute('href') ?? ''
  const form = item.querySelector('form')
  const field = document.querySelector<HTMLElement>('#compose-text')
  if (href === '/newsroom/shortcuts') void showSheet(href)
  // On the live desk itself, the field is where the command leads.
  else if (item.dataset.keys === 'b' && field) field.focus()
  else if (link && (beside || link.target === '_blank')) open(href, '_blank', 'noopener')
  else if (link) location.assign(href)
  else if (form) {
    const copy = document.importNode(form, true)
    copy.hidden = true
    document.body.append(copy)
    copy.requestSubmit()
  }
}

function commandFor(keys: string): HTMLElement | undefined {
  return commands().find(item => item.dataset.keys === keys)
}

/** The sheet over the page it is asked from; as a page of its own where it cannot be fetched. */
async function showSheet(href: string): Promise<void> {
  const before = document.activeElement as HTMLElement | null
  const dialog = document.createElement('dialog')
  dialog.className = 'float float--sheet'
  dialog.setAttribute('aria-labelledby', 'shortcuts-title')
  try {
    const page = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html')
    dialog.append(closeButton(page), document.importNode(page.querySelector('#shortcuts')!, true))
  } catch {
    location.assign(href)
    return
  }
  dialog.addEventListener('close', () => {
    dialog.remove()
    before?.focus()
  })
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  dialog.showModal()
}

function closeButton(page: Document): HTMLElement {
  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'float__close'
  const button = document.createElement('button')
  button.className = 'button'
  button.textContent = page.querySelector<HTMLElement>('#shortcuts')?.dataset.close ?? 'Close'
  form.append(button)
  return form
}
