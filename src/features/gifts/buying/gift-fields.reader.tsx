import type { ComponentChildren } from 'preact'
import { ChoiceLine, FormLine } from '../../../design/form-line.tsx'
import { interfaceLanguages } from '../../../design/messages.ts'
import { giftMessages } from '../gift-messages.ts'
import { deliveries, type TypedGift, type WrongGift, zonesWith } from './gift-form.ts'

/** The fields of one gift. What a chosen way of delivery has no use for is put out of sight by the page's styles. */
export function GiftFields(props: {
  language: string
  typed: TypedGift
  wrong?: WrongGift
  number: number
  /** Where the letter has gone already, its day is past. */
  sent?: boolean
}): ComponentChildren {
  const { language, typed, wrong = {}, number, sent } = props
  const texts = giftMessages(language)
  const name = (field: string) => `${field}-${number}`
  const ways = sent ? (['now', 'self'] as const) : deliveries
  return (
    <>
      <FormLine
        name={name('name')}
        label={texts.recipient}
        value={typed.name}
        error={wrong.name}
        maxLength={80}
        autocomplete="off"
        required
      />
      <fieldset class="gift__ways">
        <legend>{texts.how}</legend>
        {ways.map(way => (
          <label key={way} class="join__check">
            <input
              type="radio"
              name={name('delivery')}
              value={way}
              checked={way === typed.delivery || (sent && way === 'now' && typed.delivery === 'date')}
            />
            <span>{texts.hows[way]}</span>
          </label>
        ))}
      </fieldset>
      <div class="gift__letter">
        <FormLine
          name={name('email')}
          label={texts.address}
          hint={texts.addressHint}
          value={typed.email}
          error={wrong.email}
          type="email"
          autocomplete="off"
          maxLength={254}
        />
      </div>
      {!sent && <When {...{ language, typed, wrong, number }} />}
      <div class="form-line">
        <label for={`field-${name('message')}`}>{texts.message}</label>
        <textarea
          class="field gift__message"
          id={`field-${name('message')}`}
          name={name('message')}
          rows={4}
          maxLength={600}
          dir="auto"
          aria-invalid={wrong.message ? 'true' : undefined}
          aria-describedby={`field-${name('message')}-hint`}
        >
          {typed.message}
        </textarea>
        {wrong.message && (
          <p class="form-line__error" role="alert">
            {wrong.message}
          </p>
        )}
        <p class="form-line__hint" id={`field-${name('message')}-hint`}>
          {texts.messageHint}
        </p>
      </div>
      <ChoiceLine name={name('language')} label={texts.language} value={typed.language} options={languages} />
    </>
  )
}

function When({
  language,
  typed,
  wrong,
  number,
}: {
  language: string
  typed: TypedGift
  wrong: WrongGift
  number: number
}): ComponentChildren {
  const texts = giftMessages(language)
  const id = `field-day-${number}`
  return (
    <div class="gift__when">
      <div class="form-line">
        <label for={id}>{texts.day}</label>
        <input
          class="field"
          type="date"
          id={id}
          name={`day-${number}`}
          value={typed.day}
          aria-invalid={wrong.day ? 'true' : undefined}
          aria-describedby={wrong.day ? `${id}-error` : undefined}
        />
        {wrong.day && (
          <p class="form-line__error" id={`${id}-error`} role="alert">
            {wrong.day}
          </p>
        )}
      </div>
      <ChoiceLine
        name={`hour-${number}`}
        label={texts.hour}
        value={typed.hour}
        error={wrong.hour}
        options={hours}
      />
      <ChoiceLine
        name={`zone-${number}`}
        label={texts.zone}
        value={typed.zone}
        error={wrong.zone}
        options={zonesWith(typed.zone).map(value => ({ value, label: value.replaceAll('_', ' ') }))}
      />
    </div>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => {
  const value = `${String(hour).padStart(2, '0')}:00`
  return { value, label: value }
})

const languages = interfaceLanguages.map(tag => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return { value: tag, label: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1), lang: tag }
})
