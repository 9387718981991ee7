const stops = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]'

/**
 * Remembers where the focus is in a part of the page that is about to be replaced, and finds that place in the new part:
 * the same control of the same form (its hidden fields say which: the third story of the second list, wherever it
 * stands by now), its neighbour where it can no longer be pressed, else whatever stands where it stood. Null where the
 * focus is elsewhere.
 */
export function rememberFocus(part: Element): ((fresh: Element) => HTMLElement | null) | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === part || !part.contains(focused)) return null
  const { id } = focused
  const form = formOf(focused)
  const about = form && aboutOf(form)
  const at = form ? controlsOf(form).indexOf(focused) : -1
  const { name = '', value = '' } = focused as Partial<HTMLButtonElement>
  const stop = stopsIn(part).indexOf(focused)
  return fresh => {
    const same = id ? usable(fresh.querySelector<HTMLElement>(`#${CSS.escape(id)}`)) : null
    if (same) return same
    const twin = about && [...fresh.querySelectorAll('form')].find(each => aboutOf(each) === about)
    const controls = twin ? controlsOf(twin) : []
    const exact = controls.find(each => {
      const control = each as Partial<HTMLButtonElement>
      return name !== '' && control.name === name && control.value === value
    })
    const after = controls.slice(Math.max(0, at))
    return (
      [exact, ...after, ...controls].map(each => usable(each)).find(Boolean) ??
      usable(stopsIn(fresh)[stop]) ??
      stopsIn(fresh).at(-1) ??
      null
    )
  }
}

function formOf(element: HTMLElement): HTMLFormElement | null {
  return (element as Partial<HTMLButtonElement>).form ?? element.closest('form')
}

/** What a form does and to what; not its token, which is another one in each session, nor which state it saw. */
function aboutOf(form: HTMLFormElement): string {
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
  const fields = hidden.filter(({ name }) => name !== 'csrf' && name !== 'version')
  return [form.getAttribute('action'), ...fields.map(({ name, value }) => `${name}=${value}`)].join(' ')
}

function controlsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.elements].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && each.getAttribute('type') !== 'hidden',
  )
}

function stopsIn(part: Element): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(stops)].filter(each => usable(each) !== null)
}

function usable(element: HTMLElement | null | undefined): HTMLElement | null {
  return element && !element.matches(':disabled, [tabindex="-1"]:not(a, button, input, select, textarea)')
    ? element
    : null
}
