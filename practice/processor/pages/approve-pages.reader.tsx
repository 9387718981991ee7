import type { ComponentChildren } from 'preact'
import { formatMoney } from '../../../src/design/money.ts'
import { CsrfField } from '../../../src/design/newsroom/csrf-field.tsx'
import { NotFound } from '../../../src/platform/errors/errors.ts'
import { type Answer, type Ask, seeOther, seeOtherHost } from '../../../src/platform/http/route.ts'
import { findObject } from '../object-queries.ts'
import { type AfterAnswer, findQuestion, type Question, takeAnswer } from '../resources/answer-bank.ts'
import { hiddenOf, type Till } from '../till.ts'
import { brandName } from './brand-name.ts'
import { checkoutMessages } from './checkout-messages.ts'
import { successUrl } from './checkout-pages.reader.tsx'
import { languageOf, lookOnPage, onPage, type PageOf, practicePage } from './practice-page.tsx'

/** `/practice/approve/:id`: the owner's bank asks whether this payment is theirs. */
export const approvePage: PageOf = publicationOf => async (ask, house) => {
  const id = intentIn(ask)
  const question = await lookOnPage(house, till => findQuestion(till, id))
  if (!question) throw new NotFound()
  if (!question.waits) return goOn(await onPage(house, till => takeAnswer(till, question, false)))
  const publication = await publicationOf(house)
  const language = languageOf(question.locale, publication)
  const session = await lookOnPage(house, till => sessionOf(till, question))
  return practicePage(house, {
    publication,
    language,
    title: checkoutMessages(language).approveTitle,
    path: `/practice/approve/${id}`,
    leadsTo: [session?.success_url ?? null],
    body: <ApproveView question={question} language={language} name={publication.name} csrf={ask.csrf} />,
  })
}

/** Takes the answer, and leads on to what was being paid. */
export const approveForm: PageOf = () => async (ask, house) => {
  const id = intentIn(ask)
  const after = await onPage(house, async till => {
    const question = await findQuestion(till, id)
    if (!question) throw new NotFound()
    return takeAnswer(till, question, ask.form.answer === 'approve')
  })
  return goOn(after)
}

function goOn(after: AfterAnswer): Answer {
  if ('invoice' in after) return seeOther(`/practice/invoice/${after.invoice}`)
  if ('portal' in after)
    return seeOther(`/practice/portal/${after.portal}?done=${after.kept ? 'card' : 'refused'}`)
  if ('done' in after) return seeOther('/')
  const { checkout, session } = after
  return checkout.state === 'complete'
    ? seeOtherHost(successUrl(checkout.session))
    : seeOther(`/practice/checkout/${session}`)
}

function intentIn({ params }: Ask): string {
  const { id = '' } = params
  if (!/^(pi|seti)_[A-Za-z0-9]{24}$/.test(id)) throw new NotFound()
  return id
}

async function sessionOf(till: Till, { intent }: Question) {
  const { session } = await hiddenOf<{ session?: string }>(till, intent.id)
  return session ? findObject(till.tx, 'checkout.session', session) : null
}

function ApproveView(props: {
  question: Question
  language: string
  name: string
  csrf: string
}): ComponentChildren {
  const { question, language, name, csrf } = props
  const { intent, method } = question
  const texts = checkoutMessages(language)
  return (
    <>
      <h1 class="practice__title">{texts.approveTitle}</h1>
      <p>
        {intent.object === 'payment_intent'
          ? texts.approveWhat(formatMoney(intent.amount, intent.currency, language), name)
          : texts.approveCard(name)}
      </p>
      {method?.card && <p>{texts.card(brandName(method.card.brand), method.card.last4)}</p>}
      <form method="post" action={`/practice/approve/${intent.id}`} class="practice__choice">
        <CsrfField ask={{ csrf }} />
        <button type="submit" class="button" name="answer" value="approve">
          {texts.approve}
        </button>
        <button type="submit" class="button button--plain" name="answer" value="refuse">
          {texts.refuse}
        </button>
      </form>
    </>
  )
}
