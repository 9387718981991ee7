/** A brief that has been taken from the field and is not known to be posted. */
export interface Waiting {
  /** The server posts a brief with one key once. */
  key: string
  text: string
  breaking: boolean
  pinned: boolean
  at: string
  /** Why it waits; '' while it is on its way. */
  sentence: string
}

export interface Kept {
  typed: Waiting | null
  waiting: Waiting[]
}

/** What this tab keeps over a reload; nothing where it cannot be read. */
export function readKept(name: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Kept>
    return { typed: kept.typed ?? null, waiting: kept.waiting ?? [] }
  } catch {
    return { typed: null, waiting: [] }
  }
}

export function writeKept(name: string, kept: Kept): void {
  try {
    if (!kept.typed && kept.waiting.length === 0) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Without storage the words live as long as the page.
  }
}
