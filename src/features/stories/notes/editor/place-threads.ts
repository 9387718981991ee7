import type { WritingDesk } from '../../editor/desk.ts'
import { editorOfMark, findNoteMark, notesAt } from './note-marks.ts'

/** Room between two threads, in pixels. */
const gap = 8

/**
 * Puts every thread beside its words, as far down as those above it leave room; the one the caret is in exactly there.
 * Says of each whether its words are still in the text. On narrow windows they stay a list.
 */
export function placeThreads(desk: WritingDesk, section: HTMLElement, isBeside: boolean): void {
  const editors = [desk.headline, desk.standfirst, desk.body]
  const near = new Set(
    editors.filter(({ isFocused }) => isFocused).flatMap(({ state }) => [...notesAt(state)]),
  )
  const list = section.querySelector<HTMLElement>('.notes__threads')
  if (!list) return
  const threads = [...list.querySelectorAll<HTMLElement>(':scope > .note')]
  const origin = list.getBoundingClientRect().top
  const wanted: { thread: HTMLElement; top: number; near: boolean }[] = []
  for (const thread of threads) {
    const top = topOf(desk, thread.dataset.mark)
    const isGone = thread.dataset.mark !== undefined && top === null
    thread.querySelector('.note__gone')?.toggleAttribute('hidden', !isGone)
    const isNear = near.has(thread.dataset.mark ?? '')
    thread.classList.toggle('note--near', isNear)
    thread.classList.toggle('note--placed', isBeside && top !== null)
    thread.style.removeProperty('top')
    if (isBeside && top !== null) wanted.push({ thread, top: top - origin, near: isNear })
  }
  placeBegun(desk, section, isBeside)
  list.style.removeProperty('min-height')
  if (!isBeside) return
  wanted.sort((a, b) => a.top - b.top)
  const still = threads.filter(thread => !thread.classList.contains('note--placed'))
  const start = Math.max(0, ...still.map(thread => thread.offsetTop + thread.offsetHeight + gap))
  const tops = stack(
    wanted.map(({ thread, top, near: first }) => ({ top, height: thread.offsetHeight + gap, first })),
    start,
  )
  wanted.forEach(({ thread }, i) => {
    thread.style.setProperty('top', `${tops[i]}px`)
  })
  const last = wanted.at(-1)
  if (last) list.style.setProperty('min-height', `${tops.at(-1)! + last.thread.offsetHeight}px`)
}

/** Tops so that nothing lies over anything: downwards from the one that comes first, and upwards before it. */
export function stack(
  items: readonly { top: number; height: number; first: boolean }[],
  start: number,
): number[] {
  const tops: number[] = []
  let bottom = start
  for (const { top, height } of items) {
    tops.push(Math.max(top, bottom))
    bottom = tops.at(-1)! + height
  }
  const first = items.findIndex(item => item.first)
  if (first < 0) return tops
  // The one in question stands where its words are; those before it give way upwards, as far as there is room.
  const before = items.slice(0, first).reduce((sum, { height }) => sum + height, start)
  tops[first] = Math.max(items[first]!.top, before)
  for (let i = first - 1; i >= 0; i--) tops[i] = Math.min(tops[i]!, tops[i + 1]! - items[i]!.height)
  for (let i = first + 1; i < items.length; i++)
    tops[i] = Math.max(items[i]!.top, tops[i - 1]! + items[i - 1]!.height)
  return tops
}

/** The field for a note that is being begun stands beside its words, too. */
function placeBegun({ margin }: WritingDesk, section: HTMLElement, isBeside: boolean): void {
  const fields = section.querySelector<HTMLElement>('.notes__new')
  const begun = margin.begun.get()
  const place = begun ? findNoteMark(begun.editor.state.doc, begun.mark) : null
  fields?.classList.toggle('notes__new--placed', isBeside && place !== null)
  fields?.style.removeProperty('top')
  if (!fields || !begun || !place || !isBeside) return
  const top = begun.editor.view.coordsAtPos(place.from).top - section.getBoundingClientRect().top
  fields.style.setProperty('top', `${Math.max(0, top)}px`)
}

function topOf({ headline, standfirst, body }: WritingDesk, mark: string | undefined): number | null {
  const editor = mark === undefined ? undefined : editorOfMark([headline, standfirst, body], mark)
  const place = editor && findNoteMark(editor.state.doc, mark!)
  return place ? editor.view.coordsAtPos(place.from).top : null
}
