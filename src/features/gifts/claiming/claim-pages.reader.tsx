import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../design/dates.ts'
import type { House } from '../../../platform/house.ts'
import { readCookie } from '../../../platform/http/cookies.ts'
import { readerCookie } from '../../../platform/http/forgery.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { emailAddress, oneLine } from '../../../platform/mail/address.ts'
import type { ProcessorEffects } from '../../ledger/ledger.ts'
import { findTier, listMembershipsOf } from '../../members/member.ts'
import { readPublication } from '../../publication/publication.ts'
import { readerCookies, type StandingOf, startReaderSession } from '../../readers/reader.ts'
import { type Claimed, claimGift } from '../claim-gift.ts'
import { type Gift, giftState, isClaimable } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { giftPage, PlainPage, pageLanguage } from '../gift-page.tsx'
import { findOrder } from '../gift-queries.ts'
import { addressProof, claimToken, giftOfToken, isProof } from '../gift-tokens.ts'
import { givenTime } from '../given-time.ts'
import { giftLetterMessages } from '../letters/gift-letters-messages.ts'
import { moveRenewal } from '../move-renewals.ts'
import { type Accepting, ClaimView } from './claim-view.reader.tsx'
import { proveAddress } from './prove-address.ts'

/** `/gift/claim?token=…`: opening it uses nothing up, for programs that read letters open their links, too. */
export async function claimPage(ask: Ask, house: House): Promise<Answer> {
  const { token = '', email = '', proof = '', name = '', sent = '' } = ask.query
  const gift = await giftOfToken(house, token)
  if (!gift || !isClaimable(gift, house.payments.now())) return cannot(ask, house, gift)
  const proved = provedAddress(house, gift, { email, proof })
  const texts = giftMessages(languageOf(ask, gift))
  return show(ask, house, {
    gift,
    proved: proved ? { proved, proof, name: oneLine(name, 120) } : undefined,
    email: sent || undefined,
    notice: sent ? texts.proofSent(sent.slice(0, 254)) : undefined,
    mailbox: sent && house.mail.practice ? `/practice/mail?to=${encodeURIComponent(sent)}` : undefined,
    error: proof && !proved ? texts.proofEnded : undefined,
  })
}

/** The button: gives the membership, or first writes to an address that the gift did not come to. */
export function claimForm({ effects, standingOf }: { effects: ProcessorEffects; standingOf: StandingOf }) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const token = fieldOf(ask.form, 'token')
    const gift = await giftOfToken(house, token)
    if (!gift || !isClaimable(gift, house.payments.now())) return cannot(ask, house, gift)
    const texts = giftMessages(languageOf(ask, gift))
    const name = oneLine(fieldOf(ask.form, 'name').slice(0, 400), 120)
    const typed = fieldOf(ask.form, 'email').trim().slice(0, 254)
    if (ask.reader) {
      const claimed = await claimGift(house, gift, { readerId: ask.reader.id })
      return ended(ask, house, { gift, claimed, effects, standingOf })
    }
    const email = emailAddress.safeParse(typed).data?.toLowerCase()
    if (!email)
      return show(ask, house, { gift, email: typed, name, wrongEmail: texts.wrong.email, status: 422 })
    const proof = fieldOf(ask.form, 'proof')
    // The letter went there and nowhere else: its link shows whose it is.
    const known = gift.delivery === 'letter' && gift.recipientEmail === email
    if (known || provedAddress(house, gift, { email, proof })) {
      const claimed = await claimGift(house, gift, { email, name })
      return ended(ask, house, { gift, claimed, effects, standingOf })
    }
    if (!(await proveAddress(house, { gift, email, name })))
      return show(ask, house, { gift, email, name, error: texts.proofMany, status: 429 })
    return seeOther(`/gift/claim?${new URLSearchParams({ token, sent: email })}`)
  }
}

