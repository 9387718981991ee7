import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { newBlockId } from '../schema/new-block-id.ts'

/** A labelled line of text that changes something at every key. */
export function TextField(props: {
  label: string
  value: string
  onValue(value: string): void
  hint?: string
  placeholder?: string
  multiline?: boolean
  maxLength?: number
  type?: 'text' | 'url' | 'search'
  error?: string
  list?: string
  lang?: string
}): ComponentChildren {
  const id = useOwnId()
  const { label, value, onValue, hint, error, multiline } = props
  const shared = {
    id,
    value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    lang: props.lang,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': hint || error ? `${id}-about` : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={2} />
      ) : (
        <input {...shared} type={props.type ?? 'text'} list={props.list} />
      )}
      {(hint || error) && (
        <p id={`${id}-about`} class={error ? 'field__error' : 'field__hint'}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

export function Select<Value extends string>(props: {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onValue(value: Value): void
}): ComponentChildren {
  const id = useOwnId()
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={event => props.onValue((event.currentTarget as HTMLSelectElement).value as Value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Button(props: {
  onPress(): void
  children: ComponentChildren
  kind?: 'quiet' | 'primary' | 'danger'
  label?: string
  pressed?: boolean
  disabled?: boolean
}): ComponentChildren {
  return (
    <button
      type="button"
      class={`button${props.kind ? ` button--${props.kind}` : ''}`}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}

/** A button that opens the browser's choice of files. */
export function FileButton(props: {
  label: string
  accept?: string
  multiple?: boolean
  onFiles(files: File[]): void
}): ComponentChildren {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={props.accept}
        multiple={props.multiple}
        onChange={() => {
          props.onFiles([...(input.current?.files ?? [])])
          if (input.current) input.current.value = ''
        }}
      />
    </>
  )
}

export interface Found {
  id: number
  words: string
  about?: string
}

/** A field to search by typing, with a list that keys walk through (the combobox pattern of the ARIA practices). */
export function Finder(props: {
  label: string
  find(words: string): Promise<Found[]>
  onChoose(found: Found): void
  nothing: string
  autofocus?: boolean
}): ComponentChildren {
  const id = useOwnId()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found[] | null>(null)
  const [at, setAt] = useState(0)
  const asked = useRef(0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (props.autofocus) input.current?.focus()
  }, [])
  const look = (text: string) => {
    setWords(text)
    const turn = ++asked.current
    props.find(text).then(
      list => {
        if (turn !== asked.current) return
        setFound(list)
        setAt(0)
      },
      () => setFound([]),
    )
  }
  const choose = (one: Found | undefined) => {
    if (!one) return
    setWords('')
    setFound(null)
    props.onChoose(one)
  }
  const keys = (event: KeyboardEvent) => {
    if (!found) return
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length))
    else if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'Escape') setFound(null)
    else return
    event.preventDefault()
  }
  return (
    <div class="finder field">
      <label for={id}>{props.label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={found !== null}
        aria-controls={`${id}-list`}
        aria-activedescendant={found?.length ? `${id}-${at}` : undefined}
        value={words}
        onInput={event => look(event.currentTarget.value)}
        onFocus={() => found === null && look(words)}
        onBlur={() => setFound(null)}
        onKeyDown={keys}
      />
      {found && (
        <div id={`${id}-list`} class="finder__list" role="listbox" aria-label={props.label}>
          {found.map((one, i) => (
            <div
              key={one.id}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              data-control
              onMouseDown={event => {
                event.preventDefault()
                choose(one)
              }}
            >
              {one.words}
              {one.about && <span class="soft"> {one.about}</span>}
            </div>
          ))}
          {found.length === 0 && (
            <div role="option" tabIndex={-1} aria-disabled="true" aria-selected="false" class="soft">
              {props.nothing}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** Options of the newsroom's answer. */
export function readFound(answer: HTMLElement): Found[] {
  return [...answer.querySelectorAll<HTMLElement>('li[data-id]')].map(({ dataset }) => ({
    id: Number(dataset.id),
    words: dataset.words ?? '',
    about: dataset.about,
  }))
}

/** Preact's own ids begin anew in every block, since each block is a tree of its own. */
function useOwnId(): string {
  return useState(() => `c-${newBlockId()}`)[0]
}
