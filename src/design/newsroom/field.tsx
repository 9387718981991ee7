import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import { Said } from './said.tsx'

/** A control whose kind is chosen at run time; the types of JSX want to know it beforehand. */
type InputAttributes = InputHTMLAttributes<HTMLInputElement>
type InputType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'url'
  | 'date'
  | 'datetime-local'
  | 'number'
  | 'search'
  | 'color'
  | 'file'

const writtenTypes = ['text', 'textarea', 'search'] as const satisfies InputType[]

interface FieldProps {
  name: string
  /** Where a page has several fields of one name. */
  id?: string
  label: string
  value?: string
  hint?: string
  /** What is wrong with it, in a sentence. */
  error?: string
  /** 'textarea' for several lines. */
  type?: InputType
  rows?: number
  required?: boolean
  autofocus?: boolean
  maxLength?: number
  autocomplete?: string
  /** Id of a datalist with proposals. */
  list?: string
}

/** One labelled line of a form, with its hint and what is wrong with it tied to the control for screen readers. */
export function Field(props: FieldProps): ComponentChildren {
  const {
    name,
    label,
    value = '',
    hint,
    error,
    type = 'text',
    rows = 3,
    id = `field-${name}`,
    ...rest
  } = props
  const about = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const shared = {
    id,
    name,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': about || undefined,
    // Words may be in another language than the page.
    dir: (writtenTypes as readonly string[]).includes(type) ? ('auto' as const) : undefined,
    ...rest,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'textarea' ? (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input {...({ ...shared, type, value: type === 'file' ? undefined : value } as InputAttributes)} />
      )}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

/** A choice from a list; `options` are value and label. */
export function Choice(props: {
  name: string
  id?: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  hint?: string
  error?: string
}): ComponentChildren {
  const { name, label, value, options, hint, error, id = `field-${name}` } = props
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string }): ComponentChildren {
  return (
    <>
      {error && (
        <p class="field__error" id={`${id}-error`}>
          <Said sentence={error} />
        </p>
      )}
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
