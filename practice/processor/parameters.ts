import { z } from 'zod'
import type { GivenFields } from './form-body.ts'
import { invalidRequest } from './processor-error.ts'

/** The kinds of parameters that Stripe's calls have, as they come in a form: texts, whose emptiness unsets. */
export const text = z.string().min(1).max(5000)
export const whole = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number)
export const amount = whole.refine(value => value >= 0)
export const moment = whole.refine(value => value > 0)
export const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/)
  .transform(Number)
export const yes = z.enum(['true', 'false']).transform(value => value === 'true')
export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform(value => value.toLowerCase())
export const address = z.strictObject({
  city: unsettable(text).optional(),
  country: unsettable(text).optional(),
  line1: unsettable(text).optional(),
  line2: unsettable(text).optional(),
  postal_code: unsettable(text).optional(),
  state: unsettable(text).optional(),
})
export const metadata = unsettable(z.record(z.string().min(1).max(40), z.string().max(500)))
export const range = z.union([
  whole,
  z.strictObject({
    gt: whole.optional(),
    gte: whole.optional(),
    lt: whole.optional(),
    lte: whole.optional(),
  }),
])
export const paging = {
  limit: whole.refine(value => value >= 1 && value <= 100).default(10),
  starting_after: text.optional(),
  ending_before: text.optional(),
}

/** `''` becomes null: it unsets. */
export function unsettable<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal('').transform(() => null), schema])
}

/** Every parameter that a call knows; any other one is refused by name. */
export function parameters<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape)
}

/** What is merged: a name with an empty value goes, and '' for the whole empties it. */
export function mergeMetadata(
  before: Record<string, string> | null,
  given: Record<string, string> | null | undefined,
): Record<string, string> {
  if (given === undefined) return before ?? {}
  if (given === null) return {}
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== ''))
}

/** Reads a call's parameters. Throws the error that Stripe answers with, naming the first one that is wrong. */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  given: GivenFields,
): z.output<Schema> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw refusal(deepest(result.error.issues[0]!), given)
}

/** Of a choice among several shapes, the trouble that got furthest is the telling one. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().map(one => ({ ...one, path: [...issue.path, ...one.path] }))
  const [best] = inner.sort((a, b) => weight(b) - weight(a))
  return best ? deepest(best) : issue
}

function weight(issue: z.core.$ZodIssue): number {
  return issue.path.length * 2 + (issue.code === 'unrecognized_keys' ? 1 : 0)
}

function refusal(issue: z.core.$ZodIssue, given: GivenFields) {
  if (issue.code === 'unrecognized_keys') {
    const param = inBrackets([...issue.path, issue.keys[0]!])
    return invalidRequest(`Received unknown parameter: ${param}`, param, 'parameter_unknown')
  }
  const param = inBrackets(issue.path)
  const value = valueAt(given, issue.path)
  if (value === undefined)
    return invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing')
  if (value === '')
    return invalidRequest(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      param,
      'parameter_invalid_empty',
    )
  return invalidRequest(`Invalid ${param}: ${typeof value === 'string' ? value : issue.message}`, param)
}

function inBrackets([first = '', ...rest]: PropertyKey[]): string {
  return String(first) + rest.map(part => `[${String(part)}]`).join('')
}

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => Object(value)[part as string], given)
}
