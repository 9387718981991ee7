import type { ComponentChildren } from 'preact'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { ReaderAccount } from '../../platform/http/reader-account.ts'
import type { Ask } from '../../platform/http/route.ts'
import type { BeforeForgetting } from './forget-reader.ts'

/** A request of a reader who is signed in. */
export type ReaderAsk = Ask & { reader: ReaderAccount }

/** One part of the account's page, from any feature: its heading, and what stands under it. */
export interface AccountPart {
  /** Of the heading, so that links lead to it: "membership". */
  id: string
  title: string
  body: ComponentChildren
}

/** Makes a part in the language of `ask.reader`; null where there is nothing to show this reader. */
export type AccountSection = (ask: ReaderAsk, house: House) => Promise<AccountPart | null>

/** What a feature keeps about a reader, for the file that they can download. Each uses names of its own. */
export type AccountData = (tx: Transaction, readerId: number) => Promise<Record<string, unknown>>

/** What a feature does about an account that goes. */
export interface Forgetting {
  /** Says beforehand what goes with the account, or ends with it: whole sentences in the reader's language. */
  warn?(house: House, reader: ReaderAccount): Promise<string[]>
  forget: BeforeForgetting
}

/** The reader of a route that only readers may call. */
export function readerAsk(ask: Ask): ReaderAsk {
  if (!ask.reader) throw new Error('This route is for readers who are signed in.')
  return { ...ask, reader: ask.reader }
}
