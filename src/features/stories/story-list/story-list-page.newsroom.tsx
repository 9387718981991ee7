import type { ComponentChildren } from 'preact'
import { startOfDay } from '../../../design/zones.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { may } from '../../../platform/permissions.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { type Publication, readPublication } from '../../publication/publication.ts'
import { listStaff } from '../../staff/staff.ts'
import { countWords, readBlocks } from '../blocks/blocks.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { publishingMessages } from '../publishing/publishing-messages.newsroom.ts'
import { findBulkAct, headlinesOf, type KeptAct, listUndoable, readStandings } from './bulk-queries.ts'
import { ActNotice } from './bulk-view.newsroom.tsx'
import { listSavedFilters } from './saved-filter-queries.ts'
import { type FilterName, readFilter, readPlace, type StoryFilter, writePlace } from './story-filter.ts'
import { type StoryListTexts, storyListMessages } from './story-list-messages.newsroom.ts'
import {
  authorIdsOf,
  findListed,
  type ListQuery,
  listAuthorNames,
  listedLanguages,
  listStoryPlaces,
  listTopicNames,
  topicIdsOf,
} from './story-list-queries.ts'
import { type ListChoices, type ListedRow, StoryListView } from './story-list-view.newsroom.tsx'

const onePage = 50

/** GET /newsroom/stories: every story, as far as whoever asks may see it, narrowed by what stands in the address. */
export async function storyListPage(
  ask: Ask,
  house: House,
  told?: { sentence: ComponentChildren; status: number },
): Promise<Answer> {
  const staff = ask.staff!
  const texts = storyListMessages(staff.language)
  const { filter, wrong } = readFilter(ask.query)
  const publication = await readPublication(house)
  const choices = await readChoices(house)
  const narrowing = await lookUp(house, filter, { publication, texts })
  const before = readPlace(ask.query.before)
  const places = await listStoryPlaces(house.db, {
    ...narrowing.query,
    // A contributor sees their own; a reporter sees what there is, and opens their own.
    ...(filter.mine || staff.role === 'contributor' ? { ownOf: staff.id } : {}),
    before,
    limit: onePage + 1,
  })
  const ids = places.slice(0, onePage).map(place => place.storyId)
  const [listed, present, saved, acts, done] = await Promise.all([
    findListed(house.db, ids, staff.id),
    liveDrafts.present(house, ids),
    listSavedFilters(house.db, staff.id),
    listUndoable(house.db, staff.id, house.clock.now()),
    readDone(house, ask),
  ])
  const rows = listed.map(
    (story): ListedRow => ({
      ...story,
      words:
        story.words ?? countWords(readBlocks(arrayIn(story.blocks)), story.language || publication.language),
      present: present.get(story.id)?.map(each => each.name) ?? [],
      open: !story.removed && (story.own || may(staff, 'edit-all-stories')),
    }),
  )
  const last = places[onePage - 1]
  const faults = [...wrong.map(name => texts.wrong[name as FilterName]), ...narrowing.faults]
  return newsroomPage(ask, house, {
    desk: 'stories',
    title: texts.stories,
    wide: true,
    status: told?.status,
    notice: told ? (
      told.sentence
    ) : done ? (
      <ActNotice
        ask={ask}
        kept={done.kept}
        titles={done.titles}
        out={done.out}
        choices={choices}
        texts={texts}
        filter={filter}
      />
    ) : ask.query.done === 'removed' ? (
      publishingMessages(staff.language).removed
    ) : faults.length > 0 ? (
      faults.join(' ')
    ) : undefined,
    body: (
      <StoryListView
        ask={ask}
        texts={texts}
        filter={filter}
        rows={rows}
        choices={choices}
        saved={saved}
        acts={acts}
        place={{ language: staff.language, timeZone: publication.timeZone }}
        now={house.clock.now()}
        first={before === null}
        older={places.length > onePage && last ? writePlace(last) : null}
      />
    ),
  })
}

/** Who and what can be chosen. */
async function readChoices(house: House): Promise<ListChoices> {
  const [topics, authors, staff, languages] = await Promise.all([
    listTopicNames(house.db),
    listAuthorNames(house.db),
    listStaff(house.db),
    listedLanguages(house.db),
  ])
  return {
    topics,
    authors,
    staff: staff
      .filter(person => person.active && may(person, 'write-stories'))
      .map(({ id, name }) => ({ id, name })),
    languages,
  }
}

async function lookUp(
  house: House,
  filter: StoryFilter,
  { publication, texts }: { publication: Publication; texts: StoryListTexts },
): Promise<{ query: Omit<ListQuery, 'limit'>; faults: string[] }> {
  const { topic, author, from, until, q, state, kind, changes, language, assignee } = filter
  const [topicIds, authorIds] = await Promise.all([
    topic === undefined ? undefined : topicIdsOf(house.db, topic),
    author === undefined ? undefined : authorIdsOf(house.db, author),
  ])
  const faults = [
    topic !== undefined && topicIds?.length === 0 ? texts.noTopic(topic) : '',
    author !== undefined && authorIds?.length === 0 ? texts.noAuthor(author) : '',
  ].filter(Boolean)
  const { timeZone } = publication
  return {
    faults,
    query: {
      ...{ q, state, kind, changes, language, assignee, topicIds, authorIds },
      from: from === undefined ? undefined : startOfDay(from, timeZone),
      until: until === undefined ? undefined : startOfDay(until, timeZone, 1),
    },
  }
}

/** The act that this page tells of, after it was done or undone. */
async function readDone(
  house: House,
  ask: Ask,
): Promise<{ kept: KeptAct; titles: Map<number, string>; out: number } | null> {
  const id = /^\d{1,15}$/.test(ask.query.done ?? '') ? Number(ask.query.done) : null
  const kept = id === null ? null : await findBulkAct(house.db, id, ask.staff!.id)
  if (!kept) return null
  const { changes, failures, act } = kept
  const titles = await headlinesOf(
    house.db,
    failures.map(each => each.storyId),
    ask.staff!,
  )
  const added = act.act === 'add-topic' && !kept.undoneAt ? changes.map(each => each.storyId) : []
  const out = (await readStandings(house.db, added)).filter(({ state }) => state === 'published').length
  return { kept, titles, out }
}

function arrayIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The filter that a form was sent from: its field `back` holds the list's address after the question mark. */
export function filterSentFrom(ask: Ask): StoryFilter {
  return readFilter(Object.fromEntries(new URLSearchParams(fieldOf(ask.form, 'back').slice(0, 2000)))).filter
}
