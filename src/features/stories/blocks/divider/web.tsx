import type { VNode } from 'preact'

/** On the web and in feeds: the element itself says all. */
export function dividerWeb(): VNode {
  return <hr />
}
