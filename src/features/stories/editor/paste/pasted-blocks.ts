import { DOMParser as SchemaParser } from '@tiptap/pm/model'
import type { TreeNode } from '../../live-draft/tree.ts'
import { blocksOf, type RawBlock } from '../../live-draft/tree-to-blocks.ts'
import { bodySchema } from '../schema/schema.ts'
import { cleanPaste } from './clean-html.ts'

/** The blocks that a paste makes, as the story keeps them: for tests, which run it where the editor runs. */
export function pastedBlocks(html: string): { blocks: RawBlock[]; pictures: number } {
  const clean = cleanPaste(html)
  const { body } = new DOMParser().parseFromString(clean.html, 'text/html')
  const document = SchemaParser.fromSchema(bodySchema).parse(body)
  return { blocks: blocksOf(document.toJSON() as TreeNode), pictures: clean.pictures.length }
}
