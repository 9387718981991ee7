/** What a request carries: texts, and lists and groups of them. */
export type Given = string | Given[] | { [name: string]: Given }
export type GivenFields = { [name: string]: Given }

/**
 * Reads `application/x-www-form-urlencoded` as Stripe does: `a[b]=1` is a group, `a[]=1` and `a[0]=1` are lists, and an
 * empty text unsets. Names that objects have of themselves are plain names here.
 */
export function parseFormBody(text: string): GivenFields {
  const fields = group()
  for (const [name, value] of new URLSearchParams(text))
    put(fields, partsOf(name), value.replaceAll('\0', ''))
  return listed(fields) as GivenFields
}

function partsOf(name: string): string[] {
  const [, first = name, rest = ''] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(name) ?? []
  return [first, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part)]
}

function put(into: GivenFields, [first = '', ...rest]: string[], value: string): void {
  const name = first === '' ? String(Object.keys(into).length) : first
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const inner = into[name]
  const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : group()
  into[name] = next
  put(next, rest, value)
}

/** Groups whose names are 0, 1, 2, … are lists. */
function listed(given: Given): Given {
  if (typeof given === 'string' || Array.isArray(given)) return given
  const names = Object.keys(given)
  const values = Object.values(given).map(listed)
  if (names.length > 0 && names.every((name, at) => name === String(at))) return values
  return Object.assign(group(), Object.fromEntries(names.map((name, at) => [name, values[at]!])))
}

function group(): GivenFields {
  return Object.create(null) as GivenFields
}
