import { deepestList, type Inline } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Building, note } from './building.ts'

export interface List {
  ordered: boolean
  start?: number
  items: Item[]
}

export interface Item {
  content: Inline[]
  list?: List
}

const mostItems = 5000

/** A list as blocks: no deeper and no longer than a list may be, nothing of it lost. */
export function listBlocks(list: List, building: Building): ImportedBlock[] {
  const bounded = bound(list, 1, building)
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < bounded.items.length; from += mostItems) {
    const start = (bounded.start ?? 1) + from
    blocks.push({
      type: 'list',
      ordered: bounded.ordered,
      ...(bounded.ordered && start !== 1 ? { start } : {}),
      items: bounded.items.slice(from, from + mostItems),
    })
  }
  return blocks
}

/** A number for a list's first item, where it is one. */
export function startOf(value: unknown): { start?: number } {
  const start = Number(value)
  return Number.isInteger(start) && start !== 1 && Math.abs(start) <= 900_000 ? { start } : {}
}

function bound(list: List, level: number, building: Building): List {
  const deep = level === deepestList && list.items.some(item => item.list)
  if (deep) note(building, `lists deeper than ${deepestList} levels were made flatter`)
  const items = deep ? list.items.flatMap(flat) : list.items
  if (level > 1 && items.length > mostItems) note(building, 'a list within a list was cut at 5,000 items')
  return {
    ...list,
    items: (level > 1 ? items.slice(0, mostItems) : items).map(item =>
      item.list ? { ...item, list: bound(item.list, level + 1, building) } : item,
    ),
  }
}

function flat(item: Item): Item[] {
  return item.list ? [{ content: item.content }, ...item.list.items.flatMap(flat)] : [item]
}
