import type { EditorView } from '@tiptap/pm/view'

/** Puts something that floats below (or above) a place in the text, inside the window. Coordinates are set by script. */
export function floatAt(
  element: HTMLElement,
  view: EditorView,
  position: number,
  where: 'below' | 'above' = 'below',
): void {
  const place = view.coordsAtPos(Math.min(position, view.state.doc.content.size))
  const { offsetWidth: width, offsetHeight: height } = element
  const margin = 8
  const above = place.top - height - margin
  const below = place.bottom + margin
  const fitsBelow = below + height <= innerHeight - margin
  const top = where === 'above' ? (above >= 56 ? above : below) : fitsBelow ? below : Math.max(margin, above)
  const left = Math.max(margin, Math.min(place.left, innerWidth - width - margin))
  element.style.setProperty('top', `${top}px`)
  element.style.setProperty('left', `${left}px`)
}
