import type { ComponentChildren } from 'preact'
import { DeskHead, Tabs } from '../../../design/newsroom/desk-head.tsx'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { campaignDeskTexts } from './campaign-desk-messages.newsroom.ts'

export const deskRoot = '/newsroom/campaigns'

/** A page of the campaign desk: its tabs, a heading with what can be done, and the body. */
export function campaignDeskPage(
  ask: Ask,
  house: House,
  page: {
    tab: 'campaigns' | 'trace'
    title: string
    head?: ComponentChildren
    body: ComponentChildren
    notice?: string
    status?: number
    wide?: boolean
  },
): Promise<Answer> {
  const texts = deskTexts(ask)
  const { tab, title, head, body, notice, status, wide } = page
  return newsroomPage(ask, house, {
    desk: 'campaigns',
    title,
    notice: notice ?? texts.done[ask.query.done ?? ''],
    status,
    wide,
    body: (
      <>
        <Tabs
          label={texts.campaigns}
          current={tab === 'trace' ? `${deskRoot}/trace` : deskRoot}
          tabs={[
            { href: deskRoot, label: texts.campaigns },
            { href: `${deskRoot}/trace`, label: texts.trace },
          ]}
        />
        <DeskHead title={title}>{head}</DeskHead>
        {body}
      </>
    ),
  })
}

export function deskTexts(ask: Ask): ReturnType<typeof campaignDeskTexts> {
  return campaignDeskTexts(ask.staff?.language ?? 'en')
}

/** What a form's field shows: what was typed where the form came back, else how it stands. */
export function fieldsOf(
  ask: Ask,
  start: Record<string, string>,
  error?: { field: string; message: string },
) {
  return (name: string) => ({
    name,
    value: error && Object.hasOwn(ask.form, name) ? fieldOf(ask.form, name) : (start[name] ?? ''),
    error: error?.field === name ? error.message : undefined,
  })
}
