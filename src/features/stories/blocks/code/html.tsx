import type { VNode } from 'preact'
import { letterLook } from '../letter-look.ts'
import type { CodeBlock } from './schema.ts'

export function codeEmail({ text }: CodeBlock): VNode | null {
  return text.trim() === '' ? null : (
    <pre dir="ltr" style={letterLook.code}>
      <code>{text}</code>
    </pre>
  )
}

export function codeFeed({ text }: CodeBlock): VNode | null {
  return text.trim() === '' ? null : (
    <pre dir="ltr">
      <code>{text}</code>
    </pre>
  )
}
