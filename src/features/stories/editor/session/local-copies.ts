/*
 * What this browser keeps of the stories that are written in it: for each a database of its own (y-indexeddb), and a mark
 * in its local storage for as long as something in it has not reached the newsroom. Marks are set at the change itself, so
 * that a browser that is killed has them.
 */

const copies = 'masthead '
const marks = 'masthead unsent '

/** The name of the database with a story's copy. */
export function localCopyName(feedId: string): string {
  return copies + feedId
}

/** One page's mark of one story. */
export interface UnsentMark {
  /** Something is not in the newsroom; the headline is for whoever is asked about it later. */
  set(headline: string): void
  /** All is: this page's mark goes, and those that pages before it have left. */
  clear(): void
}

export function unsentMark(feedId: string): UnsentMark {
  const start = `${marks}${feedId} `
  const own = start + crypto.randomUUID()
  // This page has read the copy since, so what they marked goes to the newsroom with its own.
  const before = keys().filter(key => key.startsWith(start))
  let isSet = false
  return {
    set(headline) {
      isSet = true
      quietly(() => localStorage.setItem(own, headline.slice(0, 200)))
    },
    clear() {
      if (!isSet && before.length === 0) return
      isSet = false
      quietly(() => {
        for (const key of [own, ...before.splice(0)]) localStorage.removeItem(key)
      })
    },
  }
}

/** Headlines of the stories of which something is in this browser only; each once. */
export function unsentHeadlines(): string[] {
  const found = keys().filter(key => key.startsWith(marks))
  return [...new Set(found.map(key => localStorage.getItem(key) ?? ''))]
}

/** Takes away the copies of all stories that are wholly in the newsroom. */
export async function clearSentCopies(): Promise<void> {
  const all = await (indexedDB.databases?.() ?? Promise.resolve([])).catch(() => [])
  for (const { name } of all) {
    if (!name?.startsWith(copies)) continue
    const mark = `${marks}${name.slice(copies.length)} `
    if (!keys().some(key => key.startsWith(mark))) indexedDB.deleteDatabase(name)
  }
}

function keys(): string[] {
  let found: string[] = []
  quietly(() => {
    found = Object.keys(localStorage)
  })
  return found
}

/** A browser may refuse its storage; it keeps no copies then either. */
function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // Nothing is kept, and nothing has to be cleared.
  }
}
