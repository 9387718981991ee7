import type { ComponentChildren } from 'preact'
import { DeskHead } from '../../design/newsroom/desk-head.tsx'
import { PublicationTabs } from '../../design/newsroom/publication-tabs.tsx'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { newsroomPage } from './newsroom-page.tsx'

/** A page of the publication's desk: the tabs of its pages, a heading with what can be done, and the body. */
export function publicationDeskPage(
  ask: Ask,
  house: House,
  page: {
    /** Address of the tab it belongs to. */
    tab: string
    title: string
    head?: ComponentChildren
    body: ComponentChildren
    notice?: ComponentChildren
    status?: number
    wide?: boolean
  },
): Promise<Answer> {
  const { tab, title, head, body, notice, status, wide } = page
  return newsroomPage(ask, house, {
    desk: 'publication',
    title,
    notice: notice || undefined,
    status,
    wide,
    body: (
      <>
        <PublicationTabs person={ask.staff!} current={tab} language={ask.staff!.language} />
        <DeskHead title={title}>{head}</DeskHead>
        {body}
      </>
    ),
  })
}
