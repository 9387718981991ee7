import { z } from 'zod'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { readForm, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import { findPhotographs, readStoredPhotograph } from '../photograph-queries.ts'
import { changePhotographs } from './change-photographs.ts'
import { photographTexts } from './photograph-desk-messages.newsroom.ts'
import { listUses } from './photograph-desk-queries.ts'
import { PhotographDetail } from './photograph-detail.newsroom.tsx'
import { root } from './photograph-list.newsroom.tsx'
import { replacePhotograph, replaceWithPhotograph } from './replace-photograph.ts'
import { rightsEnded } from './rights.ts'

/** `/newsroom/photographs/:id`: one photograph, what it says, where it is shown. */
export function photographDesk(ask: Ask, house: House): Promise<Answer> {
  return detailPage(ask, house)
}

export async function savePhotographForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const share = z.coerce.number().min(0).max(100).catch(50)
    const text = z.string().trim().default('')
    const form = readForm(
      ask,
      z.object({
        alt: text,
        caption: text,
        credit: text,
        holder: text,
        until: text,
        takenOn: text,
        note: text,
        focalX: share,
        focalY: share,
      }),
    )
    const { alt, caption, credit, holder, until, takenOn, note, focalX, focalY } = form
    await changePhotographs(house, {
      by: ask.staff!,
      ids: [await idAsked(ask, house)],
      words: {
        alt,
        caption,
        credit,
        rights: {
          holder,
          note,
          ...(until ? { until } : { until: undefined }),
          ...(takenOn ? { takenOn } : { takenOn: undefined }),
        },
        focalX: focalX / 100,
        focalY: focalY / 100,
      },
    })
    return seeOther(`${root}/${ask.params.id}?done=saved`)
  } catch (error) {
    if (error instanceof BadInput) return detailPage(ask, house, error)
    throw error
  }
}

export async function replacePhotographForm(ask: Ask, house: House): Promise<Answer> {
  const id = await idAsked(ask, house)
  const by = ask.staff!
  try {
    const other = rowNumberOf(ask.form, 'other')
    if (other) await replaceWithPhotograph(house, { by, id, other })
    else {
      let done = false
      for await (const { name, stream } of ask.files()) {
        await replacePhotograph(house, { by, id, file: { bytes: stream, name } })
        done = true
      }
      if (!done) throw new BadInput({ field: 'picture', sentence: textsFor(ask).chooseOne })
    }
    return seeOther(`${root}/${id}?done=replaced`)
  } catch (error) {
    if (error instanceof BadInput) return detailPage(ask, house, error)
    throw error
  }
}

async function detailPage(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const staff = ask.staff!
  const id = await idAsked(ask, house)
  const { timeZone } = await readPublication(house)
  const [photographs, stored, uses, acts, row] = await Promise.all([
    findPhotographs(house.db, [id]),
    readStoredPhotograph(house.db, id),
    listUses(house.db, id),
    house.db
      .selectFrom('audit_log')
      .select(['at', 'staff_name as by', 'act'])
      .where('subject_kind', '=', 'photograph')
      .where('subject_id', '=', String(id))
      .orderBy('at', 'desc')
      .limit(20)
      .execute(),
    house.db.selectFrom('photographs').select('created_by').where('id', '=', id).executeTakeFirst(),
  ])
  const photograph = photographs.get(id)
  if (!photograph || !stored) throw new NotFound()
  const done = { saved: texts.saved, replaced: texts.replaced, uploaded: texts.uploaded(1) }
  return newsroomPage(ask, house, {
    desk: 'photographs',
    title: texts.photograph(id),
    wide: true,
    status: error ? 422 : undefined,
    notice: error ? error.message : done[ask.query.done as keyof typeof done],
    body: (
      <PhotographDetail
        ask={ask}
        staff={staff}
        texts={texts}
        place={{ language: staff.language, timeZone }}
        photograph={photograph}
        stored={stored}
        ended={rightsEnded(stored.rights, { now: house.clock.now(), timeZone })}
        uses={uses}
        acts={acts}
        mine={row?.created_by === staff.id}
        error={error && { field: error.field, sentence: error.message }}
      />
    ),
  })
}

async function idAsked(ask: Ask, house: House): Promise<number> {
  const id = Number(ask.params.id)
  if (!Number.isSafeInteger(id) || id <= 0 || !(await findPhotographs(house.db, [id])).has(id))
    throw new NotFound()
  return id
}

function textsFor(ask: Ask): ReturnType<typeof photographTexts> {
  return photographTexts(ask.staff?.language ?? 'en')
}
