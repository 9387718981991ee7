import { BadInput, Conflict, ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import type { ProcessorEffects } from '../../ledger/ledger.ts'
import { readPublication } from '../../publication/publication.ts'
import { type ReaderAsk, readerAsk, readerPage } from '../../readers/reader.ts'
import { leadTo } from '../join/join-pages.reader.tsx'
import { processorOrigins } from '../processor-origins.ts'
import { readSupportSettings } from '../support-settings.ts'
import { readTiers } from '../tier-queries.ts'
import {
  beginCardChange,
  canChange,
  cancelMembership,
  changePrice,
  finishCardChange,
  hasKeepOffer,
  paidMembership,
  pauseMembership,
  resumeMembership,
  takeKeepOffer,
  undoCancel,
} from './change-membership.ts'
import { type LeavingReason, leavingReasons, membershipMessages } from './membership-messages.ts'
import { CancelView, CardView, ChangeView, PauseView } from './membership-view.reader.tsx'

type Effects = ProcessorEffects
type Handler = (ask: Ask, house: House) => Promise<Answer>

/** `/account/membership/card`: says what a new card means before it leads to the processor's page. */
export const cardPage: Handler = async (given, house) => {
  const ask = readerAsk(given)
  const membership = await paidMembership(house, ask.reader.id)
  const texts = membershipMessages(ask.reader.language)
  const notice = ask.query.done === 'cardNot' ? texts.cardNot : undefined
  return page(ask, house, { title: texts.changeCard, body: <CardView {...{ ask, membership, notice }} /> })
}

export const changeCardForm: Handler = async (given, house) => {
  const { reader } = readerAsk(given)
  return leadTo(house, await beginCardChange(house, reader.id))
}

/** Where the processor's page leads back to. */
export function cardDone(effects: Effects): Handler {
  return async (given, house) => {
    const { reader, query } = readerAsk(given)
    const sessionId = query.session ?? ''
    if (!/^cs_\w{1,200}$/.test(sessionId)) return seeOther('/account#membership')
    const isDone = await finishCardChange({ house, effects }, { readerId: reader.id, sessionId })
    return isDone ? done('card') : seeOther('/account/membership/card?done=cardNot')
  }
}

/** `/account/membership/change`: another tier, period or amount, and what would happen. */
export const changePage: Handler = async (given, house) => changeForm(readerAsk(given), house)

export function saveChange(effects: Effects): Handler {
  return async (given, house) => {
    const ask = readerAsk(given)
    const [, period, tier] = /^(month|year)-(\d{1,10})$/.exec(fieldOf(ask.form, 'choice')) ?? []
    try {
      await changePrice(
        { house, effects },
        {
          readerId: ask.reader.id,
          tierId: Number(tier ?? 0),
          period: period === 'year' ? 'year' : 'month',
          coversFee: fieldOf(ask.form, 'cover') === 'yes',
        },
      )
      return done('changed')
    } catch (error) {
      return failed(ask, house, error, sentence => changeForm(ask, house, sentence))
    }
  }
}

/** `/account/membership/pause` */
export const pausePage: Handler = async (given, house) => pauseForm(readerAsk(given), house)

export function savePause(effects: Effects): Handler {
  return async (given, house) => {
    const ask = readerAsk(given)
    const text = fieldOf(ask.form, 'months')
    try {
      const months = /^\d{1,2}$/.test(text) ? Number(text) : 0
      await pauseMembership({ house, effects }, { readerId: ask.reader.id, months })
      return done('paused')
    } catch (error) {
      return failed(ask, house, error, sentence => pauseForm(ask, house, sentence))
    }
  }
}

export function resumeForm(effects: Effects): Handler {
  return async (given, house) => {
    await resumeMembership({ house, effects }, readerAsk(given).reader.id)
    return done('resumed')
  }
}

/** `/account/membership/cancel`: until when it would last, why, and what could be had instead. */
export const cancelPage: Handler = async (given, house) => cancelForm(readerAsk(given), house)

export function saveCancel(effects: Effects): Handler {
  return async (given, house) => {
    const ask = readerAsk(given)
    const reason: LeavingReason | undefined = leavingReasons.find(name => name === fieldOf(ask.form, 'why'))
    const words = fieldOf(ask.form, 'words').trim().slice(0, 400)
    try {
      if (fieldOf(ask.form, 'stay')) {
        await takeKeepOffer({ house, effects }, ask.reader.id)
        return done('kept')
      }
      const why = [reason, words].filter(Boolean).join(': ')
      await cancelMembership({ house, effects }, { readerId: ask.reader.id, why })
      return done('cancelled')
    } catch (error) {
      return failed(ask, house, error, sentence => cancelForm(ask, house, sentence))
    }
  }
}

export function undoForm(effects: Effects): Handler {
  return async (given, house) => {
    await undoCancel({ house, effects }, readerAsk(given).reader.id)
    return done('undone')
  }
}

async function changeForm(ask: ReaderAsk, house: House, error?: string): Promise<Answer> {
  const membership = await paidMembership(house, ask.reader.id)
  if (!canChange(membership)) return seeOther('/account#membership')
  const [tiers, settings, publication] = await Promise.all([
    readTiers(house),
    readSupportSettings(house.db),
    readPublication(house),
  ])
  const place = { language: ask.reader.language, timeZone: publication.timeZone }
  return page(ask, house, {
    title: membershipMessages(place.language).change,
    status: error ? 422 : undefined,
    body: <ChangeView {...{ ask, place, membership, tiers, settings, error }} />,
  })
}

async function pauseForm(ask: ReaderAsk, house: House, error?: string): Promise<Answer> {
  const membership = await paidMembership(house, ask.reader.id)
  const { pauseMonths } = await readSupportSettings(house.db)
  if (!canChange(membership) || pauseMonths === 0) return seeOther('/account#membership')
  return page(ask, house, {
    title: membershipMessages(ask.reader.language).pause,
    status: error ? 422 : undefined,
    body: <PauseView {...{ ask, most: pauseMonths, error }} />,
  })
}

async function cancelForm(ask: ReaderAsk, house: House, error?: string): Promise<Answer> {
  const membership = await paidMembership(house, ask.reader.id)
  if (membership.cancelsAtEnd) return seeOther('/account#membership')
  const [{ keepOffer }, publication] = await Promise.all([
    readSupportSettings(house.db),
    readPublication(house),
  ])
  const place = { language: ask.reader.language, timeZone: publication.timeZone }
  const offer = (await hasKeepOffer(house, membership)) ? keepOffer : null
  return page(ask, house, {
    title: membershipMessages(place.language).cancel,
    status: error ? 422 : undefined,
    body: <CancelView {...{ ask, place, membership, offer, error }} />,
  })
}

/** The form again, where there is something to say; an error of ours goes on its way. */
async function failed(
  ask: ReaderAsk,
  house: House,
  error: unknown,
  again: (sentence: string) => Promise<Answer>,
): Promise<Answer> {
  if (error instanceof Conflict || error instanceof BadInput) return seeOther('/account#membership')
  if (error instanceof ExpectedError && error.status !== 503) throw error
  house.log.error({ error: (error as Error).message }, 'a membership could not be changed')
  return again(membershipMessages(ask.reader.language).away)
}

async function page(
  ask: ReaderAsk,
  house: House,
  { title, body, status }: { title: string; body: Parameters<typeof readerPage>[2]['body']; status?: number },
): Promise<Answer> {
  return readerPage(ask, house, { title, body, status, formsTo: processorOrigins(house) })
}

function done(what: string): Answer {
  return seeOther(`/account?done=${what}#membership`)
}
