import type { ComponentChildren } from 'preact'
import { printNewsroomPage } from '../../design/newsroom/newsroom-frame.tsx'
import { newsroomLanguage } from '../../design/newsroom/newsroom-texts.ts'
import { type ThemeName, themeCookie, themeNames } from '../../design/newsroom/newsroom-theme.ts'
import type { House } from '../../platform/house.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { readPublication, unsetAtHand } from '../publication/publication.ts'
import { commandsFor } from './commands.ts'
import { CommandItem } from './find-view.newsroom.tsx'
import { type DeskName, desksFor } from './newsroom.ts'
import { newsroomMessages } from './newsroom-messages.newsroom.ts'
import { countLetterTrouble, countWaiting } from './newsroom-queries.ts'

export interface NewsroomPage {
  desk: DeskName | null
  title: string
  body: ComponentChildren
  /** What just happened, in a sentence. */
  notice?: ComponentChildren
  /** For pages that use the whole width. */
  wide?: boolean
  status?: number
  headers?: Record<string, string>
}

/** A page of the newsroom as an answer: the frame with the desks that are open to whoever asks, and the page's body. */
export async function newsroomPage(ask: Ask, house: House, page: NewsroomPage): Promise<Answer> {
  const { desk, title, body, notice, wide, status } = page
  const { staff } = ask
  const publication = await readPublication(house).catch(() => unsetAtHand(house.config.siteUrl))
  const language = staff?.language ?? publication.language
  const texts = newsroomMessages(language)
  const [waiting, trouble] = staff
    ? await Promise.all([countWaiting(house, staff), countLetterTrouble(house, staff)])
    : [{}, null]
  const { html, headers } = printNewsroomPage({
    publication,
    assets: house.assets,
    language: newsroomLanguage(language),
    title,
    theme: themeOf(ask),
    csrf: ask.csrf,
    person: staff && { name: staff.name, role: texts.roles[staff.role] },
    desks: staff
      ? desksFor(staff).map(({ name, href, key }) => ({
          href,
          key,
          label: texts.deskNames[name],
          current: name === desk,
          waiting: waiting[name],
        }))
      : [],
    commands:
      staff &&
      commandsFor(staff, ask.path, texts).map(command => (
        <CommandItem key={command.label} ask={ask} command={command} />
      )),
    palette: { label: texts.find.label, hint: texts.find.hint, nothing: texts.find.nothing },
    notice,
    trouble:
      trouble && trouble.late + trouble.lost > 0
        ? { href: '/newsroom/publication/letters', words: texts.letterTrouble(trouble) }
        : undefined,
    wide,
    body,
  })
  return { status, body: html, headers: { ...headers, ...page.headers } }
}

function themeOf(ask: Ask): ThemeName {
  const name = readCookie(ask.headers.cookie, themeCookie)
  return themeNames.find(known => known === name) ?? 'system'
}
