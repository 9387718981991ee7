import { askPage } from '../../../design/newsroom/swap.island.ts'
import { type Kept, readKept, type Waiting, writeKept } from './kept-words.island.ts'

interface Texts {
  sending: string
  tryAgain: string
  toField: string
  setAside: string
  unsure: string
  unreachable: string
  textNeeded: string
  /** Holds `{why}`. */
  refused: string
}

/**
 * The field of the live desk. Enter takes the words out of it at once and sends them, so that the next brief can be
 * typed while the last is on its way; what cannot be posted waits beneath it with the reason, and the arrow up takes it
 * back into the field. Everything typed is kept in this tab until it is posted, and a brief sent twice is posted once.
 */
export function startCompose(desk: HTMLElement, showAnswer: (page: Document) => void): void {
  const form = desk.querySelector<HTMLFormElement>('#compose')!
  const field = form.querySelector<HTMLTextAreaElement>('textarea')!
  const error = form.querySelector<HTMLElement>('#compose-error')!
  const outbox = desk.querySelector<HTMLElement>('[data-outbox]')!
  const texts = JSON.parse(desk.dataset.texts ?? '{}') as Texts
  const name = `live-desk:${desk.dataset.liveDesk}`
  const waiting: Waiting[] = []
  let line: Promise<void> = Promise.resolve()
  let previews = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  takeUp(readKept(name))
  field.addEventListener('keydown', event => {
    const failed = waiting.findLast(brief => brief.sentence !== '')
    if (event.key === 'ArrowUp' && field.value === '' && failed) {
      event.preventDefault()
      toField(failed)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (!event.repeat) post()
  })
  form.addEventListener('submit', event => {
    if ((event.submitter as HTMLButtonElement | null)?.value === 'preview') return
    event.preventDefault()
    post()
  })
  form.addEventListener('input', () => {
    tell('')
    keep()
    clearTimeout(timer)
    timer = setTimeout(preview, 120)
  })

  function post(): void {
    if (field.value.trim() === '') {
      field.focus()
      return
    }
    const brief = taken()
    waiting.push(brief)
    clear()
    send(brief)
  }

  /** One after another, in the order in which they were posted. */
  function send(brief: Waiting): void {
    brief.sentence = ''
    show()
    line = line.then(async () => {
      const failure = await deliver(brief)
      if (failure === null) waiting.splice(waiting.indexOf(brief), 1)
      // It waits beneath: put back into the field, it would run into the words that are being typed there now.
      else brief.sentence = failure
      show()
    })
  }

  /** Null when it is posted; else why not, in a sentence. */
  async function deliver({ key, text, breaking, pinned, at }: Waiting): Promise<string | null> {
    const body = new URLSearchParams({
      ...hiddenFields(),
      ...{ key, text, at, do: 'post' },
      ...(breaking ? { breaking: 'on' } : {}),
      ...(pinned ? { pinned: 'on' } : {}),
    })
    let answer: Response
    let page: Document
    try {
      ;({ answer, page } = await askPage(form.action, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(20_000),
      }))
    } catch {
      return texts.unreachable
    }
    if (answer.ok && page.getElementById('live-lists')) {
      showAnswer(page)
      return null
    }
    const why = page.querySelector('#compose-error:not([hidden])') ?? page.querySelector('h1')
    return texts.refused.replace('{why}', (why?.textContent ?? String(answer.status)).replace(/[.!]?$/, '.'))
  }

  function taken(): Waiting {
    return {
      key: keyField().value || crypto.randomUUID(),
      text: field.value,
      breaking: box('breaking').checked,
      pinned: box('pinned').checked,
      at: at().value,
      sentence: '',
    }
  }

  function clear(): void {
    field.value = ''
    box('breaking').checked = false
    box('pinned').checked = false
    at().value = ''
    keyField().value = crypto.randomUUID()
    tell('')
    field.focus()
    preview()
  }

  function comeBack(brief: Waiting): void {
    const place = waiting.indexOf(brief)
    if (place !== -1) waiting.splice(place, 1)
    field.value = brief.text
    box('breaking').checked = brief.breaking
    box('pinned').checked = brief.pinned
    at().value = brief.at
    keyField().value = brief.key
    tell('')
    field.focus()
    preview()
  }

  /** Back into the field; what stands there now takes its place beneath. */
  function toField(brief: Waiting): void {
    if (field.value.trim() !== '') waiting.push({ ...taken(), sentence: texts.setAside })
    comeBack(brief)
    show()
  }

  function show(): void {
    keep()
    outbox.hidden = waiting.length === 0
    outbox.querySelector('ol')?.replaceChildren(...waiting.map(itemFor))
  }

  function itemFor(brief: Waiting): HTMLElement {
    const item = document.createElement('li')
    const words = document.createElement('p')
    words.className = 'outbox__words'
    words.dir = 'auto'
    words.textContent = brief.text
    const said = document.createElement('p')
    said.className = brief.sentence ? 'field__error' : 'soft'
    if (brief.sentence) said.setAttribute('role', 'alert')
    said.textContent = brief.sentence || texts.sending
    item.append(words, said)
    if (brief.sentence)
      item.append(
        buttonFor(texts.tryAgain, () => send(brief)),
        buttonFor(texts.toField, () => toField(brief)),
      )
    return item
  }

  function buttonFor(label: string, act: () => void): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.textContent = label
    button.onclick = act
    return button
  }

  function tell(sentence: string): void {
    error.textContent = sentence
    error.hidden = sentence === ''
    if (sentence) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }

  /** The newest words as the server prints them; an answer that comes late is not shown over a newer one. */
  async function preview(): Promise<void> {
    const mine = ++previews
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    try {
      const answer = await fetch(`${form.getAttribute('action')}/preview`, { method: 'POST', body })
      if (!answer.ok || mine !== previews) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const part = page.getElementById('live-preview')
      if (part) document.getElementById('live-preview')?.replaceWith(document.importNode(part, true))
    } catch {
      // It shows the next time something is typed.
    }
  }

  function keep(): void {
    writeKept(name, { typed: field.value.trim() === '' ? null : taken(), waiting })
  }

  /** What was here when the page was left. Words that were on their way may have arrived; sending again is safe. */
  function takeUp({ typed, waiting: left }: Kept): void {
    waiting.push(...left.map(brief => ({ ...brief, sentence: brief.sentence || texts.unsure })))
    if (typed && field.value.trim() === '') comeBack(typed)
    show()
  }

  function hiddenFields(): Record<string, string> {
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
    return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  }

  function keyField(): HTMLInputElement {
    return form.querySelector<HTMLInputElement>('[name="key"]')!
  }

  function box(name: 'breaking' | 'pinned'): HTMLInputElement {
    return form.querySelector<HTMLInputElement>(`[name="${name}"]`)!
  }

  function at(): HTMLInputElement {
    return form.querySelector<HTMLInputElement>('[name="at"]')!
  }
}
