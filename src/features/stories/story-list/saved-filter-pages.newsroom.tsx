import { z } from 'zod'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { deleteSavedFilter, saveFilter } from './saved-filter-queries.ts'
import { filterQuery, listAddress } from './story-filter.ts'
import { storyListMessages } from './story-list-messages.newsroom.ts'
import { filterSentFrom, storyListPage } from './story-list-page.newsroom.tsx'

const nameForm = z.object({
  name: z
    .string('Give the filter a name.')
    .trim()
    .min(1, 'Give the filter a name.')
    .max(60, 'The name of a filter has 60 letters at most.'),
})

/** POST /newsroom/stories/filters: keeps the filter in the field `back` under a name, for whoever sends it. */
export async function saveFilterForm(ask: Ask, house: House): Promise<Answer> {
  const filter = filterSentFrom(ask)
  const { name } = readForm(ask, nameForm)
  await saveFilter(house.db, {
    staffId: ask.staff!.id,
    name,
    query: filterQuery(filter),
    now: house.clock.now(),
  })
  return seeOther(listAddress(filter))
}

/** POST /newsroom/stories/filters/:id/remove: takes it out, and offers to put it back. */
export async function removeFilterForm(ask: Ask, house: House): Promise<Answer> {
  const id = /^[1-9]\d{0,14}$/.test(ask.params.id ?? '') ? Number(ask.params.id) : 0
  const gone = await deleteSavedFilter(house.db, id, ask.staff!.id)
  if (!gone) throw new NotFound()
  const texts = storyListMessages(ask.staff!.language)
  const query = Object.fromEntries(new URLSearchParams(gone.query))
  return storyListPage({ ...ask, query }, house, {
    sentence: (
      <>
        <span>{texts.forgotten(gone.name)}</span>
        <form method="post" action="/newsroom/stories/filters">
          <CsrfField ask={ask} />
          <input type="hidden" name="back" value={gone.query} />
          <input type="hidden" name="name" value={gone.name} />
          <button type="submit" class="button">
            {texts.putBack}
          </button>
        </form>
      </>
    ),
    status: 200,
  })
}
