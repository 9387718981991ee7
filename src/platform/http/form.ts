import type { z } from 'zod'
import { BadInput } from '../errors/errors.ts'

/** What a form sent, as it was typed. A name that ends in `[]` is always a list; another that came twice is one, too. */
export type Form = Record<string, string | string[]>

/** The largest number of PostgreSQL's integer type. */
const mostRowNumber = 2_147_483_647

/** The fields of a body in `application/x-www-form-urlencoded`. NUL, which no text of ours holds, is dropped. */
export function parseForm(body: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(body)) addField(form, name, value)
  return form
}

export function addField(form: Form, name: string, value: string): void {
  const text = value.replaceAll('\0', '').replaceAll('\r\n', '\n')
  const before = Object.hasOwn(form, name) ? form[name] : undefined
  if (before === undefined) form[name] = name.endsWith('[]') ? [text] : text
  else form[name] = Array.isArray(before) ? [...before, text] : [before, text]
}

/**
 * The form's values as the schema has them. Throws BadInput that names the first wrong field; its sentence is the
 * schema's own message, so write those as whole sentences ("Give the brief a text.").
 */
export function readForm<Schema extends z.ZodType>(
  { form }: { form: Form },
  schema: Schema,
): z.output<Schema> {
  const result = schema.safeParse(form)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new BadInput({
    field: String(issue?.path[0] ?? 'form'),
    sentence: issue?.message ?? 'The form cannot be read.',
  })
}

/** The number of a row that a field (or a part of an address) names; 0, which no row has, where it holds nothing of the kind. */
export function rowNumberOf(form: Form, name: string): number {
  const text = fieldOf(form, name)
  return /^\d{1,10}$/.test(text) && Number(text) <= mostRowNumber ? Number(text) : 0
}

/** One field as a single line of text, however often it came; '' where it did not. */
export function fieldOf(form: Form, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
