import { z } from 'zod'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { issueCode } from '../../platform/sign-in/sign-in-codes.ts'
import { linkToken } from '../../platform/sign-in/sign-in-links.ts'
import { readPublication } from '../publication/publication.ts'
import { newAddressLetter, noAccountLetter, readerCodeLetter } from './reader-letters.ts'
import { countUnknown, findReader, findReaderByEmail } from './reader-queries.ts'
import { idleSince } from './session.ts'
import { deleteExpiredSessions } from './session-queries.ts'

/** Letters an hour to people we do not know; more come of somebody trying out addresses. */
const mostUnknown = 60

/** `language` is that of the page the letter was asked for on, for an address that nobody has. */
const asked = z.object({ request: z.number(), next: z.string(), language: z.string() })

/**
 * Makes the code and the link that were asked for and sends them, where the address has an account. Where it has none,
 * its owner is told so, once a day at most: whoever asked cannot know, and the owner would wait for nothing. There is a
 * limit to these letters altogether, so that nobody has us write to the whole town.
 */
export const sendReaderCode: JobKind<z.infer<typeof asked>> = {
  name: 'send-reader-code',
  schema: asked,
  concurrency: 2,
  async run({ request, next, language }, house) {
    const { siteUrl } = await readPublication(house)
    await house.db.transaction().execute(async tx => {
      const realm = 'reader'
      const issued = await issueCode(tx, house, { id: request, realm })
      if (!issued) return
      const reader = await findReaderByEmail(tx, issued.email)
      if (!reader) {
        const now = house.clock.now()
        const since = new Date(now.getTime() - 3_600_000)
        // This one is among them by now.
        if ((await countUnknown(tx, since)) > mostUnknown) return
        const day = now.toISOString().slice(0, 10)
        await sendLetter(tx, house, {
          to: { address: issued.email },
          language,
          template: noAccountLetter,
          data: {},
          key: `reader-no-account ${issued.email} ${day}`,
        })
        return
      }
      const token = linkToken(house, { id: request, realm, email: issued.email })
      const query = new URLSearchParams({ token, ...(next === '/account' ? {} : { next }) })
      await sendLetter(tx, house, {
        to: { address: issued.email, name: reader.name },
        language: reader.language,
        template: readerCodeLetter,
        data: { name: reader.name, code: issued.code, link: `${siteUrl}/account/sign-in/link?${query}` },
        uselessAfter: issued.expiresAt,
      })
    })
  },
}

/** Sends the code that shows that a new address is the reader's. */
export const sendReaderAddressCode: JobKind<{ request: number; reader: number }> = {
  name: 'send-reader-address-code',
  schema: z.object({ request: z.number(), reader: z.number() }),
  async run({ request, reader: id }, house) {
    await house.db.transaction().execute(async tx => {
      const issued = await issueCode(tx, house, { id: request, realm: 'reader-address' })
      const reader = issued && (await findReader(tx, id))
      if (!issued || !reader?.email) return
      await sendLetter(tx, house, {
        to: { address: issued.email, name: reader.name },
        language: reader.language,
        template: newAddressLetter,
        data: { name: reader.name, code: issued.code },
        uselessAfter: issued.expiresAt,
      })
    })
  },
}

/** Takes out sessions that have run out. */
export const pruneReaderSessions: JobKind<Record<string, never>> = {
  name: 'prune-reader-sessions',
  schema: z.object({}),
  async run(_, house) {
    const now = house.clock.now()
    await deleteExpiredSessions(house.db, { now, idleSince: idleSince(now) })
  },
}
