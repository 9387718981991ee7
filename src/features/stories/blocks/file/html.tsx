import type { VNode } from 'preact'
import { hrefAnywhere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { aboutFile } from './about.ts'
import type { FileBlock } from './schema.ts'

/** For e-mail and feeds. */
export function fileHtml(block: FileBlock, context: BlockContext): VNode | null {
  const file = context.files.get(block.fileId)
  if (!file) return null
  const about = aboutFile(file, context.language)
  const href = hrefAnywhere(file.src, context.siteUrl)
  const name = block.title?.trim() || file.name
  return (
    <p>
      {href ? <a href={href}>{name}</a> : name}
      {about ? ` (${about})` : null}
      {block.description?.trim() ? <br /> : null}
      {block.description?.trim() || null}
    </p>
  )
}
