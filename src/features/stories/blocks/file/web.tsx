import type { VNode } from 'preact'
import { hrefHere, wholeAddress } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { staffNote } from '../staff-note.tsx'
import { aboutFile } from './about.ts'
import type { FileBlock } from './schema.ts'

export function fileWeb(block: FileBlock, context: BlockContext): VNode | null {
  const messages = blocksMessages(context.language)
  const file = context.files.get(block.fileId)
  if (!file) return staffNote(context, messages.missingFile(block.fileId))
  // A file that an archive only links to may have any address.
  const href = hrefHere(file.src, context.siteUrl)
  const name = cleanText(block.title?.trim() || file.name)
  const about = aboutFile(file, context.language)
  return (
    <div class="file-block">
      <p class="file-block__name">
        {href ? (
          <a
            href={href}
            download={href.startsWith('/') ? file.name : undefined}
            type={file.mime || undefined}
            data-address={wholeAddress(href, context.siteUrl)}
          >
            <span class="file-block__verb">{messages.download}</span> {name}
          </a>
        ) : (
          name
        )}
        {about ? <span class="file-block__about"> ({about})</span> : null}
      </p>
      {block.description?.trim() ? (
        <p class="file-block__description">{cleanText(block.description)}</p>
      ) : null}
    </div>
  )
}
