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

/**
 * Running text as it is read back: a mark or part that this program does not know does not make the text unreadable.
 * Renderings pass over what they do not know; `inline` is the strict form for what is newly written.
 */
export const runningText = z.array(z.custom<Inline>(isReadable, 'a part of the text is not text')).max(20_000)

function isReadable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const part = value as { type?: unknown; text?: unknown; marks?: unknown }
  if (typeof part.type !== 'string') return false
  if (part.type === 'text' && typeof part.text !== 'string') return false
  return part.marks == null || (Array.isArray(part.marks) && part.marks.every(isNamed))
}

function isNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** True for http(s), mailto and tel addresses, same-site paths and fragments; false for anything that could run or embed. */
export function isSafeHref(href: string): boolean {
  // Browsers drop tabs and line ends inside addresses, so that "/\t/host" would leave the site.
  if (/[\t\r\n]/.test(href)) return false
  if (/^(\/(?![/\\])|#)/.test(href)) return true
  return /^(https?:\/\/[^\s\\]+|mailto:[^\s]+|tel:[+\d().\- ]+)$/i.test(href)
}

/** The words of running text without marks; a break becomes a line feed. */
export function plainText(content: readonly Inline[]): string {
  let words = ''
  for (const part of content) {
    if (part.type === 'text') words += part.text
    else if (part.type === 'break') words += '\n'
  }
  return words
}
