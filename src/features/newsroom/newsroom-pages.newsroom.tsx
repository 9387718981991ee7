import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { themeCookie, themeNames } from '../../design/newsroom/newsroom-theme.ts'
import type { House } from '../../platform/house.ts'
import { readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { may } from '../../platform/permissions.ts'
import { desksFor } from './newsroom.ts'
import { newsroomMessages } from './newsroom-messages.newsroom.ts'
import { newsroomPage } from './newsroom-page.tsx'

/** The newsroom's door leads to the first desk that is open to whoever comes in. */
export async function newsroomHome({ staff }: Ask): Promise<Answer> {
  return seeOther((staff && desksFor(staff)[0]?.href) ?? '/newsroom/account')
}

const themeForm = z.object({ theme: z.enum(themeNames, 'Choose one of the themes.') })

/** Remembers light or dark in this browser, for a year. */
export async function chooseTheme(ask: Ask, house: House): Promise<Answer> {
  const { theme } = readForm(ask, themeForm)
  const secure = house.config.siteUrl.startsWith('https:') ? '; Secure' : ''
  const back = URL.parse(ask.headers.referer ?? '')
  return seeOther(back?.host === ask.headers.host ? back!.pathname + back!.search : '/newsroom', [
    `${themeCookie}=${theme}; Path=/newsroom; Max-Age=31536000; SameSite=Lax${secure}`,
  ])
}

export function shortcutsPage(ask: Ask, house: House): Promise<Answer> {
  const texts = newsroomMessages(ask.staff?.language ?? 'en')
  return newsroomPage(ask, house, {
    desk: null,
    title: texts.shortcuts,
    body: <Shortcuts ask={ask} />,
  })
}

function Shortcuts({ ask }: { ask: Ask }): ComponentChildren {
  const texts = newsroomMessages(ask.staff?.language ?? 'en')
  const { keys } = texts
  const staff = ask.staff
  const writes = staff !== null && may(staff, 'write-stories')
  const posts = staff !== null && may(staff, 'post-briefs')
  const rows = [
    [['Ctrl K'], keys.palette],
    [['?'], keys.sheet],
    writes && [['N'], keys.newStory],
    posts && [['B'], keys.newBrief],
    ...(staff ? desksFor(staff) : []).map(({ key, name }) => [
      ['G', key.toUpperCase()],
      keys.desk(texts.deskNames[name]),
    ]),
    [['J', 'K'], keys.rows],
    [['Enter'], keys.openRow],
    writes && [['X'], keys.selectRow],
    writes && [['/'], keys.search],
    posts && [['Enter'], keys.postBrief],
    posts && [['E'], keys.editBrief],
    [['Ctrl Enter'], keys.save],
    writes && [['Ctrl Shift P'], keys.publish],
    writes && [['/'], keys.blocks],
    writes && [['Alt ↑', 'Alt ↓'], keys.moveBlock],
    writes && [['Ctrl Enter'], keys.below],
    writes && [['Ctrl Shift K'], keys.link],
    writes && [['Ctrl Alt 2', 'Ctrl Alt 3', 'Ctrl Alt 4'], keys.headings],
    writes && [['Ctrl Shift 7', 'Ctrl Shift 8'], keys.lists],
    writes && [['Ctrl Shift 9'], keys.quotation],
    writes && [['Ctrl Alt M'], keys.note],
    writes && [['Ctrl Alt G'], keys.suggesting],
    writes && [['Ctrl Alt A', 'Ctrl Alt R'], keys.settle],
    [['Esc'], keys.leave],
  ].filter(Boolean) as [string[], string][]
  return (
    <section id="shortcuts" data-close={texts.close}>
      <div class="desk__head">
        <h1 id="shortcuts-title">{texts.shortcuts}</h1>
      </div>
      <p>{texts.shortcutsIntro}</p>
      <table class="table">
        <tbody>
          {rows.map(([pressed, does]) => (
            <tr key={does}>
              <td>
                {pressed.map(key => (
                  <>
                    <kbd>{key}</kbd>{' '}
                  </>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
