import type { Transaction } from '../../platform/database/database.ts'
import { readBlock } from '../stories/story.ts'
import type { ImportedBlock } from './import.ts'
import { findAttached, findMediaKeys } from './media-queries.ts'
import { guessedKey, oldPath, siteOf } from './old-address.ts'
import { keysFor } from './stage.ts'
import { findAddresses, findLocals } from './stage-queries.ts'

type Value = Record<string, unknown>

/** Everything that the bodies of a batch of stories point at, looked up at once. */
export interface Targets {
  photographs: ReadonlyMap<string, number>
  files: ReadonlyMap<string, number>
  attached: ReadonlyMap<string, { foreign_id: string; local_id: number }[]>
  stories: ReadonlyMap<string, number>
  addresses: ReadonlyMap<string, { target: string; story_id: number | null }>
  ownSites: ReadonlySet<string>
}

export async function findTargets(
  tx: Transaction,
  options: { origin: string; bodies: readonly unknown[]; ownSites: ReadonlySet<string> },
): Promise<Targets> {
  const wanted = {
    photographs: [] as string[],
    files: [] as string[],
    attached: [] as string[],
    stories: [] as string[],
    paths: [] as string[],
  }
  for (const body of options.bodies) {
    visit(body, (value, field) => {
      if (typeof value.$media === 'string')
        (field === 'fileId' ? wanted.files : wanted.photographs).push(...mediaKeys(value))
      else if (typeof value.$attached === 'string') wanted.attached.push(value.$attached)
      else if (typeof value.$story === 'string') wanted.stories.push(value.$story)
      else {
        const path = oldPathOf(value, options.ownSites)
        if (path) wanted.paths.push(path, ...[guessedKey(path) ?? []].flat())
      }
    })
  }
  return {
    photographs: await findMediaKeys(tx, 'photograph', wanted.photographs),
    files: await findMediaKeys(tx, 'file', wanted.files),
    attached: await findAttached(tx, wanted.attached),
    stories: await findLocals(tx, { origin: options.origin, kind: 'story', foreignIds: wanted.stories }),
    addresses: await findAddresses(tx, wanted.paths),
    ownSites: options.ownSites,
  }
}

export interface Resolved {
  blocks: ({ id: string; type: string } & Value)[]
  notes: string[]
}

/** The blocks with ids in place of references and with links that lead here. What leads nowhere is taken out and said. */
export function resolveBlocks(blocks: readonly ImportedBlock[], targets: Targets): Resolved {
  const notes = new Map<string, number>()
  const note = (what: string) => void notes.set(what, (notes.get(what) ?? 0) + 1)
  const resolved: Resolved['blocks'] = []
  for (const block of blocks) {
    const next = resolveBlock(block, targets, note)
    if (!next) continue
    const whole = { ...next, id: `b${resolved.length + 1}` } as Resolved['blocks'][number]
    if (readBlock(whole).type === 'unknown' && knownTypes.has(whole.type)) {
      note(`a ${whole.type} that does not fit its kind is kept for staff only`)
    }
    resolved.push(whole)
  }
  return {
    blocks: resolved,
    notes: [...notes].map(([what, times]) => (times > 1 ? `${what} (${times} times)` : what)),
  }
}

/** The local photograph of a reference outside the body (the featured picture). */
export function resolvePhotograph(reference: unknown, targets: Targets): number | undefined {
  return firstOf(targets.photographs, mediaKeys(reference as Value))
}

const knownTypes = new Set(
  'call-out code divider embed file gallery heading html list paragraph photograph pull-quote quotation related-story table'.split(
    ' ',
  ),
)

function resolveBlock(block: ImportedBlock, targets: Targets, note: (what: string) => void): Value | null {
  const value = replaceLinks(block, targets) as Value
  switch (block.type) {
    case 'photograph': {
      const id = idOf(value.photographId, targets.photographs)
      if (id !== undefined) return { ...value, photographId: id }
      note(`a picture that the file does not hold (${shown(value.photographId)}) was left out`)
      return null
    }
    case 'file': {
      const id = idOf(value.fileId, targets.files)
      if (id !== undefined) return { ...value, fileId: id }
      note(`a file that the archive does not hold (${shown(value.fileId)}) was left out`)
      return null
    }
    case 'gallery':
      return resolveGallery(value, targets, note)
    case 'related-story':
      return resolveRelated(value, targets, note)
    default:
      return value
  }
}

