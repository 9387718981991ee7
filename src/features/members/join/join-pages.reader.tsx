import { randomUUID } from 'node:crypto'
import { formatMoney } from '../../../design/money.ts'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther, seeOtherHost } from '../../../platform/http/route.ts'
import { publicationPage, readPublication } from '../../publication/publication.ts'
import { type Coupon, isUsable } from '../coupon.ts'
import { findCoupon } from '../coupon-queries.ts'
import type { Membership } from '../membership.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { processorOrigins } from '../processor-origins.ts'
import { keptSupportSettings } from '../support-settings.ts'
import { readTiers } from '../tier-queries.ts'
import { beginCheckout } from './begin-checkout.ts'
import { choiceOf, joinAddress, readWishes, regionOf, type Wishes, type WrongChoice } from './join-choice.ts'
import { joinMessages } from './join-messages.ts'
import { type JoinProps, JoinView } from './join-view.reader.tsx'

const formNumber = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** `/join`: what one can join as. Never printed: it has a form, and is in the reader's currency. */
export async function joinPage(ask: Ask, house: House): Promise<Answer> {
  const { wishes, texts } = await prepare(ask, house, ask.query)
  const said = { cancelled: texts.cancelled, member: texts.alreadyMember }[ask.query.done ?? '']
  return show(ask, house, { wishes, notice: said })
}

/** The pressed button: shows the page again ("look"), or leads on to the processor's page. */
export async function joinForm(ask: Ask, house: House): Promise<Answer> {
  const { wishes, texts, settings, tiers, language, paper } = await prepare(ask, house, ask.form)
  const wrong = (field: NonNullable<JoinProps['error']>['field'], sentence: string, status = 422) =>
    show(ask, house, { wishes, error: { field, sentence }, status })
  const coupon = await usableCoupon(house, wishes)
  const button = fieldOf(ask.form, 'choice')
  if (coupon === 'wrong' && button !== 'once') return wrong('coupon', texts.couponWrong)
  if (button === 'look') return seeOther(joinAddress(wishes))
  const choice = choiceOf(button, { wishes, tiers, settings })
  if (typeof choice === 'string') {
    const least = settings.once[wishes.currency]?.least
    const added = least ? ` ${texts.leastIs(formatMoney(least, wishes.currency, language))}` : ''
    return wrong(fieldOfWrong(choice), texts.wrong[choice] + (choice === 'least' ? added : ''))
  }
  const number = fieldOf(ask.form, 'number')
  try {
    const begun = await beginCheckout(house, {
      number: formNumber.test(number) ? number : randomUUID(),
      browser: ask.browser,
      readerId: ask.reader?.id ?? null,
      choice,
      coversFee: wishes.coversFee,
      coupon: choice.kind === 'membership' && coupon !== 'wrong' ? coupon : null,
      attribution: wishes.attribution,
      language,
      title: texts.title(paper),
      paidPath: '/join/thanks',
      backPath: joinAddress(wishes, { done: 'cancelled' }),
    })
    if (begun === 'member') return seeOther('/join?done=member')
    if ('paid' in begun) return seeOther(`/join/thanks?session=${encodeURIComponent(begun.paid)}`)
    return leadTo(house, begun.address)
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 429) return wrong('form', texts.tooMany, 429)
    if (error instanceof ExpectedError && error.status === 409) return wrong('form', error.message, 409)
    if (house.payments.mode === 'closed') return show(ask, house, { wishes, status: 503 })
    house.log.error({ error: (error as Error).message }, 'a checkout could not be begun')
    return wrong('form', texts.away, 503)
  }
}

/** Leads on to the processor's page. In practice it is one of ours, wherever this node is reached. */
export function leadTo(house: Pick<House, 'payments'>, address: string): Answer {
  if (house.payments.mode !== 'practice') return seeOtherHost(address)
  const { pathname, search } = new URL(address)
  return seeOther(pathname + search)
}

async function prepare(ask: Ask, house: House, given: Ask['query'] | Ask['form']) {
  const [publication, settings, tiers] = await Promise.all([
    readPublication(house),
    keptSupportSettings(house),
    readTiers(house),
  ])
  const wishes = readWishes(given, { settings, region: regionOf(ask.headers['accept-language']) })
  const language = ask.reader?.language ?? publication.language
  return {
    publication,
    settings,
    tiers,
    wishes,
    language,
    paper: publication.name,
    texts: joinMessages(language),
  }
}

async function show(
  ask: Ask,
  house: House,
  page: { wishes: Wishes; notice?: string; error?: JoinProps['error']; status?: number },
): Promise<Answer> {
  const { publication, settings, tiers, language, texts } = await prepare(ask, house, {})
  const { wishes, notice, error, status } = page
  const coupon = await usableCoupon(house, wishes)
  const answer = publicationPage(house, {
    publication: { ...publication, language },
    ask,
    head: {
      title: texts.become,
      description: texts.intro(publication.name),
      canonical: `${publication.siteUrl}/join`,
    },
    status,
    formsTo: processorOrigins(house),
    body: (
      <JoinView
        ask={ask}
        place={{ language, timeZone: publication.timeZone }}
        paper={publication.name}
        mode={house.payments.mode}
        now={house.payments.now()}
        settings={settings}
        tiers={tiers}
        wishes={wishes}
        number={randomUUID()}
        coupon={coupon === 'wrong' ? null : coupon}
        member={await memberOf(ask, house)}
        signedIn={ask.reader !== null}
        notice={notice}
        error={error ?? (coupon === 'wrong' ? { field: 'coupon', sentence: texts.couponWrong } : undefined)}
      />
    ),
    keys: [],
  })
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-store' } }
}

async function usableCoupon(house: House, wishes: Wishes): Promise<Coupon | 'wrong' | null> {
  if (wishes.coupon === '') return null
  const coupon = await findCoupon(house.db, wishes.coupon)
  const { currency } = wishes
  return coupon && isUsable(coupon, { now: house.payments.now(), currency }) ? coupon : 'wrong'
}

async function memberOf(ask: Ask, house: House): Promise<JoinProps['member']> {
  if (!ask.reader) return null
  const memberships = await listMembershipsOf(house.db, ask.reader.id)
  const membership: Membership | undefined = memberships.find(({ state }) => state !== 'ended')
  if (!membership) return null
  const tiers = await readTiers(house)
  return { membership, tier: tiers.find(({ id }) => id === membership.tierId) ?? null }
}

function fieldOfWrong(wrong: WrongChoice): 'tier' | 'amount' {
  return wrong === 'tier' ? 'tier' : 'amount'
}
