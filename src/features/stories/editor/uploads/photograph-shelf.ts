import type { Asking } from '../session/ask.ts'

/** A photograph as the editor shows it (pages/find-pages.newsroom.tsx). */
export interface ShelfPhotograph {
  id: number
  state: string
  src: string
  width: number | null
  height: number | null
  alt: string
  caption: string
  credit: string
  focalX: number
  focalY: number
  social: string
}

/** The photographs that the story has, by number; those that are not here yet are fetched together, once. */
export interface PhotographShelf {
  /** Undefined until it is known; null where there is none. */
  get(id: number): ShelfPhotograph | null | undefined
  put(photograph: ShelfPhotograph): void
  search(words: string): Promise<ShelfPhotograph[]>
  listen(listener: () => void): () => void
}

export function openShelf(asking: Asking): PhotographShelf {
  const known = new Map<number, ShelfPhotograph | null>()
  const wanted = new Set<number>()
  const listeners = new Set<() => void>()
  return {
    get(id) {
      if (!known.has(id)) want(id)
      return known.get(id)
    },
    put(photograph) {
      known.set(photograph.id, photograph)
      tell()
    },
    async search(words) {
      const found = readPhotographs(await asking.get('find/photographs', { q: words }))
      for (const each of found) known.set(each.id, each)
      return found
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  function want(id: number): void {
    if (wanted.size === 0) queueMicrotask(() => void fetchWanted())
    wanted.add(id)
  }

  async function fetchWanted(): Promise<void> {
    const ids = [...wanted].filter(id => !known.has(id))
    wanted.clear()
    if (ids.length === 0) return
    const answer = await asking.get('find/photographs', { ids: ids.join(',') }).catch(() => null)
    if (!answer) return
    for (const id of ids) known.set(id, null)
    for (const each of readPhotographs(answer)) known.set(each.id, each)
    tell()
  }

  function tell(): void {
    for (const listener of [...listeners]) listener()
  }
}

export function readPhotographs(answer: HTMLElement): ShelfPhotograph[] {
  return [...answer.querySelectorAll<HTMLElement>('li[data-src]')].map(({ dataset }) => ({
    id: Number(dataset.id),
    state: dataset.state ?? '',
    src: dataset.src ?? '',
    width: Number(dataset.width) || null,
    height: Number(dataset.height) || null,
    alt: dataset.alt ?? '',
    caption: dataset.caption ?? '',
    credit: dataset.credit ?? '',
    focalX: Number(dataset.focalX),
    focalY: Number(dataset.focalY),
    social: dataset.social ?? '',
  }))
}
