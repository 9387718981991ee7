import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import type { CodeBlock } from './schema.ts'

export function codeWeb({ text, language }: CodeBlock, context: BlockContext): VNode | null {
  if (text.trim() === '') return null
  const label = language?.trim() ? cleanText(language.trim()) : null
  const messages = blocksMessages(context.language)
  const name = label ? messages.codeIn(label) : messages.code
  return (
    <figure class="code-block">
      {label ? <figcaption>{label}</figcaption> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be a landmark */}
      <div class="code-block__scroll" role="group" aria-label={name} tabindex={0}>
        <pre dir="ltr">
          <code>{cleanText(text)}</code>
        </pre>
      </div>
    </figure>
  )
}
