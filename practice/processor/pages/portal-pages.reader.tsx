import { NotFound } from '../../../src/platform/errors/errors.ts'
import type { House } from '../../../src/platform/house.ts'
import { fieldOf } from '../../../src/platform/http/form.ts'
import { type Answer, type Ask, seeOther, seeOtherHost } from '../../../src/platform/http/route.ts'
import { changeCard, endFromPortal, type Portal, readPortal } from '../resources/portal-acts.ts'
import { NoteView } from './checkout-view.reader.tsx'
import { portalMessages } from './portal-messages.ts'
import { PortalView } from './portal-view.reader.tsx'
import {
  type FindPublication,
  languageOf,
  lookOnPage,
  numberIn,
  onPage,
  type PageOf,
  practicePage,
} from './practice-page.tsx'
import { readCard, type WrongCard } from './read-card.ts'

/** `/practice/portal/:id`: a customer's card, what renews, and their invoices. */
export const portalPage: PageOf = publicationOf => (ask, house) => show(ask, house, publicationOf, {})

/** Takes another card. */
export const changeCardForm: PageOf = publicationOf => async (ask, house) => {
  const id = numberIn(ask, 'bps')
  const { card, wrong } = readCard(ask.form, house.payments.now().getTime() / 1000)
  if (!card) return show(ask, house, publicationOf, { wrong, status: 422 })
  const { portal, outcome } = await onPage(house, async till => {
    const found = await readPortal(till, id)
    const may = found?.configuration.features.payment_method_update.enabled
    return { portal: found, outcome: found && may ? await changeCard(till, found, card) : null }
  })
  if (!portal || !outcome) return show(ask, house, publicationOf, {})
  if (outcome.state === 'asks') return seeOther(`/practice/approve/${outcome.intent}`)
  if (outcome.state === 'refused')
    return show(ask, house, publicationOf, { refused: outcome.code, status: 402 })
  return completed(portal, 'payment_method_update') ?? seeOther(`/practice/portal/${id}?done=card`)
}

/** Cancels a subscription, or lets it carry on. */
export const endSubscriptionForm: PageOf = publicationOf => async (ask, house) => {
  const id = numberIn(ask, 'bps')
  const subscription = fieldOf(ask.form, 'subscription').slice(0, 60)
  const end = ask.form.act === 'end'
  const { portal, done } = await onPage(house, async till => {
    const found = await readPortal(till, id)
    return { portal: found, done: found ? await endFromPortal(till, found, { subscription, end }) : false }
  })
  if (!portal || !done) return show(ask, house, publicationOf, {})
  const after = end ? completed(portal, 'subscription_cancel') : null
  return after ?? seeOther(`/practice/portal/${id}?done=${end ? 'ended' : 'resumed'}`)
}

/** Where a portal that was opened for one thing leads once it is done. */
function completed({ session }: Portal, type: string): Answer | null {
  const { flow } = session
  return flow?.type === type && flow.after_completion.redirect
    ? seeOtherHost(flow.after_completion.redirect.return_url)
    : null
}

async function show(
  ask: Ask,
  house: House,
  publicationOf: FindPublication,
  given: { wrong?: WrongCard; refused?: string; status?: number },
): Promise<Answer> {
  const id = numberIn(ask, 'bps')
  const portal = await lookOnPage(house, till => readPortal(till, id))
  const publication = await publicationOf(house)
  const path = `/practice/portal/${id}`
  if (!portal) {
    const texts = portalMessages(publication.language)
    if (ask.params.id === undefined) throw new NotFound()
    const note = <NoteView title={texts.overTitle} text={texts.over} href={null} label={texts.back} />
    return practicePage(house, {
      publication,
      language: publication.language,
      title: texts.overTitle,
      path,
      status: 410,
      body: note,
    })
  }
  const language = languageOf(portal.session.locale, publication)
  return practicePage(house, {
    publication,
    language,
    title: portalMessages(language).title,
    path,
    status: given.status,
    leadsTo: [portal.session.flow?.after_completion.redirect?.return_url ?? null],
    body: (
      <PortalView
        portal={portal}
        language={language}
        timeZone={publication.timeZone}
        csrf={ask.csrf}
        done={ask.query.done ?? ''}
        wrong={given.wrong}
        refused={given.refused}
      />
    ),
  })
}
