/** How the text stands: the truth for the status line. */
export type Keeping =
  | { state: 'opening' }
  /** All of it is in the newsroom's database. */
  | { state: 'saved' }
  | { state: 'saving' }
  /** Not connected. `unsent`: something typed here is not in the newsroom; `kept`: this browser has it on its disk. */
  | { state: 'offline'; unsent: boolean; kept: 'yes' | 'soon' | 'no' }
  /** The newsroom cannot keep it just now (its disk is full, its database away); it says so itself. */
  | { state: 'unkept'; sentence: string }
  /** This browser may not write here any more; `sentence` is the newsroom's reason, where it gave one. */
  | { state: 'ended'; sentence: string | null; signedOut: boolean }
  /** The page is of another version than the server. */
  | { state: 'outdated' }

/** True where a change made now has nowhere to go but this page. */
export function isFinal({ state }: Keeping): boolean {
  return state === 'ended' || state === 'outdated'
}

/** What is known at one moment, and what it comes to. */
export function keepingFrom(now: {
  connected: boolean
  synced: boolean
  hasText: boolean
  unsent: boolean
  kept: 'yes' | 'soon' | 'no'
  trouble: string | null
}): Keeping {
  if (!now.hasText && !now.synced) return { state: 'opening' }
  if (!now.connected) return { state: 'offline', unsent: now.unsent, kept: now.kept }
  if (now.trouble !== null) return { state: 'unkept', sentence: now.trouble }
  return { state: now.unsent || !now.synced ? 'saving' : 'saved' }
}
