import { z } from 'zod'
import { countryCodes } from '../../design/countries.ts'
import { interfaceLanguages } from '../../design/messages.ts'
import { timeZones } from '../../design/time-zones.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { readForm, rowNumberOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { readPublication } from '../publication/publication.ts'
import { accountMessages } from './account-messages.ts'
import { type AccountData, type AccountSection, type ReaderAsk, readerAsk } from './account-part.ts'
import { AccountView, type DetailsTyped } from './account-view.reader.tsx'
import { gatherData } from './gather-data.ts'
import { readerName } from './reader.ts'
import { readerPage } from './reader-page.tsx'
import { findReader, updateReader } from './reader-queries.ts'
import { idleSince, type StandingOf, writeStanding } from './session.ts'
import { deleteSessions, listSessions } from './session-queries.ts'

/** What the app hands in: the parts that other features put on the page, and who is a member. */
export interface AccountParts {
  sections: readonly AccountSection[]
  standingOf: StandingOf
}

/** `/account`: what others hand in first (a membership, gifts), then what the account itself is. */
export function accountPage(parts: AccountParts) {
  return (ask: Ask, house: House): Promise<Answer> => show(readerAsk(ask), house, { parts })
}

const choice = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.literal('').transform(() => null), z.enum(values)])

const detailsForm = z.object({
  name: readerName,
  language: z.enum(interfaceLanguages),
  country: choice(countryCodes as [string, ...string[]]),
  timeZone: choice(timeZones as [string, ...string[]]),
})

/** Name, language, country and time zone. */
export function saveDetails(parts: AccountParts) {
  return async (given: Ask, house: House): Promise<Answer> => {
    const ask = readerAsk(given)
    try {
      const { name, language, country, timeZone } = readForm(ask, detailsForm)
      await updateReader(house.db, ask.reader.id, { name, language, country, time_zone: timeZone })
      return seeOther('/account?done=saved#details')
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      const texts = accountMessages(ask.reader.language)
      const sentence = error.field === 'name' ? texts.badName : texts.badChoice
      return show(ask, house, { parts, typed: { form: ask.form, wrong: { [error.field]: sentence } } })
    }
  }
}

/** Signs one other browser out. */
export async function endOwnSession(given: Ask, house: House): Promise<Answer> {
  const { reader, params } = readerAsk(given)
  const only = rowNumberOf(params, 'session')
  if (only === 0 || only === reader.sessionId) return seeOther('/account#sessions')
  await deleteSessions(house.db, { readerId: reader.id, only })
  return seeOther('/account?done=ended#sessions')
}

export async function endOtherSessions(given: Ask, house: House): Promise<Answer> {
  const { reader } = readerAsk(given)
  await deleteSessions(house.db, { readerId: reader.id, except: reader.sessionId })
  return seeOther('/account?done=ended#sessions')
}

/** `/account/data`: everything that is kept about this reader, as a file of JSON (RFC 8259). */
export function downloadData(parts: readonly AccountData[]) {
  return async (given: Ask, house: House): Promise<Answer> => {
    const { reader } = readerAsk(given)
    const data = await gatherData(house, { readerId: reader.id, parts })
    return {
      type: 'application/json; charset=utf-8',
      headers: {
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${new URL(house.config.siteUrl).hostname}-account.json"`,
      },
      body: `${JSON.stringify(data, null, 2)}\n`,
    }
  }
}

async function show(
  ask: ReaderAsk,
  house: House,
  { parts, typed }: { parts: AccountParts; typed?: DetailsTyped },
): Promise<Answer> {
  const { id: readerId, language } = ask.reader
  const now = house.clock.now()
  const [reader, sessions, publication, standing, ...sections] = await Promise.all([
    findReader(house.db, readerId),
    listSessions(house.db, { readerId, now, idleSince: idleSince(now) }),
    readPublication(house),
    parts.standingOf(house, readerId),
    ...parts.sections.map(section => section(ask, house)),
  ])
  return readerPage(ask, house, {
    title: accountMessages(language).title,
    status: typed ? 422 : 200,
    cookies: ask.staff || standing === ask.standing ? [] : [writeStanding(house, standing)],
    body: (
      <AccountView
        ask={ask}
        reader={reader!}
        others={sections.filter(part => part !== null)}
        sessions={sessions}
        timeZone={reader!.timeZone ?? publication.timeZone}
        typed={typed}
      />
    ),
  })
}
