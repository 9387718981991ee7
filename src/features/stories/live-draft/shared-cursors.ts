import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { fromStore } from './open-document.ts'

/** What nodes tell one another so that people on different ones see each other's cursors. */
export type CursorSignal =
  /** A node has opened the story; whoever has it open too says who is there. */
  | { kind: 'arrived'; story: number; node: string }
  /** States of some editors (an awareness update of y-protocols), in base64. */
  | { kind: 'cursors'; story: number; node: string; states: string }

/** Cursors move at every letter; this often is enough for the eye. */
const gatherMs = 150
/** PostgreSQL takes notifications of up to 8,000 bytes. */
const mostLetters = 7500

/** Carries cursors between nodes, for the stories that are open on more than one. `send` must not throw. */
export function createSharedCursors(options: {
  node: string
  awarenessOf(story: number): Awareness | undefined
  send(signal: CursorSignal): void
}) {
  const { node, awarenessOf, send } = options
  const shared = new Set<number>()
  const moved = new Map<number, Set<number>>()
  let timer: NodeJS.Timeout | undefined

  return {
    opened(story: number): void {
      send({ kind: 'arrived', story, node })
    },
    closed(story: number): void {
      shared.delete(story)
      moved.delete(story)
    },
    /** Editors of this node have moved, come or gone. */
    changed(story: number, clients: readonly number[], origin: unknown): void {
      if (origin === fromStore || !shared.has(story)) return
      moved.set(story, new Set([...(moved.get(story) ?? []), ...clients]))
      timer ??= setTimeout(sendMoved, gatherMs)
    },
    hear(signal: CursorSignal): void {
      const awareness = awarenessOf(signal.story)
      if (!awareness || signal.node === node) return
      shared.add(signal.story)
      if (signal.kind === 'arrived') sendStates(signal.story, [...awareness.getStates().keys()])
      else applyAwarenessUpdate(awareness, Buffer.from(signal.states, 'base64'), fromStore)
    },
    stop: () => clearTimeout(timer),
  }

  function sendMoved(): void {
    timer = undefined
    for (const [story, clients] of moved) sendStates(story, [...clients])
    moved.clear()
  }

  function sendStates(story: number, clients: number[]): void {
    const awareness = awarenessOf(story)
    const known = clients.filter(client => awareness?.meta.has(client))
    if (!awareness || known.length === 0) return
    const states = Buffer.from(encodeAwarenessUpdate(awareness, known)).toString('base64')
    // Too many at once: one by one, and who says too much about themselves is not seen elsewhere.
    if (states.length <= mostLetters) send({ kind: 'cursors', story, node, states })
    else if (known.length > 1) for (const client of known) sendStates(story, [client])
  }
}
