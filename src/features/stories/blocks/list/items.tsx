import type { ComponentChildren, VNode } from 'preact'
import type { Inline } from '../inline.ts'
import { isBlank } from '../inline-html.tsx'
import type { ListItem, NestedList } from './schema.ts'

/** The list and those inside it, with `inline` for the text; null where no item says anything. */
export function listItems(
  list: NestedList,
  inline: (content: readonly Inline[]) => ComponentChildren,
): VNode | null {
  const items = list.items.filter(says)
  if (items.length === 0) return null
  const children = items.map(item => (
    <li>
      {inline(item.content)}
      {item.list ? listItems(item.list, inline) : null}
    </li>
  ))
  if (!list.ordered) return <ul>{children}</ul>
  return <ol start={list.start == null || list.start === 1 ? undefined : list.start}>{children}</ol>
}

/** True for an item that has text, or a list with text in it. */
export function says(item: ListItem): boolean {
  return !isBlank(item.content) || !!item.list?.items.some(says)
}
