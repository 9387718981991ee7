import { useEffect, useState } from 'preact/hooks'

/** A value that parts of the page look at: `listen` gives back how to stop listening. */
export interface Store<T> {
  get(): T
  set(value: T): void
  listen(listener: (value: T) => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener(value)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store's value, drawn again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, draw] = useState(0)
  const drawn = store.get()
  useEffect(() => {
    // What was set between drawing and listening would not be seen.
    if (!Object.is(store.get(), drawn)) draw(n => n + 1)
    return store.listen(() => draw(n => n + 1))
  }, [store])
  return drawn
}

/** Anything that can be listened to and read. */
export function useLive<T>(listen: (listener: () => void) => () => void, read: () => T): T {
  const [, draw] = useState(0)
  useEffect(() => listen(() => draw(n => n + 1)), [listen])
  return read()
}
