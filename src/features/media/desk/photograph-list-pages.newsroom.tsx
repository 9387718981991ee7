import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { dayOf } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { BadInput, ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { type Form, fieldOf, readForm, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { may } from '../../../platform/permissions.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import type { PhotographWords } from '../photograph.ts'
import { findPhotographs } from '../photograph-queries.ts'
import { storePhotograph } from '../store-photograph.ts'
import { changePhotographs, undoPhotographChange } from './change-photographs.ts'
import { photographTexts } from './photograph-desk-messages.newsroom.ts'
import {
  countEndedRights,
  lackFilters,
  listPhotographIds,
  type PhotographFilter,
  rightsFilters,
  useFilters,
} from './photograph-desk-queries.ts'
import { type DeskPhotograph, PhotographList, root } from './photograph-list.newsroom.tsx'
import { removePhotographs } from './remove-photographs.ts'
import { rightsEnded } from './rights.ts'

const pageLength = 60

/** `/newsroom/photographs`: every photograph, to be found, added and described. */
export function photographsDesk(ask: Ask, house: House): Promise<Answer> {
  return listPage(ask, house)
}

/** Takes in what was sent. What can be kept is kept; what cannot is named, each file with its reason. */
export async function uploadPhotographs(ask: Ask, house: House): Promise<Answer> {
  const failures: string[] = []
  const kept: number[] = []
  for await (const { name, stream } of ask.files()) {
    try {
      const { id, existed } = await storePhotograph(house, { bytes: stream, name })
      if (!existed)
        await house.db
          .updateTable('photographs')
          .set({ created_by: ask.staff!.id })
          .where('id', '=', id)
          .execute()
      kept.push(id)
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      failures.push(error.message)
    }
  }
  if (kept.length === 0 && failures.length === 0) failures.push(textsFor(ask).noFile)
  if (failures.length > 0) return listPage(ask, house, { failures })
  return seeOther(kept.length === 1 ? `${root}/${kept[0]}?done=uploaded` : `${root}?uploaded=${kept.length}`)
}

const optionalLine = (most: number, sentence: string) =>
  z
    .string()
    .trim()
    .max(most, sentence)
    .optional()
    .transform(text => text || undefined)

const bulkForm = (untilWrong: string) =>
  z.object({
    caption: optionalLine(5000, 'The caption has at most 5,000 characters.'),
    credit: optionalLine(300, 'The credit has at most 300 characters.'),
    holder: optionalLine(300, 'The holder has at most 300 characters.'),
    until: optionalLine(10, untilWrong).pipe(z.iso.date(untilWrong).optional()),
  })

export async function changePhotographsForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const { caption, credit, holder, until } = readForm(ask, bulkForm(textsFor(ask).untilWrong))
    const rights = { ...(holder && { holder }), ...(until && { until }) }
    const words: PhotographWords = {
      ...(caption && { caption }),
      ...(credit && { credit }),
      ...(Object.keys(rights).length > 0 && { rights }),
    }
    const ids = idsOf(ask.form)
    if (Object.keys(words).length === 0) throw new BadInput({ field: 'credit', sentence: textsFor(ask).keep })
    const change = await changePhotographs(house, { by: ask.staff!, ids, words })
    return seeOther(`${root}?changed=${ids.length}&undo=${change}`)
  } catch (error) {
    if (error instanceof BadInput) return listPage(ask, house, { error })
    throw error
  }
}

export async function undoPhotographsForm(ask: Ask, house: House): Promise<Answer> {
  const change = rowNumberOf(ask.form, 'change')
  const n = await undoPhotographChange(house, { by: ask.staff!, change })
  return seeOther(`${root}?undone=${n}`)
}

export async function removePhotographsForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const ids = idsOf(ask.form)
    if (ids.length === 0) throw new BadInput({ field: 'id', sentence: 'Choose the photographs first.' })
    if (!fieldOf(ask.form, 'sure'))
      throw new BadInput({ field: 'sure', sentence: textsFor(ask).confirmNeeded })
    const { removed, used } = await removePhotographs(house, { by: ask.staff!, ids })
    return seeOther(`${root}?removed=${removed}&used=${used}`)
  } catch (error) {
    if (error instanceof BadInput) return listPage(ask, house, { error })
    throw error
  }
}

