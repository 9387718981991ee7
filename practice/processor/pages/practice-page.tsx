import type { ComponentChildren } from 'preact'
import type { FramePublication } from '../../../src/design/frame.ts'
import { interfaceLanguages } from '../../../src/design/messages.ts'
import { printPage } from '../../../src/design/page.tsx'
import { NotFound } from '../../../src/platform/errors/errors.ts'
import type { House } from '../../../src/platform/house.ts'
import type { Answer, Ask, Route } from '../../../src/platform/http/route.ts'
import { atTill, type Till, type TillFloor } from '../till.ts'
import { checkoutMessages } from './checkout-messages.ts'

export type FindPublication = (house: House) => Promise<FramePublication>
export type PageOf = (publicationOf: FindPublication) => Route['answer']

/** A page of the practice processor, in the paper's frame. It says above all else that no money moves. */
export function practicePage(
  house: House,
  page: {
    publication: FramePublication
    language: string
    title: string
    path: string
    status?: number
    /** Where its forms lead on to, if that is another site. */
    leadsTo?: (string | null)[]
    body: ComponentChildren
  },
): Answer {
  const { publication, language, title, path, status, body } = page
  const origins = (page.leadsTo ?? []).map(url => (url ? (URL.parse(url)?.origin ?? '') : ''))
  const { html, headers } = printPage({
    publication: { ...publication, language },
    assets: house.assets,
    now: house.payments.now(),
    head: { title, canonical: `${publication.siteUrl}${path}`, robots: 'noindex, nofollow' },
    formsTo: origins,
    body: (
      <section class="practice grid-page">
        <p class="practice__mark">
          <strong>{checkoutMessages(language).practice}</strong> {checkoutMessages(language).noMoney}
        </p>
        {body}
      </section>
    ),
  })
  return {
    status,
    body: html,
    headers: { ...headers, 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' },
  }
}

/** Looks at the till for a page; practice alone has one. */
export function lookOnPage<Result>(house: House, work: (till: Till) => Promise<Result>): Promise<Result> {
  return atTill(floorOf(house), { looks: true }, work)
}

/** Does something at the till for a page. What is to be told of it is delivered right after. */
export async function onPage<Result>(house: House, work: (till: Till) => Promise<Result>): Promise<Result> {
  const { log } = house
  const result = await atTill(floorOf(house), {}, work)
  const processor = await house.payments.practice()
  // The browser goes on meanwhile; events that cannot be delivered now are tried again later.
  processor
    .runDue(new Date(0))
    .catch(error => log.warn({ error: error.message }, 'events could not be delivered'))
  return result
}

function floorOf({ db, log, config, payments }: House): TillFloor {
  if (payments.mode !== 'practice') throw new NotFound()
  return { db, log, siteUrl: config.siteUrl, now: payments.now }
}

/** The number in an address, if it looks like one of the kind. */
export function numberIn({ params }: Ask, prefix: string): string {
  const { id = '' } = params
  if (!new RegExp(`^${prefix}_[A-Za-z0-9]{8,80}$`).test(id)) throw new NotFound()
  return id
}

/** The language that was asked for, where the interface speaks it; else the publication's. */
export function languageOf(locale: string | null | undefined, publication: FramePublication): string {
  const primary = locale?.split('-')[0] ?? ''
  return (interfaceLanguages as readonly string[]).includes(primary) ? primary : publication.language
}
