import { BadInput } from '../../../platform/errors/errors.ts'
import { type Block, blockKinds, readBlock } from './blocks.ts'
import { isSafeHref, mark } from './inline.ts'

/**
 * Blocks that are newly written, held to more than reading asks: a block of a known kind must fit it, every mark and
 * link must be one that renderings follow, and ids may not repeat. Blocks of unknown kinds pass as they are.
 * Throws BadInput that names the block by its place ("blocks.3.content").
 */
export function checkBlocks(raw: readonly unknown[]): Block[] {
  const ids = new Set<string>()
  return raw.map((one, place) => {
    const block = readBlock(one)
    if (block.type === 'unknown') checkKind(block.original, place)
    if (ids.has(block.id)) throw problem([place, 'id'], 'has the id of an earlier block')
    ids.add(block.id)
    checkText(block, [place])
    return block
  })
}

/** Deeper than eight lists in one another. */
const deepest = 40

type Path = readonly PropertyKey[]

function checkKind(raw: unknown, place: number): void {
  const { id, type } = Object(raw) as { id?: unknown; type?: unknown }
  if (typeof type !== 'string') throw problem([place, 'type'], 'says no kind')
  if (typeof id !== 'string' || id === '') throw problem([place, 'id'], 'has no id')
  const issue = blockKinds.find(kind => kind.type === type)?.schema.safeParse(raw).error?.issues[0]
  if (issue) throw problem([place, ...issue.path], `does not fit the kind “${type}”: ${issue.message}`)
}

/** Marks and addresses wherever they stand. */
function checkText(value: unknown, path: Path): void {
  if (typeof value !== 'object' || value === null) return
  if (path.length > deepest) throw problem(path.slice(0, 4), 'is nested too deeply')
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'original') continue
    if (name === 'marks' && Array.isArray(inner)) {
      if (!inner.every(one => mark.safeParse(one).success))
        throw problem([...path, name], 'holds a mark that is not known')
    } else if ((name === 'href' || name === 'url') && typeof inner === 'string') {
      if (inner !== '' && !isSafeHref(inner))
        throw problem([...path, name], 'is an address that cannot be linked to')
    } else checkText(inner, [...path, name])
  }
}

function problem(path: Path, fault: string): BadInput {
  const field = ['blocks', ...path.map(String)].join('.')
  return new BadInput({ field, sentence: `${field} ${fault}.` })
}
