import type { VNode } from 'preact'
import type { BlockContext } from './block.ts'

/** A calm box where staff see what readers do not; null for readers. */
export function staffNote(context: BlockContext, sentence: string, data?: unknown): VNode | null {
  if (!context.forStaff) return null
  return (
    <div class="kept-block">
      <p>{sentence}</p>
      {data === undefined ? null : <pre dir="ltr">{pretty(data)}</pre>}
    </div>
  )
}

function pretty(data: unknown): string {
  try {
    return JSON.stringify(data, null, 2) ?? ''
  } catch {
    // Nested deeper than the stack goes: the sentence above has to do.
    return '…'
  }
}
