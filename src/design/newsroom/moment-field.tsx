import type { ComponentChildren } from 'preact'
import { formatTime, zoneName } from '../dates.ts'
import { readZoned, writeZoned } from '../zoned-moment.ts'
import { momentTexts } from './moment-messages.newsroom.ts'
import { whichOf } from './read-moment.ts'
import { Said } from './said.tsx'

interface MomentFieldProps {
  name: string
  label: string
  /** What is set, or what was typed ("2026-11-22T09:30"). */
  value?: Date | string | null
  /** The clock that counts, which stands beside the field. */
  timeZone: string
  /** Of whoever fills it in; English where nothing is said. */
  language?: string
  hint?: string
  /** What is wrong with it, in a sentence. */
  error?: string
  required?: boolean
  /** Where the same name stands on a page more than once. */
  id?: string
}

/** A day and a time on the clock of the publication; where that time comes twice, the choice between the two. */
export function MomentField(props: MomentFieldProps): ComponentChildren {
  const { name, label, value, timeZone, language = 'en', hint, error, required } = props
  const id = props.id ?? `field-${name}`
  const place = { language, timeZone }
  const text = value instanceof Date ? writeZoned(value, timeZone) : (value ?? '')
  const zoned = text === '' ? null : readZoned(text, timeZone)
  const about = [error && `${id}-error`, `${id}-hint`].filter(Boolean).join(' ')
  const at = zoned?.kind === 'once' ? zoned.moment : new Date()
  return (
    <div class="field field--moment">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="datetime-local"
        value={text}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={about}
      />
      {error && (
        <p class="field__error" id={`${id}-error`}>
          <Said sentence={error} />
        </p>
      )}
      {zoned?.kind === 'twice' && (
        <fieldset class="field field--which">
          <legend class="field__hint">{momentTexts(language).which}</legend>
          {zoned.moments.map((moment, i) => (
            <label key={i} class="check">
              <input
                type="radio"
                name={whichOf(name)}
                value={i === 0 ? 'first' : 'second'}
                checked={value instanceof Date && value.getTime() === moment.getTime()}
              />
              {formatTime(moment, place)} {zoneName(moment, place)}
            </label>
          ))}
        </fieldset>
      )}
      <p class="field__hint" id={`${id}-hint`}>
        {hint && <>{hint} </>}
        {timeZone} ({zoneName(at, place)}).
      </p>
    </div>
  )
}
