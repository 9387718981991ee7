import type { ComponentChildren } from 'preact'
import { DeskHead, Tabs } from '../../../design/newsroom/desk-head.tsx'
import type { House } from '../../../platform/house.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { supportDeskTexts } from './support-desk-messages.newsroom.ts'

const root = '/newsroom/support'

/** A page of the support desk: its tabs, what there is to know about payments here, and the body. */
export function supportDeskPage(
  ask: Ask,
  house: House,
  page: {
    tab: 'tiers' | 'coupons' | 'settings' | 'results' | 'ledger' | 'rehearsal'
    title: string
    head?: ComponentChildren
    body: ComponentChildren
    notice?: string
    status?: number
  },
): Promise<Answer> {
  const texts = supportDeskTexts(ask.staff!.language)
  const { mode } = house.payments
  const { tab, title, head, body, notice, status } = page
  return newsroomPage(ask, house, {
    desk: 'support',
    title,
    notice,
    status,
    body: (
      <>
        <Tabs
          label={texts.support}
          current={tab === 'tiers' ? root : `${root}/${tab}`}
          tabs={[
            { href: root, label: texts.tabs.tiers },
            { href: `${root}/coupons`, label: texts.tabs.coupons },
            { href: `${root}/settings`, label: texts.tabs.settings },
            { href: `${root}/results`, label: texts.tabs.results },
            { href: `${root}/ledger`, label: texts.tabs.ledger },
            ...(mode === 'practice' ? [{ href: `${root}/rehearsal`, label: texts.tabs.rehearsal }] : []),
          ]}
        />
        <DeskHead title={title}>{head}</DeskHead>
        {mode !== 'stripe' && <p class="notice">{texts[mode]}</p>}
        {body}
      </>
    ),
  })
}
