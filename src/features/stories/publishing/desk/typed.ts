import { type Form, fieldOf } from '../../../../platform/http/form.ts'

/** Which of the forms on the page was sent. */
export type FormName =
  | 'publish'
  | 'plan'
  | 'ai-help'
  | 'withdraw'
  | 'remove'
  | 'preview'
  | 'move'
  | 'planned'
  | 'changes'

/** What was typed into a form that was refused, and what is wrong with it; and what just happened. */
export interface Typed {
  form: FormName | null
  values: Form
  field: string | null
  sentence: string
}

export const untouched: Typed = { form: null, values: {}, field: null, sentence: '' }

/** What a field of a form showed when it was sent; otherwise what it shows at first. */
export function valueIn(typed: Typed, form: FormName, name: string, otherwise: string): string {
  return typed.form === form && Object.hasOwn(typed.values, name) ? fieldOf(typed.values, name) : otherwise
}

/** What is wrong with a field; undefined for nothing. */
export function errorIn(typed: Typed, form: FormName, name: string): string | undefined {
  return typed.form === form && typed.field === name ? typed.sentence : undefined
}