async function listPage(
  ask: Ask,
  house: House,
  wrong: { error?: BadInput; failures?: string[] } = {},
): Promise<Answer> {
  const texts = textsFor(ask)
  const staff = ask.staff!
  const { timeZone } = await readPublication(house)
  const now = house.clock.now()
  const filter = readFilter(ask.query, dayOf(now, { timeZone }))
  const ids = await listPhotographIds(house.db, filter)
  const shown = ids.slice(0, pageLength)
  const [photographs, ended] = await Promise.all([
    describe(house, shown, { now, timeZone }),
    may(staff, 'manage-photographs') ? countEndedRights(house.db, filter.today) : 0,
  ])
  const { error, failures = [] } = wrong
  return newsroomPage(ask, house, {
    desk: 'photographs',
    title: texts.photographs,
    wide: true,
    status: error || failures.length > 0 ? 422 : undefined,
    notice: noticeFor(ask),
    body: (
      <PhotographList
        ask={ask}
        staff={staff}
        texts={texts}
        place={{ language: staff.language, timeZone }}
        filter={filter}
        photographs={photographs}
        more={ids.length > pageLength ? `${root}?${queryFor(ask.query, shown.at(-1)!)}` : null}
        ended={ended}
        failures={failures}
        error={error && { field: error.field.replace('rights.', ''), sentence: error.message }}
      />
    ),
  })
}

async function describe(
  house: House,
  ids: number[],
  place: { now: Date; timeZone: string },
): Promise<DeskPhotograph[]> {
  const photographs = await findPhotographs(house.db, ids)
  const rows = ids.length
    ? await house.db.selectFrom('photographs').select(['id', 'rights']).where('id', 'in', ids).execute()
    : []
  const rights = new Map(rows.map(row => [row.id, row.rights as DeskPhotograph['rights']]))
  return ids.flatMap(id => {
    const photograph = photographs.get(id)
    const own = rights.get(id) ?? {}
    return photograph ? [{ ...photograph, rights: own, ended: rightsEnded(own, place) }] : []
  })
}

function readFilter(query: Record<string, string>, today: string): PhotographFilter {
  const one = <T extends string>(all: readonly T[], value: string | undefined) =>
    all.find(each => each === value)
  const before = Number(query.before)
  return {
    words: (query.q ?? '').trim().slice(0, 200),
    rights: one(rightsFilters, query.rights),
    use: one(useFilters, query.use),
    lacks: one(lackFilters, query.lacks),
    before: query.before && Number.isSafeInteger(before) ? before : undefined,
    limit: pageLength + 1,
    today,
  }
}

function queryFor({ q, rights, use, lacks }: Record<string, string>, before: number): string {
  return new URLSearchParams({
    ...(q && { q }),
    ...(rights && { rights }),
    ...(use && { use }),
    ...(lacks && { lacks }),
    before: String(before),
  }).toString()
}

function noticeFor(ask: Ask): ComponentChildren {
  const texts = textsFor(ask)
  const { uploaded, changed, undo, undone, removed, used } = ask.query
  if (uploaded) return texts.uploaded(Number(uploaded) || 0)
  if (undone) return texts.undone(Number(undone) || 0)
  if (removed) return texts.removed(Number(removed) || 0, Number(used) || 0)
  if (!changed) return undefined
  return (
    <>
      {texts.changed(Number(changed) || 0)}
      <form method="post" action={`${root}/undo`}>
        <CsrfField ask={ask} />
        <button type="submit" class="button button--quiet" name="change" value={undo}>
          {texts.undo}
        </button>
      </form>
    </>
  )
}

function idsOf(form: Form): number[] {
  const ids = [form['id[]'] ?? []].flat().map(Number)
  return [...new Set(ids.filter(id => Number.isSafeInteger(id) && id > 0))].slice(0, 500)
}

function textsFor(ask: Ask): ReturnType<typeof photographTexts> {
  return photographTexts(ask.staff?.language ?? 'en')
}
