import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../src/design/dates.ts'
import { DeskHead } from '../../src/design/newsroom/desk-head.tsx'
import { mailboxMessages } from './mailbox-messages.ts'
import type { PracticeLetter } from './mailbox-queries.ts'
import type { ReadLetter } from './read-letter.ts'

export function MailboxView({
  letters,
  to,
  place,
}: {
  letters: PracticeLetter[]
  to: string
  place: DatePlace
}): ComponentChildren {
  const texts = mailboxMessages(place.language)
  return (
    <>
      <DeskHead title={texts.title}>
        <a class="button" href={to ? `/practice/mail?to=${encodeURIComponent(to)}` : '/practice/mail'}>
          {texts.again}
        </a>
      </DeskHead>
      <p>
        {texts.about} {texts.toRealServer}
      </p>
      <search>
        <form class="toolbar" method="get" action="/practice/mail">
          <div class="field">
            <label for="to">{texts.search}</label>
            <input
              id="to"
              name="to"
              type="search"
              value={to}
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
            />
          </div>
          <button type="submit" class="button">
            {texts.find}
          </button>
          {to && <a href="/practice/mail">{texts.all}</a>}
        </form>
      </search>
      {letters.length > 0 ? (
        <LetterTable letters={letters} place={place} />
      ) : (
        <div class="empty">
          <strong>{to ? texts.none(to) : texts.empty}</strong>
          <p>{to ? texts.noneHint : texts.emptyHint}</p>
        </div>
      )}
    </>
  )
}

function LetterTable({ letters, place }: { letters: PracticeLetter[]; place: DatePlace }): ComponentChildren {
  const texts = mailboxMessages(place.language)
  return (
    // Reachable by keyboard, since it may have to be scrolled sideways.
    <section class="table-frame" tabindex={0} aria-label={texts.title}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.received}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col">{texts.subject}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(letter => (
            <tr key={letter.id}>
              <td>
                <Time at={letter.receivedAt} place={place} />
              </td>
              <td>
                <bdi>{letter.recipients.join(', ')}</bdi>
              </td>
              <td>
                <a class="table__headline" href={`/practice/mail/${letter.id}`}>
                  <bdi>{letter.subject || texts.noSubject}</bdi>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function LetterView({
  letter,
  read,
  place,
}: {
  letter: PracticeLetter
  read: ReadLetter
  place: DatePlace
}): ComponentChildren {
  const texts = mailboxMessages(place.language)
  return (
    <>
      <p>
        <a href="/practice/mail">{texts.back}</a>
      </p>
      <DeskHead title={read.subject || texts.noSubject} />
      <dl class="definitions">
        <dt>{texts.from}</dt>
        <dd>
          <bdi>{read.from}</bdi>
        </dd>
        <dt>{texts.to}</dt>
        <dd>
          <bdi>{read.to || letter.recipients.join(', ')}</bdi>
        </dd>
        <dt>{texts.received}</dt>
        <dd>
          <Time at={letter.receivedAt} place={place} />
        </dd>
      </dl>
      {read.html ? (
        // Nothing in it runs, and it can reach neither this page nor its cookies; links open beside it.
        <iframe
          class="letter"
          title={texts.letter}
          src={`/practice/mail/${letter.id}/letter`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      ) : (
        <p>{texts.noHtml}</p>
      )}
      <h2>{texts.links}</h2>
      {read.links.length > 0 ? (
        <ul class="letter-links">
          {read.links.map(({ href, label }) => (
            <li key={href}>
              {label && <bdi>{label}: </bdi>}
              <a href={href} rel="noopener">
                <bdi>{href}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{texts.noLinks}</p>
      )}
      <h2>{texts.text}</h2>
      <pre class="letter-text" dir="auto">
        {read.text}
      </pre>
      <h2>{texts.source}</h2>
      <p>
        <a href={`/practice/mail/${letter.id}/source`}>{texts.everyByte}</a>
      </p>
      <details>
        <summary>{texts.headers}</summary>
        <dl class="definitions" dir="ltr">
          {read.headers.map(({ name, value }, at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Time({ at, place }: { at: Date; place: DatePlace }): ComponentChildren {
  return <time datetime={at.toISOString()}>{formatDateTime(at, place)}</time>
}
