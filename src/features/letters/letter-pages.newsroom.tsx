import type { House } from '../../platform/house.ts'
import { rowNumberOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { countLost, listLate, listLost } from './letter-desk-queries.ts'
import { letterMessages } from './letter-messages.newsroom.ts'
import { LettersView } from './letter-view.newsroom.tsx'
import { sendAgain, setLettersAside } from './send-again.ts'

const root = '/newsroom/publication/letters'

/** `/newsroom/publication/letters`: letters that wait for another try, and those that did not go out. */
export async function lettersDesk(ask: Ask, house: House): Promise<Answer> {
  const { language } = ask.staff!
  const now = house.clock.now()
  const [publication, late, lost, allLost] = await Promise.all([
    readPublication(house),
    listLate(house.db, now),
    listLost(house.db, now),
    countLost(house.db),
  ])
  const texts = letterMessages(language)
  const notices: Record<string, string> = { again: texts.again, aside: texts.aside }
  const done = ask.query.done ?? ''
  const { smtp } = house.config
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.letters,
    notice: Object.hasOwn(notices, done) ? notices[done] : undefined,
    body: (
      <LettersView
        {...{ ask, language, late, lost, allLost }}
        server={smtp ? `${smtp.host}:${smtp.port}` : null}
        place={{ language, timeZone: publication.timeZone }}
      />
    ),
  })
}

export async function sendLetterAgain(ask: Ask, house: House): Promise<Answer> {
  await sendAgain(house, ask.staff!, rowNumberOf(ask.params, 'id'))
  return seeOther(`${root}?done=again`)
}

export async function setLetterAside(ask: Ask, house: House): Promise<Answer> {
  await setLettersAside(house, ask.staff!, rowNumberOf(ask.params, 'id'))
  return seeOther(`${root}?done=aside`)
}

export async function setAllLettersAside(ask: Ask, house: House): Promise<Answer> {
  await setLettersAside(house, ask.staff!, 'all')
  return seeOther(`${root}?done=aside`)
}
