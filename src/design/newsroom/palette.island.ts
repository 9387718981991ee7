import { commands, follow } from './shortcuts.island.ts'

/**
 * The command palette: Ctrl K (Cmd K) opens it over the page at once. Commands are filtered here as they are typed;
 * stories are asked of the server, as HTML. A combobox with a listbox (ARIA APG): the arrows choose, Enter goes, Esc
 * gives the focus back.
 */
export function startPalette(): void {
  const opener = document.querySelector<HTMLAnchorElement>('[data-palette]')
  if (!opener) return
  document.addEventListener('keydown', event => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return
    // In a text that is being written the editor may want the keys for a link.
    if (event.defaultPrevented) return
    event.preventDefault()
    openPalette(opener)
  })
  opener.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    openPalette(opener)
  })
}

function openPalette(opener: HTMLAnchorElement): void {
  const already = document.querySelector<HTMLDialogElement>('dialog.palette')
  if (already) {
    already.close()
    return
  }
  const before = document.activeElement as HTMLElement | null
  const { dialog, input, list, status } = paletteFrame(opener)
  let stories: HTMLElement[] = []
  let storiesFor = ''
  let chosen = 0
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  input.addEventListener('input', () => {
    chosen = 0
    show()
    clearTimeout(timer)
    timer = setTimeout(ask, 90)
  })
  input.addEventListener('keydown', event => {
    const options = list.querySelectorAll('[role="option"]')
    const last = options.length - 1
    if (event.key === 'ArrowDown') choose(chosen >= last ? 0 : chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? last : chosen - 1)
    else if (event.key === 'Home' && event.ctrlKey) choose(0)
    else if (event.key === 'End' && event.ctrlKey) choose(last)
    else if (event.key === 'Enter' && !event.isComposing) pick(chosen, event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
  })
  list.addEventListener('click', event => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
    if (option)
      pick([...list.querySelectorAll('[role="option"]')].indexOf(option), event.ctrlKey || event.metaKey)
  })
  // A press on an option must not take the focus out of the field.
  list.addEventListener('mousedown', event => event.preventDefault())
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    clearTimeout(timer)
    dialog.remove()
    before?.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  input.focus()
  show()
  void ask()

  async function ask(): Promise<void> {
    const mine = ++asked
    try {
      const q = input.value.trim()
      const url = `${opener.href}?part=stories&q=${encodeURIComponent(q)}`
      const answer = await fetch(url)
      if (!answer.ok || mine !== asked || !dialog.open) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      stories = [...page.querySelectorAll<HTMLElement>('#found-stories [data-find]')]
      storiesFor = q
      show()
    } catch {
      // The commands are here in any case.
    }
  }

  function show(): void {
    const items = offered()
    list.replaceChildren(...items.map(optionFor))
    choose(Math.min(chosen, Math.max(0, items.length - 1)))
    status.textContent = items.length === 0 ? (opener.dataset.nothing ?? '') : ''
  }

  /** Stories and commands that hold what is typed; without words the commands come first. */
  function offered(): HTMLElement[] {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    const holds = (item: HTMLElement) => {
      const said = `${item.querySelector('a, button')?.textContent} ${item.dataset.words ?? ''}`.toLowerCase()
      return words.every(word => said.includes(word))
    }
    // Of the answer to other words only what these words are in as well, until their own answer comes.
    const found = storiesFor === input.value.trim() ? stories : stories.filter(holds)
    const known = commands().filter(holds)
    return words.length === 0 ? [...known, ...found] : [...found, ...known]
  }

  function choose(index: number): void {
    chosen = index
    for (const [i, option] of [...list.querySelectorAll<HTMLElement>('[role="option"]')].entries()) {
      option.setAttribute('aria-selected', String(i === index))
      if (i !== index) continue
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
    if (list.childElementCount === 0) input.removeAttribute('aria-activedescendant')
  }

  function pick(index: number, beside: boolean): void {
    const item = offered()[index]
    if (!item) return
    dialog.close()
    follow(item, beside)
  }
}

function optionFor(item: HTMLElement, i: number): HTMLElement {
  const option = document.createElement('li')
  option.id = `palette-${i}`
  option.setAttribute('role', 'option')
  const words = item.querySelector('a, button')
  const label = document.createElement('span')
  label.className = item.querySelector('.find__headline') ? 'palette__headline' : ''
  label.textContent = words?.textContent ?? ''
  if (words?.getAttribute('lang')) label.lang = words.getAttribute('lang')!
  option.append(label)
  for (const more of item.querySelectorAll('.state, .find__keys'))
    option.append(document.importNode(more, true))
  return option
}

function paletteFrame(opener: HTMLAnchorElement) {
  const dialog = document.createElement('dialog')
  dialog.className = 'float palette'
  dialog.setAttribute('aria-label', opener.dataset.label ?? opener.title)
  const input = document.createElement('input')
  input.type = 'text'
  input.autocomplete = 'off'
  input.spellcheck = false
  input.placeholder = opener.dataset.hint ?? ''
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-label': opener.dataset.label ?? opener.title,
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(name, value)
  const list = document.createElement('ul')
  list.id = 'palette-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', opener.dataset.label ?? opener.title)
  const status = document.createElement('p')
  status.className = 'palette__status'
  status.setAttribute('role', 'status')
  dialog.append(input, list, status)
  return { dialog, input, list, status }
}
