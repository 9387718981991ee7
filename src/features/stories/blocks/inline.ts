import { z } from 'zod'

/**
 * Running text. The shape is that of a ProseMirror text node, so the editor and the database speak the same form.
 * Marks never nest themselves; their order carries no meaning.
 */
export const linkHref = z
  .string()
  .max(4000)
  .refine(isSafeHref, 'a link goes to http, https, mailto, tel or a path on this site')

export const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
  z.object({ type: z.literal('strike') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('subscript') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('highlight') }),
  z.object({ type: z.literal('language'), language: z.string().max(35) }),
  z.object({ type: z.literal('link'), href: linkHref }),
])

export const inline = z.union([
  z.object({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() }),
  z.object({ type: z.literal('break') }),
])

export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>

/** True for http(s), mailto and tel addresses, same-site paths and fragments; false for anything that could run or embed. */
export function isSafeHref(href: string): boolean {
  if (/^[/#](?![/\\])/.test(href) || href === '/' || href === '#') return true
  return /^(https?:\/\/[^\s\\]+|mailto:[^\s]+|tel:[+\d().\- ]+)$/i.test(href)
}

/** The words of running text without marks; a break becomes a line feed. */
export function plainText(content: readonly Inline[]): string {
  return content.map(part => (part.type === 'text' ? part.text : '\n')).join('')
}