/** `/gift/claimed?token=…&reader=…&proof=…`: what the gift came to, for the browser that accepted it. */
export async function claimedPage(ask: Ask, house: House): Promise<Answer> {
  const { token = '', reader = '', proof = '' } = ask.query
  const gift = await giftOfToken(house, token)
  const mine = gift && isProof(house, gift, { email: `claimed ${reader}`, proof, now: house.clock.now() })
  if (!mine || !gift.claimedAt || gift.undoneAt) return cannot(ask, house, gift)
  const language = languageOf(ask, gift)
  const texts = giftMessages(language)
  const signedIn = ask.reader?.id === gift.claimedBy
  return giftPage(ask, house, {
    language,
    title: texts.accepted,
    body: (
      <>
        <h1 class="join__title">{texts.accepted}</h1>
        <p class="join__intro">{await begunWords(house, gift, language)}</p>
        {!signedIn && <p>{texts.signInTo}</p>}
        <p class="thanks__ways">
          <a class="button" href={signedIn ? '/account' : '/account/sign-in'}>
            {signedIn ? texts.account : texts.signIn}
          </a>
          <a class="button button--plain" href="/">
            {texts.toPaper}
          </a>
        </p>
      </>
    ),
  })
}

async function ended(
  ask: Ask,
  house: House,
  about: { gift: Gift; claimed: Claimed; effects: ProcessorEffects; standingOf: StandingOf },
): Promise<Answer> {
  const { gift, claimed, effects, standingOf } = about
  if (claimed.is === 'gone') return cannot(ask, house, await giftOfToken(house, claimToken(house, gift)))
  if (claimed.is === 'endless') return endless(ask, house, gift)
  if (claimed.given.gives === 'renewal')
    await moveRenewal(house, effects, gift.id).catch(error =>
      // It is asked again every minute.
      house.log.warn(
        { gift: gift.id, error: (error as Error).message },
        'a renewal could not be put off yet',
      ),
    )
  const cookies = await cookiesFor(ask, house, { claimed, standingOf })
  const query = new URLSearchParams({
    token: claimToken(house, gift),
    reader: String(claimed.reader.id),
    proof: addressProof(house, gift, `claimed ${claimed.reader.id}`, house.clock.now()),
  })
  return seeOther(`/gift/claimed?${query}`, cookies)
}

/**
 * Signs in whoever's account came into being with the claim. An account that was there before is not opened by a link
 * that may have been passed on; who is signed in to it is known as a member from now on.
 */
async function cookiesFor(
  ask: Ask,
  house: House,
  { claimed, standingOf }: { claimed: Extract<Claimed, { is: 'claimed' }>; standingOf: StandingOf },
): Promise<string[]> {
  const { reader, isNew } = claimed
  const standing = await standingOf(house, reader.id)
  const staff = ask.staff !== null
  if (ask.reader) {
    const token = readCookie(ask.headers.cookie, readerCookie)
    return token ? readerCookies(house, { token, standing, staff }) : []
  }
  if (!isNew) return []
  const userAgent = ask.headers['user-agent']
  const { token } = await house.db
    .transaction()
    .execute(tx => startReaderSession(tx, house, { readerId: reader.id, userAgent }))
  return readerCookies(house, { token, standing, staff })
}

