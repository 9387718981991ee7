import type { ComponentChildren } from 'preact'
import type { House } from '../platform/house.ts'
import type { Ask } from '../platform/http/route.ts'
import type { Standing } from '../platform/press/standing.ts'
import type { Variants } from '../platform/press/variants.ts'

/** What a page tells of itself, so that it is known which appeals it may carry. */
export interface AppealPage {
  standing: Standing
  /** Which of the page's variants is to be printed. */
  variant: string
  path: string
  /** Where on the page an appeal can stand, besides the strip above it. */
  places: readonly ('closing' | 'card' | 'front')[]
  /** Language tag of what is read. */
  language: string
  topics?: readonly number[]
  /** A sensitive story asks for nothing. */
  asksNothing?: boolean
  /** Reading it counts as reading a story. */
  isStory?: boolean
}

/** The appeals of one page; src/app/appeals.tsx hands them to the pages. */
export interface AppealParts {
  /** Above the page. */
  strip?: ComponentChildren
  /** At most one of these is there. */
  closing?: ComponentChildren
  card?: ComponentChildren
  front?: ComponentChildren
  /** Press keys of what is in them, and of what may come. */
  keys: string[]
  freshForSeconds?: number
  variants?: Variants
}

export type Appeals = (house: House, page: AppealPage) => Promise<AppealParts>

/** The strip of a page that has no place for another appeal. */
export function stripOf(
  {
    appeals,
    house,
    ask,
  }: { appeals: Appeals; house: House; ask: Pick<Ask, 'standing' | 'variant' | 'path'> },
  about: Pick<AppealPage, 'language' | 'topics'>,
): Promise<AppealParts> {
  const { standing, variant, path } = ask
  return appeals(house, { standing, variant, path, places: [], ...about })
}

/** For pages that ask for nothing, and for previews. */
export async function noAppeals(): Promise<AppealParts> {
  return { keys: [] }
}
