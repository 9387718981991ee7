export interface KeptValues {
  keep<T>(name: string, keys: string[], load: () => Promise<T>): Promise<T>
  throwAway(keys: readonly string[]): void
}

const mostValues = 2000

/** Values kept in memory until one of their keys is thrown away; loaded once however many ask. A failed load is not kept. */
export function createKeptValues(): KeptValues {
  const kept = new Map<string, { keys: string[]; value: Promise<unknown> }>()
  return {
    keep<T>(name: string, keys: string[], load: () => Promise<T>): Promise<T> {
      const found = kept.get(name)
      if (found) return found.value as Promise<T>
      const entry = { keys, value: load() }
      if (kept.size >= mostValues) kept.delete(kept.keys().next().value!)
      kept.set(name, entry)
      entry.value.catch(() => {
        if (kept.get(name) === entry) kept.delete(name)
      })
      return entry.value
    },
    throwAway(keys) {
      const all = keys.includes('*')
      for (const [name, entry] of kept)
        if (all || entry.keys.some(key => keys.includes(key))) kept.delete(name)
    },
  }
}
