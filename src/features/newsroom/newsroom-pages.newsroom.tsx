import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { themeCookie, themeNames } from '../../design/newsroom/newsroom-theme.ts'
import type { House } from '../../platform/house.ts'
import { readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
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
  const rows: [string[], string][] = [
    [['Ctrl K'], keys.palette],
    [['?'], keys.sheet],
    [['N'], keys.newStory],
    [['B'], keys.newBrief],
    ...(ask.staff ? desksFor(ask.staff) : []).map(({ key, name }): [string[], string] => [
      ['G', key.toUpperCase()],
      keys.desk(texts.deskNames[name]),
    ]),
    [['J', 'K'], keys.rows],
    [['Enter'], keys.openRow],
    [['X'], keys.selectRow],
    [['Ctrl Enter'], keys.save],
    [['Ctrl Shift P'], keys.publish],
    [['/'], keys.blocks],
    [['Alt ↑', 'Alt ↓'], keys.moveBlock],
    [['Esc'], keys.leave],
  ]
  return (
    <section id="shortcuts">
      <div class="desk__head">
        <h1>{texts.shortcuts}</h1>
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