function resolveGallery(value: Value, targets: Targets, note: (what: string) => void): Value | null {
  const photographs = (value.photographs as Value[]).flatMap((entry): Value[] => {
    if (typeof entry.$attached === 'string') {
      const except = new Set(entry.except as string[])
      const all = (targets.attached.get(entry.$attached) ?? []).filter(each => !except.has(each.foreign_id))
      return all.slice(0, 500).map(each => ({ photographId: each.local_id }))
    }
    const id = idOf(entry.photographId, targets.photographs)
    if (id !== undefined) return [{ ...entry, photographId: id }]
    note(`a picture that the file does not hold (${shown(entry.photographId)}) was left out`)
    return []
  })
  if (photographs.length > 0) return { ...value, photographs }
  note('a gallery without a single picture was left out')
  return null
}

function resolveRelated(value: Value, targets: Targets, note: (what: string) => void): Value | null {
  const reference = value.storyId as Value | number
  if (typeof reference === 'number') return value
  const path = typeof reference.$address === 'string' ? oldPath(reference.$address) : null
  const id =
    typeof reference.$story === 'string'
      ? targets.stories.get(reference.$story)
      : path
        ? addressOf(path, targets)?.story_id
        : undefined
  if (id != null) return { ...value, storyId: id }
  note('a card of a story that was not imported is a link or was left out')
  if (typeof reference.$address !== 'string') return null
  const text = typeof value.headline === 'string' && value.headline ? value.headline : reference.$address
  return {
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [{ type: 'link', href: reference.$address }] }],
  }
}

/** A copy in which links to the old site's own pages lead to where those pages are now. */
function replaceLinks(value: unknown, targets: Targets): unknown {
  if (Array.isArray(value)) return value.map(each => replaceLinks(each, targets))
  if (typeof value !== 'object' || value === null) return value
  const copy: Value = {}
  for (const [key, inner] of Object.entries(value)) copy[key] = replaceLinks(inner, targets)
  const path = oldPathOf(copy, targets.ownSites)
  const found = path ? addressOf(path, targets) : undefined
  if (found) {
    const hash = /#.*$/.exec(copy.href as string)?.[0] ?? ''
    copy.href = found.target + hash
  }
  return copy
}

function addressOf(path: string, { addresses }: Targets) {
  return addresses.get(path) ?? addresses.get(guessedKey(path) ?? '')
}

/** The path of an `href` that leads to the old site. */
function oldPathOf(value: Value, ownSites: ReadonlySet<string>): string | null {
  const address = typeof value.$address === 'string' ? value.$address : value.href
  if (typeof address !== 'string') return null
  const isOwn = /^https?:/i.test(address) ? ownSites.has(siteOf(address) ?? '') : address.startsWith('/')
  return isOwn ? oldPath(address) : null
}

function visit(value: unknown, see: (value: Value, field: string) => void, field = ''): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see, field)
  else if (typeof value === 'object' && value !== null) {
    see(value as Value, field)
    for (const [key, inner] of Object.entries(value)) if (typeof inner === 'object') visit(inner, see, key)
  }
}

function mediaKeys(value: Value): string[] {
  return keysFor((value.$media as string) || undefined, value.url as string | undefined)
}

function idOf(reference: unknown, locals: ReadonlyMap<string, number>): number | undefined {
  if (typeof reference === 'number') return reference
  if (typeof reference !== 'object' || reference === null) return
  return firstOf(locals, mediaKeys(reference as Value))
}

function firstOf(locals: ReadonlyMap<string, number>, keys: readonly string[]): number | undefined {
  const key = keys.find(each => locals.has(each))
  return key === undefined ? undefined : locals.get(key)
}

function shown(reference: unknown): string {
  const { $media, url } = (reference ?? {}) as { $media?: string; url?: string }
  return url ?? `number ${$media ?? '?'}`
}
