import type Stripe from 'stripe'
import type { Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { hashOf } from '../../../platform/sign-in/secret-token.ts'
import { applyObject, type ProcessorEffects } from '../../ledger/ledger.ts'
import { publicationPage, readPublication } from '../../publication/publication.ts'
import {
  findReader,
  type Reader,
  readerCookies,
  type StandingOf,
  startReaderSession,
} from '../../readers/reader.ts'
import { readMetadata } from '../checkout-metadata.ts'
import { processorOrigins } from '../processor-origins.ts'
import { listTiers } from '../tier-queries.ts'
import { findOutcome, type Outcome } from './checkout-outcome.ts'
import { type BegunCheckout, findCheckout, takeSignIn } from './checkout-queries.ts'
import { joinMessages } from './join-messages.ts'
import { ThanksView } from './thanks-view.reader.tsx'

/** Seconds until the page looks again, while a bank has not answered. */
const lookAgainAfter = 5

/**
 * `/join/thanks?session=…`: where the processor's page leads back to. It brings our own state to what the processor
 * says, as its event does, whichever comes first; and it signs in the browser that began it, where the account came into
 * being with it. A payment under the address of somebody who has an account already opens nothing. `rememberGift` gives
 * the cookie by which a browser that gave once is left alone for a while.
 */
export function thanksPage(doors: {
  effects: ProcessorEffects
  standingOf: StandingOf
  rememberGift: (house: House, cookies: string | undefined) => string
}) {
  const { effects, standingOf, rememberGift } = doors
  return async (ask: Ask, house: House): Promise<Answer> => {
    const id = ask.query.session ?? ''
    const begun = /^cs_\w{1,200}$/.test(id) ? await findCheckout(house.db, id) : null
    if (!begun) throw new NotFound()
    const stripe = await house.payments.stripe()
    await applyObject(house, effects, { hint: { kind: 'checkout.session', id, source: 'return' } }).catch(
      error =>
        // The processor's own event tells it again; what is true by now is shown all the same.
        house.log.warn({ error: (error as Error).message }, 'a checkout could not be applied at its return'),
    )
    const session = await stripe.checkout.sessions.retrieve(id)
    const outcome = await findOutcome(house, session)
    const mine = begun.browserHash.equals(hashOf(ask.browser))
    const cookies = mine ? await signIn(ask, house, { begun, outcome, standingOf }) : []
    const signedIn = ask.reader !== null || cookies.length > 0
    if (mine && outcome.kind === 'given') cookies.push(rememberGift(house, ask.headers.cookie))
    return show(ask, house, { outcome, session, mine, cookies, signedIn })
  }
}

async function signIn(
  ask: Ask,
  house: House,
  { begun, outcome, standingOf }: { begun: BegunCheckout; outcome: Outcome; standingOf: StandingOf },
): Promise<string[]> {
  const reader = 'reader' in outcome ? outcome.reader : null
  if (!reader || ask.reader) return []
  const started = await house.db.transaction().execute(async tx => {
    if (!(await isNewFor(tx, begun, reader))) return null
    return startReaderSession(tx, house, { readerId: reader.id, userAgent: ask.headers['user-agent'] })
  })
  if (!started) return []
  const standing = await standingOf(house, reader.id)
  return readerCookies(house, { token: started.token, standing, staff: ask.staff !== null })
}

/** The account came with this payment, nobody has been in it since, and this checkout has signed nobody in yet. */
async function isNewFor(tx: Transaction, begun: BegunCheckout, reader: Reader): Promise<boolean> {
  if (reader.id <= begun.lastReader) return false
  const now = await findReader(tx, reader.id)
  return now?.id === reader.id && now.lastSeenAt === null && (await takeSignIn(tx, begun.number))
}

async function show(
  ask: Ask,
  house: House,
  page: {
    outcome: Outcome
    session: Stripe.Checkout.Session
    mine: boolean
    cookies: string[]
    signedIn: boolean
  },
): Promise<Answer> {
  const { outcome, session, mine, cookies, signedIn } = page
  const publication = await readPublication(house)
  const language = readMetadata(session.metadata)?.language ?? publication.language
  const texts = joinMessages(language)
  const tier =
    outcome.kind === 'joined'
      ? (await listTiers(house.db)).find(({ id }) => id === outcome.membership.tierId)
      : undefined
  const answer = publicationPage(house, {
    publication: { ...publication, language },
    ask,
    head: {
      title: texts.thanks,
      canonical: `${publication.siteUrl}/join/thanks`,
      robots: 'noindex, nofollow',
    },
    formsTo: processorOrigins(house),
    body: (
      <ThanksView
        place={{ language, timeZone: publication.timeZone }}
        paper={publication.name}
        outcome={outcome}
        tier={tier?.name ?? ''}
        email={mine ? (session.customer_details?.email ?? null) : null}
        signedIn={signedIn}
        goOn={mine && session.status === 'open' ? session.url : null}
        practice={house.payments.mode === 'practice'}
      />
    ),
    keys: [],
  })
  const again: Record<string, string> =
    outcome.kind === 'processing' ? { refresh: String(lookAgainAfter) } : {}
  return {
    ...answer,
    cookies,
    headers: {
      ...answer.headers,
      ...again,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  }
}