async function show(
  ask: Ask,
  house: House,
  page: {
    gift: Gift
    proved?: Extract<Accepting, { proved: string }>
    email?: string
    name?: string
    notice?: string
    error?: string
    wrongEmail?: string
    mailbox?: string
    status?: number
  },
): Promise<Answer> {
  const { gift, proved, email, name, mailbox, status, ...said } = page
  const order = (await findOrder(house.db, { id: gift.orderId }))!
  const language = languageOf(ask, gift)
  const { name: paper, timeZone } = await readPublication(house)
  const now = house.payments.now()
  const given = ask.reader
    ? givenTime(await listMembershipsOf(house.db, ask.reader.id), { now, months: order.months })
    : null
  if (given?.gives === 'nothing') return endless(ask, house, gift)
  const accepting: Accepting =
    ask.reader && given
      ? { reader: ask.reader.email, given, from: now }
      : (proved ?? {
          email: email ?? (gift.delivery === 'letter' ? (gift.recipientEmail ?? '') : ''),
          name: name ?? '',
        })
  const texts = giftMessages(language)
  return giftPage(ask, house, {
    language,
    title: said.notice ? texts.proofTitle : texts.claim(gift.recipientName),
    status,
    body: (
      <>
        <ClaimView
          ask={ask}
          place={{ language, timeZone }}
          paper={paper}
          gift={gift}
          order={order}
          tier={(await findTier(house.db, order.tierId))?.name ?? ''}
          token={claimToken(house, gift)}
          accepting={accepting}
          {...said}
        />
        {mailbox && (
          <p class="account__practice">
            <a href={mailbox}>{texts.practiceMail}</a>
          </p>
        )}
      </>
    ),
  })
}

/** A plain page for every link that leads to no membership. */
async function cannot(ask: Ask, house: House, gift: Gift | null): Promise<Answer> {
  const language = gift ? languageOf(ask, gift) : await pageLanguage(ask, house)
  const texts = giftMessages(language)
  const state = gift && giftState(gift, house.payments.now())
  if (!gift || state === 'unpaid')
    return plain(ask, house, { language, title: texts.notAGift, why: texts.notAGiftWhy, status: 404 })
  if (state === 'run-out') {
    const { timeZone } = await readPublication(house)
    const why = texts.wasRunOutWhy(formatDate(gift.claimUntil!, { language, timeZone }))
    return plain(ask, house, { language, title: texts.wasRunOut, why, status: 410 })
  }
  if (state === 'refunded' || state === 'refunding')
    return plain(ask, house, {
      language,
      title: texts.wasTakenBack,
      why: texts.wasTakenBackWhy,
      status: 410,
    })
  return plain(ask, house, {
    language,
    title: texts.wasClaimed,
    why: texts.wasClaimedWhy,
    status: 410,
    way: { href: '/account/sign-in', label: texts.signIn },
  })
}

async function endless(ask: Ask, house: House, gift: Gift): Promise<Answer> {
  const language = languageOf(ask, gift)
  const texts = giftMessages(language)
  return plain(ask, house, { language, title: texts.endless, why: texts.endlessWhy, status: 409 })
}

function plain(
  ask: Ask,
  house: House,
  page: {
    language: string
    title: string
    why: ComponentChildren
    status: number
    way?: { href: string; label: string }
  },
): Promise<Answer> {
  const { language, title, why, status, way } = page
  return giftPage(ask, house, { language, title, status, body: <PlainPage {...{ title, why, way }} /> })
}

/** What came of it, in the words of the letter about it, where it stands after a greeting. */
async function begunWords(house: House, gift: Gift, language: string): Promise<string> {
  const order = (await findOrder(house.db, { id: gift.orderId }))!
  const { timeZone } = await readPublication(house)
  const texts = giftLetterMessages(language)
  const place = { language, timeZone }
  const words = {
    buyer: order.buyerName,
    from: formatDate(gift.givenFrom!, place),
    until: formatDate(gift.givenUntil!, place),
  }
  const later = gift.gives === 'own' && gift.givenFrom! > gift.claimedAt!
  const said = {
    own: later ? texts.begunLater : texts.begunOwn,
    longer: texts.begunLonger,
    renewal: texts.begunRenewal,
  }[gift.gives!](words)
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1)
}

function provedAddress(
  house: House,
  gift: Gift,
  { email, proof }: { email: string; proof: string },
): string | null {
  return proof && isProof(house, gift, { email, proof, now: house.clock.now() }) ? email : null
}

/** Theirs where they are signed in, else the one the buyer chose for them. */
function languageOf(ask: Ask, gift: Gift): string {
  return ask.reader?.language ?? gift.language
}
