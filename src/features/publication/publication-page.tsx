import type { ComponentChildren } from 'preact'
import type { AppealParts } from '../../design/appeal-parts.ts'
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
  /** Origins that the page's forms lead on to. */
  formsTo?: readonly string[]
  status?: number
  freshForSeconds?: number
  /** The strip above the page, and who gets which of its prints. */
  appeals?: AppealParts
  headers?: Record<string, string>
}

/** A whole page of the publication as an answer: frame, headers, and the keys that throw it away. */
export function publicationPage(house: Pick<House, 'assets' | 'clock'>, page: PublicationPage): Answer {
  const { publication, ask, head, body, keys, front, section, editHref, frames, status, appeals } = page
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
    above: appeals?.strip,
    body,
  })
  return {
    status,
    body: html,
    headers: { ...headers, ...page.headers },
    keys: [...new Set(['publication', ...keys, ...(appeals?.keys ?? [])])],
    freshForSeconds: sooner(page.freshForSeconds, appeals?.freshForSeconds),
    variants: appeals?.variants,
  }
}

function sooner(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}
