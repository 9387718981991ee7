import { load } from '../../../../design/newsroom/swap.island.ts'
import type { WritingDesk } from '../../editor/desk.ts'
import { focusAt } from '../../editor/text/focus-at.ts'
import { marginWord } from '../margin-signal.ts'
import { giveUpNote } from './begin-note.ts'
import { editorOfMark, findNoteMark } from './note-marks.ts'
import { placeThreads } from './place-threads.ts'

/**
 * The newsroom's own page of notes inside the editor: fetched, kept up with what others write, each thread put beside its
 * words. What is typed and not sent survives every renewal. Gives back how to stop.
 */
export function keepNotes(holder: HTMLElement, desk: WritingDesk): () => void {
  const { margin, asking, shared } = desk
  const section = document.createElement('section')
  section.id = 'notes'
  section.setAttribute('aria-busy', 'true')
  holder.replaceChildren(section)
  const isBeside = matchMedia('(min-width: 60rem)')
  const notes = () => holder.querySelector<HTMLElement>('#notes')
  let focused: { id: string; at: number } | null = null
  let sent: string[] = []
  let frame = 0

  const place = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const part = notes()
      if (part) placeThreads(desk, part, isBeside.matches)
    })
  }
  const renew = () => void load(addressNow(), {}, '#notes', margin.texts).then(place)
  const sizes = new ResizeObserver(place)
  const stops = [
    shared.hear(payload => {
      if (isMarginWord(payload)) renew()
    }),
    margin.begun.listen(showBegun),
    () => sizes.disconnect(),
    () => cancelAnimationFrame(frame),
    ...[desk.headline, desk.standfirst, desk.body].map(editor => {
      editor.on('transaction', place)
      editor.on('focus', place)
      return () => {
        editor.off('transaction', place)
        editor.off('focus', place)
      }
    }),
  ]
  isBeside.addEventListener('change', place)
  holder.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) margin.typed.set(target.id, target.value)
  })
  for (const kind of ['focusin', 'input', 'keyup', 'pointerup'])
    holder.addEventListener(kind, ({ target }) => {
      focused = target instanceof HTMLTextAreaElement ? { id: target.id, at: target.selectionStart } : null
    })
  holder.addEventListener('submit', ({ target }) => {
    sent = [...(target as HTMLFormElement).querySelectorAll('textarea')].map(({ id }) => id)
  })
  holder.addEventListener('swapped', come)
  holder.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-go]') : null
    if (!link || !goToMark(desk, link.dataset.go!)) return
    event.preventDefault()
  })
  holder.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (!(event.target instanceof HTMLElement) || !event.target.closest('.notes__new')) return
    leaveBegun()
  })
  // "toggle" does not bubble.
  holder.addEventListener(
    'toggle',
    ({ target }) => {
      if (
        target instanceof HTMLDetailsElement &&
        target.matches('.notes__new') &&
        !target.open &&
        margin.begun.get()
      )
        giveUpNote(desk)
      place()
    },
    { capture: true },
  )
  sizes.observe(holder)
  sizes.observe(desk.body.view.dom)
  if (margin.begun.get() !== undefined) showBegun()
  renew()
  return () => {
    for (const stop of stops) stop()
    isBeside.removeEventListener('change', place)
  }

  function addressNow(): string {
    const query = new URLSearchParams()
    if (notes()?.dataset.show === 'all') query.set('show', 'all')
    const editing = notes()?.querySelector<HTMLElement>('.note__message textarea')?.id.replace('message-', '')
    if (editing) query.set('edit', editing)
    return `${asking.address('notes')}?${query}`
  }

  /** Another state of the notes has come: what was typed goes back into it, and what is open is shown in the text. */
  function come(): void {
    const part = notes()
    if (!part) return
    for (const id of sent) {
      const refused = part.querySelector(`#${CSS.escape(id)}[aria-invalid]`)
      if (refused) continue
      margin.typed.delete(id)
      if (id === 'new-note' && margin.begun.get() !== undefined) margin.begun.set(undefined)
    }
    sent = []
    for (const [id, words] of margin.typed) {
      const field = part.querySelector<HTMLTextAreaElement>(`textarea#${CSS.escape(id)}`)
      if (!field) continue
      field.value = words
      const details = field.closest('details')
      if (details && words !== '') details.open = true
    }
    const marks = [...part.querySelectorAll<HTMLElement>('.note[data-open][data-mark]')].map(
      ({ dataset }) => dataset.mark!,
    )
    const begun = margin.begun.get()
    margin.open.set(new Set(begun ? [...marks, begun.mark] : marks))
    for (const thread of part.querySelectorAll('.note')) sizes.observe(thread)
    const before = focused
    if (begun !== undefined) showBegun()
    else if (before && document.activeElement === document.body)
      part.querySelector<HTMLElement>(`#${CSS.escape(before.id)}`)?.focus({ preventScroll: true })
    if (before) goOn(before)
    place()
  }

  /** The caret goes back to where it was, and who types a name is offered names in the new field as well. */
  function goOn({ id, at }: { id: string; at: number }): void {
    const field = document.activeElement
    if (!(field instanceof HTMLTextAreaElement) || field.id !== id) return
    field.setSelectionRange(at, at)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  /** Opens the field for a note that is begun, with the words it is about. */
  function showBegun(): void {
    const begun = margin.begun.get()
    const fields = notes()?.querySelector<HTMLDetailsElement>('.notes__new')
    if (!fields) {
      if (begun !== undefined) notes()?.replaceChildren(fieldMeanwhile())
      notes()?.querySelector('textarea')?.focus({ preventScroll: true })
      return
    }
    if (begun === undefined) {
      fields.open = (margin.typed.get('new-note') ?? '') !== ''
      fill(fields, '', '')
      place()
      return
    }
    fill(fields, begun?.mark ?? '', begun?.passage ?? '')
    fields.open = true
    // At once: the next key is of the note, and must not take the place of what is selected.
    fields.querySelector('textarea')?.focus({ preventScroll: true })
    place()
    requestAnimationFrame(() => fields.scrollIntoView({ block: 'nearest' }))
  }

  /** Takes what is typed until the newsroom's own field is there. */
  function fieldMeanwhile(): HTMLElement {
    const field = document.createElement('textarea')
    field.id = 'new-note'
    field.setAttribute('aria-label', margin.texts.words)
    return field
  }

  function fill(fields: HTMLElement, mark: string, passage: string): void {
    fields.querySelector<HTMLInputElement>('[name="mark"]')!.value = mark
    fields.querySelector<HTMLInputElement>('[name="passage"]')!.value = passage
    const about = fields.querySelector<HTMLElement>('[data-about]')!
    const { texts } = margin
    about.textContent = mark === '' ? texts.onWhole : `${texts.onPassage}: “${passage.slice(0, 120)}”`
  }

  function leaveBegun(): void {
    const editor = margin.begun.get()?.editor ?? desk.body
    margin.typed.delete('new-note')
    const field = notes()?.querySelector<HTMLTextAreaElement>('textarea#new-note')
    if (field) field.value = ''
    giveUpNote(desk)
    const fields = notes()?.querySelector<HTMLDetailsElement>('.notes__new')
    if (fields) fields.open = false
    editor.view.focus()
  }
}

function goToMark({ headline, standfirst, body }: WritingDesk, mark: string): boolean {
  const editor = editorOfMark([headline, standfirst, body], mark)
  const place = editor && findNoteMark(editor.state.doc, mark)
  if (!place) return false
  focusAt(editor, place.to)
  return true
}

function isMarginWord(payload: string): boolean {
  try {
    return marginWord.safeParse(JSON.parse(payload)).success
  } catch {
    return false
  }
}
