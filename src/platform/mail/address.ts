import { domainToASCII } from 'node:url'
import { z } from 'zod'

/** Who a letter is from or to. */
export interface Mailbox {
  address: string
  name?: string
}

// RFC 5321, 4.1.2 and 4.5.3.1: a dot-string of at most 64 letters; quoted ones exist in books only.
const localPart = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const domainName = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)*[a-z]([a-z\d-]{0,61}[a-z\d])?$/

/**
 * An e-mail address that can be written to, as it is written to: the domain in small letters and, where it has others
 * than a–z, in its ASCII form (RFC 5891). Nothing in it can be read as a second address or a second line.
 */
export const emailAddress = z.string().transform((text, context): string => {
  const address = readAddress(text)
  if (address !== null) return address
  context.addIssue({ code: 'custom', message: 'is an e-mail address such as name@paper.example' })
  return z.NEVER
})

/** `name@domain`, or `Some Name <name@domain>`, which is how people write them in a setting. */
export const mailbox = z.string().transform((text, context): Mailbox => {
  const [, name = '', inner = text] = /^([^<>]*)<([^<>]+)>\s*$/.exec(text) ?? []
  const address = readAddress(inner.trim())
  if (address !== null) return { address, name: oneLine(name.replace(/^\s*"|"\s*$/g, '')) }
  context.addIssue({ code: 'custom', message: 'is an e-mail address' })
  return z.NEVER
})

/** The domain of an address that has been read. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/**
 * A text as it may stand in a header: on one line, without control characters, and without the marks that turn the
 * direction of what follows (a name could otherwise disguise the address beside it).
 */
export function oneLine(text: string, most = 300): string {
  return (
    text
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      // By whole characters, so that none is cut in two.
      .match(new RegExp(`^.{0,${most}}`, 'u'))![0]
  )
}

function readAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  // A domain must be one before it is translated: the translation drops or maps what does not belong there.
  if (at < 1 || !localPart.test(local) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(text.slice(at + 1))) return null
  const domain = domainToASCII(text.slice(at + 1))
  if (!domainName.test(domain) || !(domain.includes('.') || domain === 'localhost')) return null
  return `${local}@${domain}`
}
