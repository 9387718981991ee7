import { z } from 'zod'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import { storyToWrite } from '../editor/pages/story-id.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { settleAtDesk } from '../suggestions/settle-at-desk.ts'
import { SuggestionsView } from '../suggestions/suggestions-view.newsroom.tsx'
import { editMessage, removeMessage } from './change-message.ts'
import { readMargin } from './margin.ts'
import type { MarginView } from './note-view.newsroom.tsx'
import { markId } from './notes.ts'
import { notesMessages } from './notes-messages.newsroom.ts'
import { NotesView } from './notes-view.newsroom.tsx'
import { resolveNote } from './resolve-note.ts'
import { answerNote, writeNote } from './write-note.ts'

/** GET /newsroom/stories/:id/notes: notes and suggestions of a story. */
export function notesPage(ask: Ask, house: House): Promise<Answer> {
  return showNotes(ask, house)
}

const noteForm = z.object({
  mark: z
    .union([z.literal(''), markId], 'The note has lost its place. Select the words once more.')
    .default(''),
  passage: z.string('The passage is to be text.').max(10_000, 'Select fewer words.').default(''),
})

/** POST /newsroom/stories/:id/notes: begins a thread. */
export function writeNoteForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'new-note', async ({ storyId, staff }) => {
    const { mark, passage } = readForm(ask, noteForm)
    const words = fieldOf(ask.form, 'words')
    return writeNote(house, { storyId, by: staff, words, mark: mark || null, passage })
  })
}

/** POST /newsroom/stories/:id/notes/:note/answers */
export function answerNoteForm(ask: Ask, house: House): Promise<Answer> {
  const noteId = readId(ask.params.note)
  return answering(ask, house, `answer-${noteId}`, async ({ storyId, staff }) => {
    await answerNote(house, { storyId, noteId, by: staff, words: fieldOf(ask.form, 'words') })
    return noteId
  })
}

const stateForm = z.object({ to: z.enum(['open', 'resolved'], 'Choose what becomes of the note.') })

/** POST /newsroom/stories/:id/notes/:note/state: resolves a thread, or opens it again. */
export function resolveNoteForm(ask: Ask, house: House): Promise<Answer> {
  const noteId = readId(ask.params.note)
  return answering(ask, house, 'to', async ({ storyId, staff }) => {
    const resolved = readForm(ask, stateForm).to === 'resolved'
    await resolveNote(house, { storyId, noteId, resolved, by: staff })
    return resolved ? null : noteId
  })
}

const messageForm = z.object({
  act: z.enum(['save', 'remove'], 'Choose what becomes of the note.').default('save'),
})

/** POST /newsroom/stories/:id/notes/messages/:message: changes one's own message, or takes it back. */
export function changeMessageForm(ask: Ask, house: House): Promise<Answer> {
  const messageId = readId(ask.params.message)
  return answering(ask, house, `message-${messageId}`, async ({ storyId, staff }) => {
    const own = { storyId, messageId, by: staff }
    if (readForm(ask, messageForm).act === 'save')
      return editMessage(house, { ...own, words: fieldOf(ask.form, 'words') })
    await removeMessage(house, own)
    return null
  })
}

const verdictForm = z.object({
  which: z
    .string('Choose a suggestion.')
    .min(1, 'Choose a suggestion.')
    .max(100, 'There is no such suggestion.'),
  verdict: z.enum(['accept', 'reject'], 'Accept it or reject it.'),
})

/** POST /newsroom/stories/:id/suggestions: accepts or rejects one of them, or all. */
export async function settleSuggestionsForm(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { which, verdict } = readForm(ask, verdictForm)
  const one = which === 'all' ? 'all' : { id: which }
  const settled = await settleAtDesk(house, { storyId, which: one, verdict, by: staff })
  return seeOther(`/newsroom/stories/${storyId}/notes?${verdict}ed=${settled}#suggestions`)
}

/** Does what a form asks for and leads back to its thread, or shows the form again with what was typed. */
async function answering(
  ask: Ask,
  house: House,
  field: string,
  act: (who: Awaited<ReturnType<typeof storyToWrite>>) => Promise<number | null>,
): Promise<Answer> {
  const who = await storyToWrite(ask, house)
  try {
    const noteId = await act(who)
    return seeOther(`/newsroom/stories/${who.storyId}/notes${noteId === null ? '' : `#note-${noteId}`}`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return showNotes(ask, house, { field, typed: fieldOf(ask.form, 'words'), sentence: error.message })
  }
}

async function showNotes(ask: Ask, house: House, wrong: MarginView['wrong'] = null): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const texts = notesMessages(staff.language)
  const content = await liveDrafts.read(house, storyId)
  const [margin, { timeZone }] = [await readMargin(house.db, storyId), await readPublication(house)]
  const view: MarginView = {
    storyId,
    me: staff.id,
    csrf: ask.csrf,
    texts,
    place: { language: staff.language, timeZone },
    all: ask.query.show === 'all',
    editing: /^\d{1,15}$/.test(ask.query.edit ?? '') ? Number(ask.query.edit) : null,
    wrong,
  }
  const title = texts.titleOf(content.headline || texts.untitled)
  return newsroomPage(ask, house, {
    desk: 'stories',
    title,
    status: wrong ? 422 : undefined,
    notice: settled(ask, texts),
    body: (
      <>
        <DeskHead title={title}>
          <a class="button" href={`/newsroom/stories/${storyId}`}>
            {texts.backToStory}
          </a>
          <a class="button" href={`/newsroom/stories/${storyId}/timeline`}>
            {texts.timeline}
          </a>
        </DeskHead>
        <div class="panes panes--even margin-page">
          <div>
            <h2>{texts.notes}</h2>
            <NotesView margin={margin} view={view} />
          </div>
          <SuggestionsView suggestions={margin.suggestions} view={view} />
        </div>
      </>
    ),
  })
}

function settled({ query }: Ask, texts: MarginView['texts']): string | undefined {
  if (/^\d{1,6}$/.test(query.accepted ?? '')) return texts.acceptedAll(Number(query.accepted))
  if (/^\d{1,6}$/.test(query.rejected ?? '')) return texts.rejectedAll(Number(query.rejected))
  return undefined
}

function readId(text = ''): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound('This note is gone.')
  return Number(text)
}
