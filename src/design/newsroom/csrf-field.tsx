import type { ComponentChildren } from 'preact'

/** The token that every form of the newsroom carries. */
export function CsrfField({ ask }: { ask: { csrf: string } }): ComponentChildren {
  return <input type="hidden" name="csrf" value={ask.csrf} />
}
