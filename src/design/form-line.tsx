import type { ComponentChildren, InputHTMLAttributes } from 'preact'

interface LineProps {
  name: string
  /** Where a page has several fields of one name. */
  id?: string
  label: string
  hint?: string
  /** What is wrong with it, in a sentence. */
  error?: string
}

/** One labelled field of a reader's form, with its hint and what is wrong with it tied to it for screen readers. */
export function FormLine(
  props: LineProps & {
    value?: string
    type?: 'text' | 'email' | 'number'
    class?: string
    required?: boolean
    maxLength?: number
    autocomplete?: string
    inputmode?: 'numeric' | 'decimal' | 'text'
  },
): ComponentChildren {
  const { name, id = `field-${name}`, label, hint, error, value = '', type = 'text', ...rest } = props
  // Names may be in another script than the page; an address of mail and a number never are.
  const written = type === 'text' && rest.inputmode === undefined
  const attributes = {
    ...rest,
    class: rest.class ? `field ${rest.class}` : 'field',
    id,
    name,
    type,
    value,
    dir: written ? 'auto' : 'ltr',
    autocapitalize: written ? undefined : 'none',
    spellcheck: false,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': describedBy({ id, hint, error }),
  }
  return (
    <Line id={id} label={label} hint={hint} error={error}>
      <input {...(attributes as InputHTMLAttributes<HTMLInputElement>)} />
    </Line>
  )
}

/** One labelled choice among several. */
export function ChoiceLine(
  props: LineProps & {
    value: string
    options: readonly { value: string; label: string; lang?: string }[]
    autocomplete?: string
  },
): ComponentChildren {
  const { name, id = `field-${name}`, label, hint, error, value, options, autocomplete } = props
  return (
    <Line id={id} label={label} hint={hint} error={error}>
      <select
        class="field"
        id={id}
        name={name}
        autocomplete={autocomplete}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy({ id, hint, error })}
      >
        {options.map(option => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            selected={option.value === value}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Line>
  )
}

function Line(props: {
  id: string
  label: string
  hint?: string
  error?: string
  children: ComponentChildren
}): ComponentChildren {
  const { id, label, hint, error, children } = props
  return (
    <div class="form-line">
      <label for={id}>{label}</label>
      {children}
      {error && (
        <p class="form-line__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="form-line__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

function describedBy({ id, hint, error }: { id: string; hint?: string; error?: string }): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}
