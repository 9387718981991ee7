import { includable } from './includable.ts'
import { findAnyObject } from './object-queries.ts'
import { invalidRequest } from './processor-error.ts'
import type { Till } from './till.ts'

type Group = Record<string, unknown>

/** Puts whole objects where an answer has their numbers, for every path that `expand[]` names (docs.stripe.com/expand). */
export async function expandFields(till: Till, answer: unknown, paths: string[]): Promise<unknown> {
  const copy = structuredClone(answer)
  for (const path of paths) {
    const parts = path.split('.')
    if (parts.length > 5)
      throw invalidRequest('You cannot expand more than 4 levels of a property.', 'expand')
    await expandOne(till, copy, parts, path)
  }
  return copy
}

async function expandOne(till: Till, holder: unknown, parts: string[], path: string): Promise<void> {
  const [name, ...rest] = parts
  if (!name || holder === null) return
  if (Array.isArray(holder)) {
    for (const one of holder) await expandOne(till, one, parts, path)
    return
  }
  const group = holder as Group
  const value = group[name] ?? (await included(till, group, name))
  if (value === undefined) throw notExpandable(path)
  if (typeof value === 'string') group[name] = await whole(till, value, path)
  else if (Array.isArray(value)) {
    group[name] = await Promise.all(
      value.map(one => (typeof one === 'string' ? whole(till, one, path) : one)),
    )
  } else if (rest.length === 0 && !isExpandable(value)) throw notExpandable(path)
  else group[name] = value
  await expandOne(till, group[name], rest, path)
}

/** What stands for an object, or is one already; not a part of one. */
function isExpandable(value: unknown): boolean {
  return (
    value === null ||
    Object.hasOwn(value as object, 'object') ||
    Object.hasOwn(value as object, 'client_secret')
  )
}

/** Lists that an object has only when they are asked for. */
async function included(till: Till, group: Group, name: string): Promise<unknown> {
  if (group[name] === null) return null
  return includable[`${group.object}.${name}`]?.(till, group as { id: string })
}

async function whole(till: Till, id: string, path: string): Promise<unknown> {
  const object = await findAnyObject(till.tx, id)
  if (!object) throw notExpandable(path)
  return object
}

function notExpandable(path: string) {
  return invalidRequest(
    `This property cannot be expanded (${path}). You may want to try expanding it without the last part.`,
    'expand',
  )
}
