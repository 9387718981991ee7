import type { z } from 'zod'
import type { Till } from './till.ts'

/** One call of the API: its address, the parameters it knows, and what answers it. */
export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  /** `:id` stands for an object's number. */
  path: string
  parameters: z.ZodType
  answer(till: Till, given: unknown, ids: string[]): Promise<unknown>
}

/** A row of the table of calls; its parameters are checked before its answer sees them. */
export function call<Schema extends z.ZodType>(
  method: Call['method'],
  path: string,
  parameters: Schema,
  answer: (till: Till, given: z.output<Schema>, id: string, second: string) => Promise<unknown>,
): Call {
  return {
    method,
    path,
    parameters,
    answer: (till, given, [id = '', second = '']) => answer(till, given as z.output<Schema>, id, second),
  }
}

/** The call that a request is, with the numbers in its address; or nothing. */
export function findCall(
  calls: readonly Call[],
  method: string,
  path: string,
): { call: Call; ids: string[] } | null {
  const parts = path.split('/')
  for (const one of calls) {
    const pattern = one.path.split('/')
    if (one.method !== method || pattern.length !== parts.length) continue
    if (pattern.every((part, at) => part.startsWith(':') || part === parts[at]))
      return {
        call: one,
        ids: parts.filter((_, at) => pattern[at]?.startsWith(':')).map(part => decodeURIComponent(part)),
      }
  }
  return null
}
