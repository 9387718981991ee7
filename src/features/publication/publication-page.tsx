import type { ComponentChildren } from 'preact'
import type { Link, PageHead } from '../../design/frame.ts'
import { printPage } from '../../design/page.tsx'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import type { Publication } from './publication.ts'

export interface PublicationPage {
  publication: Publication
  ask: Pick<Ask, 'standing'>
  head: PageHead
  body: ComponentChildren
  keys: string[]
  front?: boolean
  section?: Link
  editHref?: string
  /** Origins of the click-to-load frames on the page. */
  frames?: readonly string[]
  status?: number
  freshForSeconds?: number
  headers?: Record<string, string>
}

/** A whole page of the publication as an answer: frame, headers, and the keys that throw it away. */
export function publicationPage(house: Pick<House, 'assets' | 'clock'>, page: PublicationPage): Answer {
  const { publication, ask, head, body, keys, front, section, editHref, frames, status, freshForSeconds } =
    page
  const { html, headers } = printPage({
    publication,
    assets: house.assets,
    now: house.clock.now(),
    standing: ask.standing,
    head,
    front,
    section,
    editHref,
    frames,
    body,
  })
  return {
    status,
    body: html,
    headers: { ...headers, ...page.headers },
    keys: [...new Set(['publication', ...keys])],
    freshForSeconds,
  }
}
