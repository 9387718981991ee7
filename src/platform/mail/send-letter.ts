import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '../database/database.ts'
import { BadInput } from '../errors/errors.ts'
import type { House } from '../house.ts'
import { domainOf, emailAddress, oneLine } from './address.ts'
import type { LetterToSend, WrittenLetter } from './letter.ts'
import { insertLetter } from './letter-queries.ts'
import { sendLetterJob } from './mail-jobs.ts'
import { sealLetter } from './sealed-letter.ts'

// RFC 5322, 2.2 for the name; what decides where a letter goes and who wrote it is not up to its headers.
const headers = z.record(
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
    .refine(
      name =>
        !/^(from|to|cc|bcc|sender|reply-to|return-path|subject|date|message-id|mime-version|content-.*|dkim-.*|received)$/i.test(
          name,
        ),
    ),
  z.string().max(900),
)

/**
 * Sends a letter: one row and one job in the caller's transaction, so that it goes if and only if that commits. The
 * words are written now, in the language the reader has now, and do not change while it waits. Returns its number, or
 * null where a letter with this key is there already. Throws BadInput for an address nobody can be written to.
 */
export async function sendLetter<Data>(
  tx: Transaction,
  house: Pick<House, 'mail' | 'jobs' | 'clock'>,
  letter: LetterToSend<Data>,
): Promise<number | null> {
  const { template, language } = letter
  const address = emailAddress.safeParse(letter.to.address.trim())
  if (!address.success)
    throw new BadInput({
      field: 'to',
      sentence: 'The letter’s address is none that can be written to: name@paper.example is one.',
    })
  const words = clean(template.write(letter.data, { language, letterhead: await house.mail.letterhead() }))
  const id = await insertLetter(tx, {
    kind: letter.kind ?? template.kind,
    key: letter.key ?? null,
    to: { address: address.data, name: oneLine(letter.to.name ?? '', 120) },
    language,
    words: template.secret ? null : words,
    sealed: template.secret ? sealLetter(house.mail.key, words) : null,
    headers: cleanHeaders(letter.headers ?? {}),
    messageId: `<${randomUUID()}@${domainOf(house.mail.from.address)}>`,
    uselessAfter: letter.uselessAfter ?? null,
    now: house.clock.now(),
  })
  if (id !== null) await house.jobs.send(tx, sendLetterJob, { letter: id })
  return id
}

/** PostgreSQL keeps no NUL, and a subject is one line. */
function clean({ subject, html, text }: WrittenLetter): WrittenLetter {
  const body = (value: string) => value.toWellFormed().replaceAll('\0', '')
  return { subject: oneLine(subject), html: body(html), text: body(text) }
}

function cleanHeaders(given: Record<string, string>): Record<string, string> {
  const lines = Object.entries(headers.parse(given)).map(([name, value]) => [name, oneLine(value, 900)])
  return Object.fromEntries(lines)
}
