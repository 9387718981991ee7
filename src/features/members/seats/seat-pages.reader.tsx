import { formatDate } from '../../../design/dates.ts'
import { FormLine } from '../../../design/form-line.tsx'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import {
  type ReaderAsk,
  readerAsk,
  readerCookies,
  readerPage,
  type StandingOf,
  startReaderSession,
} from '../../readers/reader.ts'
import { membershipMessages } from '../account/membership-messages.ts'
import { listSeats } from './seat-queries.ts'
import {
  acceptSeat,
  endSeat,
  inviteToSeat,
  readInvitation,
  sharedMembership,
  withdrawSeat,
} from './share-membership.ts'

const root = '/account/membership/seats'

/** `/account/membership/seats`: who shares one's membership. */
export async function seatsPage(given: Ask, house: House): Promise<Answer> {
  return show(readerAsk(given), house, {})
}

export async function inviteForm(given: Ask, house: House): Promise<Answer> {
  const ask = readerAsk(given)
  const typed = fieldOf(ask.form, 'email')
  try {
    const email = await inviteToSeat(house, { readerId: ask.reader.id, typed })
    return seeOther(`${root}?invited=${encodeURIComponent(email)}`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const texts = membershipMessages(ask.reader.language)
    const sentences: Record<string, string> = {
      own: texts.ownEmail,
      again: texts.alreadyInvited,
      full: texts.seatsFull,
    }
    return show(ask, house, { typed, error: sentences[error.message] ?? texts.badEmail })
  }
}

export async function withdrawForm(given: Ask, house: House): Promise<Answer> {
  const { reader, params } = readerAsk(given)
  await withdrawSeat(house, { readerId: reader.id, id: rowNumberOf(params, 'id') })
  return seeOther(`${root}?done=gone`)
}

export async function removeForm(given: Ask, house: House): Promise<Answer> {
  const { reader, params } = readerAsk(given)
  await endSeat(house, { readerId: reader.id, id: rowNumberOf(params, 'id'), byHolder: true })
  return seeOther(`${root}?done=gone`)
}

/** Gives up one's own seat in somebody else's membership. */
export async function leaveForm(given: Ask, house: House): Promise<Answer> {
  const { reader, params } = readerAsk(given)
  await endSeat(house, { readerId: reader.id, id: rowNumberOf(params, 'id'), byHolder: false })
  return seeOther('/account?done=left#membership')
}

/** `/join/seat?token=…`: opening it takes nothing, for programs that read letters open their links, too. */
export async function invitationPage(ask: Ask, house: House): Promise<Answer> {
  return invitation(ask, house, ask.query.token ?? '')
}

/** The button there: the seat is theirs, and they are signed in, since the letter reached them. */
export function acceptForm(standingOf: StandingOf) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const token = fieldOf(ask.form, 'token')
    const taken = await house.db.transaction().execute(async tx => {
      const readerId = await acceptSeat(tx, house, token)
      if (readerId === null) return null
      const userAgent = ask.headers['user-agent']
      return { readerId, ...(await startReaderSession(tx, house, { readerId, userAgent })) }
    })
    if (!taken) return invitation(ask, house, token)
    const standing = await standingOf(house, taken.readerId)
    return seeOther(
      '/account?done=accepted#membership',
      readerCookies(house, { token: taken.token, standing, staff: ask.staff !== null }),
    )
  }
}

async function invitation(ask: Ask, house: House, token: string): Promise<Answer> {
  const publication = await readPublication(house)
  const texts = membershipMessages(ask.reader?.language ?? publication.language)
  const found = await readInvitation(house, token)
  return readerPage(ask, house, {
    title: texts.acceptTitle,
    status: found ? 200 : 410,
    body: (
      <section class="account account--narrow grid-page">
        <h1 class="account__title">{texts.acceptTitle}</h1>
        {found ? (
          <>
            <p class="account__intro">{texts.acceptIntro(found.by, publication.name, found.tier)}</p>
            <p>{texts.acceptAs(found.email)}</p>
            <form method="post" action="/join/seat">
              <CsrfField ask={ask} />
              <input type="hidden" name="token" value={token} />
              <button type="submit" class="button">
                {texts.accept}
              </button>
            </form>
          </>
        ) : (
          <p class="account__intro">{texts.acceptOver}</p>
        )}
      </section>
    ),
  })
}

async function show(
  ask: ReaderAsk,
  house: House,
  { typed = '', error }: { typed?: string; error?: string },
): Promise<Answer> {
  const { language } = ask.reader
  const texts = membershipMessages(language)
  const { membership, tier } = await sharedMembership(house, ask.reader.id)
  const [seats, { timeZone }] = await Promise.all([
    listSeats(house.db, membership.id, house.payments.now()),
    readPublication(house),
  ])
  const free = tier.seats - 1 - seats.length
  const { invited, done } = ask.query
  const said = invited ? texts.invited(invited.slice(0, 254)) : done === 'gone' ? texts.seatGone : null
  return readerPage(ask, house, {
    title: texts.seatsTitle,
    status: error ? 422 : undefined,
    body: (
      <section class="account account--narrow grid-page">
        <h1 class="account__title">{texts.seatsTitle}</h1>
        {said && (
          <p class="account__notice" role="status">
            {said}
          </p>
        )}
        <p class="account__intro">{free > 0 ? texts.seatsIntro(free) : texts.seatsFull}</p>
        {seats.length > 0 && (
          <ul class="member__past">
            {seats.map(seat => (
              <li key={`${seat.kind} ${seat.id}`}>
                <span>
                  <bdi>{seat.email}</bdi>{' '}
                  <span class="account__soft">
                    {seat.kind === 'taken'
                      ? texts.seatTaken
                      : texts.seatOpen(formatDate(seat.since, { language, timeZone }))}
                  </span>
                </span>
                <form
                  method="post"
                  action={`${root}/${seat.id}/${seat.kind === 'taken' ? 'remove' : 'withdraw'}`}
                >
                  <CsrfField ask={ask} />
                  <button type="submit" class="account__link">
                    {seat.kind === 'taken' ? texts.remove : texts.withdraw}
                    <span class="unseen">: {seat.email}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        {free > 0 && (
          <form method="post" action={root} class="account__form">
            <CsrfField ask={ask} />
            <FormLine
              name="email"
              type="email"
              label={texts.email}
              value={typed}
              error={error}
              autocomplete="off"
              maxLength={254}
              required
            />
            <button type="submit" class="button">
              {texts.invite}
            </button>
          </form>
        )}
        <p class="account__way">
          <a href="/account#membership">{texts.back}</a>
        </p>
      </section>
    ),
  })
}
