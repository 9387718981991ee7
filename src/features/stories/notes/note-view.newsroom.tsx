import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { PlacedNote } from './margin.ts'
import type { NoteMessage } from './notes.ts'
import type { NotesTexts } from './notes-messages.newsroom.ts'
import { hrefOfPlace } from './passages.ts'
import { WordsField } from './words-field.newsroom.tsx'

/** What every part of the margin needs. */
export interface MarginView {
  storyId: number
  /** Who looks. */
  me: number
  csrf: string
  texts: NotesTexts
  place: DatePlace
  /** Resolved threads are shown, too. */
  all: boolean
  /** The message that is being changed. */
  editing: number | null
  /** What was typed and could not be taken, by the id of its field. */
  wrong: { field: string; typed: string; sentence: string } | null
}

/** One thread: the words it is about, what was said, and what can be done. */
export function NoteView({ note, view }: { note: PlacedNote; view: MarginView }): ComponentChildren {
  const { storyId, texts } = view
  const first = note.messages[0]
  const at = `/newsroom/stories/${storyId}/notes/${note.id}`
  const name = texts.answerTo(first?.by.name || texts.formerStaff)
  return (
    <li
      class={`note${note.resolved ? ' note--resolved' : ''}`}
      id={`note-${note.id}`}
      data-mark={note.mark ?? undefined}
      data-open={note.resolved ? undefined : ''}
      tabIndex={-1}
    >
      <PassageView note={note} view={view} />
      <ol class="note__messages">
        {note.messages.map(message => (
          <MessageView key={message.id} message={message} view={view} />
        ))}
      </ol>
      {note.resolved && (
        <p class="state state--good">
          {texts.resolvedBy(note.resolved.by || texts.formerStaff)},{' '}
          {formatDateTime(note.resolved.at, view.place)}
        </p>
      )}
      <div class="note__acts">
        {!note.resolved && (
          <details open={view.wrong?.field === `answer-${note.id}`}>
            <summary aria-label={name}>{texts.answer}</summary>
            <form method="post" action={`${at}/answers`} data-swap="#notes">
              <CsrfField ask={view} />
              <WordsField id={`answer-${note.id}`} label={name} view={view} />
              <button type="submit" class="button">
                {texts.sendAnswer}
              </button>
            </form>
          </details>
        )}
        <form method="post" action={`${at}/state`} data-swap="#notes" data-settles>
          <CsrfField ask={view} />
          <button
            type="submit"
            class="button button--quiet"
            name="to"
            value={note.resolved ? 'open' : 'resolved'}
          >
            {note.resolved ? texts.reopen : texts.resolve}
          </button>
        </form>
      </div>
    </li>
  )
}

function PassageView({ note, view }: { note: PlacedNote; view: MarginView }): ComponentChildren {
  const { texts, storyId } = view
  if (note.mark === null) return <p class="note__about soft">{texts.wholeStory}</p>
  const now = note.passageNow
  return (
    <>
      <blockquote class="note__passage">
        {now ? (
          <a href={hrefOfPlace(storyId, now.place)} title={texts.goTo} data-go={note.mark}>
            {shortPassage(now.words)}
          </a>
        ) : (
          shortPassage(note.passage)
        )}
      </blockquote>
      <p class="note__gone state state--withdrawn" hidden={now !== null}>
        {texts.passageGone}
      </p>
    </>
  )
}

function MessageView({ message, view }: { message: NoteMessage; view: MarginView }): ComponentChildren {
  const { texts, me, storyId, editing, place } = view
  const at = `/newsroom/stories/${storyId}/notes/messages/${message.id}`
  const name = message.by.name || texts.formerStaff
  const own = message.by.id === me && !message.removed
  const edits = own && (editing === message.id || view.wrong?.field === `message-${message.id}`)
  return (
    <li class="note__message" id={`message-${message.id}`}>
      <p class="note__head">
        <strong>{name}</strong>{' '}
        <time class="soft" dateTime={message.writtenAt.toISOString()}>
          {formatDateTime(message.writtenAt, place)}
        </time>
        {message.editedAt && !message.removed && <span class="soft">, {texts.edited}</span>}
      </p>
      {message.removed && <p class="soft note__words">{texts.removed}</p>}
      {!message.removed && !edits && <p class="note__words">{message.words}</p>}
      {!message.removed && <Told message={message} texts={texts} />}
      {edits && (
        <form method="post" action={at} data-swap="#notes">
          <CsrfField ask={view} />
          <WordsField
            id={`message-${message.id}`}
            label={texts.words}
            value={message.words}
            view={view}
            focus
          />
          <button type="submit" class="button" name="act" value="save">
            {texts.saveChange}
          </button>{' '}
          <a
            class="button button--quiet"
            href={`/newsroom/stories/${storyId}/notes`}
            data-swap="#notes"
            data-swap-keep
          >
            {texts.cancel}
          </a>
        </form>
      )}
      {own && !edits && (
        <form method="post" action={at} data-swap="#notes" class="note__own">
          <CsrfField ask={view} />
          <a
            class="button button--quiet"
            href={`/newsroom/stories/${storyId}/notes?edit=${message.id}${view.all ? '&show=all' : ''}`}
            data-swap="#notes"
            data-swap-keep
          >
            {texts.edit}
          </a>
          <button type="submit" class="button button--quiet" name="act" value="remove">
            {texts.remove}
          </button>
        </form>
      )}
    </li>
  )
}

/** Whom the message wrote to, and plainly whom it could not. */
function Told({ message, texts }: { message: NoteMessage; texts: NotesTexts }): ComponentChildren {
  const named = (told: boolean) =>
    message.mentions.filter(mention => mention.told === told).map(({ name }) => name)
  const [told, notTold] = [named(true), named(false)]
  return (
    <>
      {told.length > 0 && <p class="soft">{texts.told(told)}</p>}
      {notTold.length > 0 && <p class="soft note__untold">{texts.notTold(notTold)}</p>}
    </>
  )
}

function shortPassage(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
