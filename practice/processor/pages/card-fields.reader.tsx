import type { ComponentChildren } from 'preact'
import { FormLine } from '../../../src/design/form-line.tsx'
import { cardMessages, declineText } from './card-messages.ts'
import type { WrongCard } from './read-card.ts'

/** The fields of a card; they are always empty, since a number is never sent back. */
export function CardFields(props: {
  language: string
  wrong?: WrongCard
  /** Stripe's code for why the last card was refused. */
  refused?: string | null
}): ComponentChildren {
  const { language, wrong = {}, refused } = props
  const texts = cardMessages(language)
  return (
    <fieldset class="practice__card">
      <legend>{texts.card}</legend>
      {refused && (
        <p class="practice__refused" role="alert">
          {declineText(refused, language)}
        </p>
      )}
      <FormLine
        name="number"
        label={texts.number}
        hint={texts.onlyTestCards}
        error={wrong.number && texts.wrongNumber[wrong.number]}
        inputmode="numeric"
        autocomplete="off"
        maxLength={30}
        required
      />
      <div class="practice__pair">
        <FormLine
          name="expires"
          label={texts.expires}
          hint={texts.expiresHint}
          error={wrong.expires && texts.wrongExpiry[wrong.expires]}
          inputmode="text"
          autocomplete="off"
          maxLength={9}
          required
        />
        <FormLine
          name="cvc"
          label={texts.cvc}
          hint={texts.cvcHint}
          error={wrong.cvc && texts.wrongCvc}
          inputmode="numeric"
          autocomplete="off"
          maxLength={4}
          required
        />
      </div>
    </fieldset>
  )
}

/** Which numbers there are, and what each does. */
export function TestCardList({ language }: { language: string }): ComponentChildren {
  const texts = cardMessages(language)
  return (
    <details class="practice__cards">
      <summary>{texts.testCards}</summary>
      <p>{texts.anyDate}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.whatItDoes}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([number, does]) => (
            <tr key={number}>
              <td>
                <bdi>{inGroups(number)}</bdi>
              </td>
              <td>{texts.does[does]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const shown = [
  ['4242424242424242', 'accepted'],
  ['5555555555554444', 'mastercard'],
  ['378282246310005', 'amex'],
  ['4000000000000002', 'declined'],
  ['4000000000009995', 'noFunds'],
  ['4000000000000069', 'expired'],
  ['4000000000000127', 'wrongCvc'],
  ['4000002500003155', 'asksOnce'],
  ['4000002760003184', 'asksAlways'],
  ['4000000000000341', 'failsLater'],
  ['4000000000000259', 'disputed'],
] as const

/** As it stands on the card: in fours, and American Express in four, six and five. */
export function inGroups(number: string): string {
  return number.length === 15
    ? number.replace(/^(\d{4})(\d{6})/, '$1 $2 ')
    : number.replace(/(\d{4})(?=\d)/g, '$1 ')
}
