import { notesMessages } from './notes-messages.newsroom.ts'

const mostShown = 8

/** Offers names behind `@` in the fields of notes: arrows choose, Enter or Tab takes, Escape goes back to typing. */
export function startMentions(): void {
  let open: { field: HTMLTextAreaElement; list: HTMLElement; names: string[]; chosen: number } | null = null
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.names !== undefined) look(target)
  })
  document.addEventListener('focusout', ({ target }) => {
    if (target === open?.field) close()
  })
  document.addEventListener('keydown', press, { capture: true })
  document.addEventListener('pointerdown', event => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('.names__list li') : null
    if (!item || !open) return
    event.preventDefault()
    take(Number(item.dataset.place))
  })

  function look(field: HTMLTextAreaElement): void {
    const typed = typedName(field)
    const known = namesFor(field)
    // A name that is whole is followed by words.
    const isDone = typed === null || known.some(name => plain(typed).startsWith(plain(name)))
    const names = isDone ? [] : matching(known, typed)
    if (names.length > 0) show(field, names)
    else close(isDone ? undefined : field)
  }

  function show(field: HTMLTextAreaElement, names: string[]): void {
    if (open?.field !== field) close()
    const list = open?.list ?? document.createElement('ul')
    open = { field, list, names, chosen: 0 }
    list.className = 'names__list'
    list.id = `${field.id}-names`
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', texts().people)
    list.replaceChildren(
      ...names.map((name, place) => {
        const item = document.createElement('li')
        item.id = `${list.id}-${place}`
        item.setAttribute('role', 'option')
        item.dataset.place = String(place)
        item.textContent = name
        return item
      }),
    )
    if (!list.isConnected) field.after(list)
    field.setAttribute('aria-autocomplete', 'list')
    field.setAttribute('aria-controls', list.id)
    say(field, texts().peopleFound(names.length))
    choose(0)
  }

  function choose(place: number): void {
    if (!open) return
    const { list, field, names } = open
    open.chosen = (place + names.length) % names.length
    for (const [i, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(i === open.chosen))
    field.setAttribute('aria-activedescendant', `${list.id}-${open.chosen}`)
    list.children[open.chosen]?.scrollIntoView({ block: 'nearest' })
  }

  function press(event: KeyboardEvent): void {
    if (!open || event.target !== open.field || event.isComposing) return
    const act = {
      ArrowDown: () => choose(open!.chosen + 1),
      ArrowUp: () => choose(open!.chosen - 1),
      Enter: () => take(open!.chosen),
      Tab: () => take(open!.chosen),
      Escape: () => close(),
    }[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  function take(place: number): void {
    if (!open) return
    const { field, names } = open
    const at = field.selectionStart
    const start = at - (typedName(field) ?? '').length
    field.setRangeText(`${names[place]} `, start, at, 'end')
    close()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  function close(nobodyIn?: HTMLTextAreaElement): void {
    if (nobodyIn) say(nobodyIn, texts().nobodyFound)
    if (!open) return
    open.list.remove()
    for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
      open.field.removeAttribute(name)
    open = null
  }
}

/** What stands between `@` and the caret; null where nobody is being named. */
function typedName(field: HTMLTextAreaElement): string | null {
  const before = field.value.slice(0, field.selectionStart)
  return /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{M}'’. -]{0,40})$/u.exec(before)?.[1] ?? null
}

function namesFor(field: HTMLElement): string[] {
  const items = field.closest('#notes')?.querySelectorAll('[data-people] li') ?? []
  return [...items].map(item => item.textContent ?? '')
}

/** Names of which some word begins so. */
function matching(names: readonly string[], typed: string): string[] {
  const wanted = plain(typed)
  return names
    .filter(name => plain(name).startsWith(wanted) || plain(name).includes(` ${wanted}`))
    .slice(0, mostShown)
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** Screen readers hear it; the list itself is read as it is gone through. */
function say(field: HTMLElement, sentence: string): void {
  const id = `${field.id}-told`
  const place = document.getElementById(id) ?? document.createElement('p')
  place.id = id
  place.className = 'unseen'
  place.setAttribute('role', 'status')
  if (!place.isConnected) field.after(place)
  place.textContent = sentence
}

function texts() {
  return notesMessages(document.documentElement.lang)
}
