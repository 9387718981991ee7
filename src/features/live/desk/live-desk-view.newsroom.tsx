import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { MomentField } from '../../../design/newsroom/moment-field.tsx'
import type { Ask } from '../../../platform/http/route.ts'
import type { Publication } from '../../publication/publication.ts'
import { BriefItem } from '../brief-item.reader.tsx'
import { linkInHeadline, readBriefText } from '../brief-markdown.ts'
import { DeskLists } from './desk-lists.newsroom.tsx'
import type { DeskBrief } from './desk-queries.ts'
import type { LiveDeskTexts } from './live-desk-messages.newsroom.ts'

/** What is being written. */
export interface Composing {
  text: string
  breaking: boolean
  pinned: boolean
  /** As typed: "2026-11-22T14:30" in the publication's zone; '' is now. */
  at: string
  /** Sent with it, so that the same brief is never posted twice. */
  key: string
  preview?: boolean
  error?: string
}

/** A brief that is being changed in its place. */
export interface Editing extends Omit<Composing, 'key' | 'preview'> {
  id: number
}

export interface LiveDeskProps {
  ask: Ask
  texts: LiveDeskTexts
  publication: Publication
  now: Date
  /** The newest event the lists know of. */
  after: number
  mine: boolean
  before: number | undefined
  composing: Composing
  editing: Editing | null
  queued: DeskBrief[]
  pinned: DeskBrief[]
  briefs: DeskBrief[]
  earlier: number | null
  withdrawn: DeskBrief[]
}

export function LiveDeskView(props: LiveDeskProps): ComponentChildren {
  const { ask, texts, publication, composing, now } = props
  return (
    <>
      <div class="desk__head">
        <h1>{texts.live}</h1>
        <a href="/news" target="_blank" rel="noopener">
          {texts.paper}
        </a>
      </div>
      <div class="live-desk" data-live-desk={ask.staff?.id} data-texts={islandTexts(texts)}>
        <div class="live-desk__compose">
          <Compose {...props} />
          <section class="outbox" aria-label={texts.outbox} data-outbox hidden>
            <ol />
          </section>
        </div>
        <section class="live-desk__preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{texts.asReaders}</h2>
          <Preview composing={composing} at={now} publication={publication} texts={texts} />
        </section>
        <DeskLists {...props} />
      </div>
    </>
  )
}

function Compose({ ask, texts, publication, composing, mine }: LiveDeskProps): ComponentChildren {
  const { text, breaking, pinned, at, key, error } = composing
  return (
    <form id="compose" class="compose" method="post" action="/newsroom/live">
      <CsrfField ask={ask} />
      <input type="hidden" name="key" value={key} />
      {mine && <input type="hidden" name="mine" value="1" />}
      <div class="field">
        <label for="compose-text">{texts.newBrief}</label>
        <textarea
          id="compose-text"
          name="text"
          rows={3}
          autofocus
          aria-invalid={error ? 'true' : undefined}
          aria-describedby="compose-error compose-hint"
          aria-keyshortcuts="B"
          dir="auto"
        >
          {text}
        </textarea>
        <p id="compose-error" class="field__error" role="alert" hidden={!error}>
          {error}
        </p>
        <p id="compose-hint" class="field__hint">
          <span class="compose__keys">{texts.keys} </span>
          {texts.hint}
        </p>
      </div>
      <div class="toolbar compose__acts">
        <button type="submit" class="button button--primary" name="do" value="post">
          {texts.post}
        </button>
        <button type="submit" class="button compose__preview" name="do" value="preview">
          {texts.preview}
        </button>
        <label class="check">
          <input type="checkbox" name="breaking" checked={breaking} />
          {texts.breaking}
        </label>
        <label class="check">
          <input type="checkbox" name="pinned" checked={pinned} />
          {texts.pinned}
        </label>
        <details class="compose__later" open={at !== ''}>
          <summary>{texts.later}</summary>
          <MomentField
            name="at"
            id="compose-at"
            label={texts.at}
            value={at}
            timeZone={publication.timeZone}
            language={texts.tag}
          />
        </details>
      </div>
    </form>
  )
}

/** What is typed, as the News Feed will show it: by the same component that prints it there. */
export function Preview(props: {
  composing: Composing
  at: Date
  publication: Publication
  texts: LiveDeskTexts
}): ComponentChildren {
  const { composing, at, publication, texts } = props
  const { headline, content } = readBriefText(composing.text)
  return (
    <div id="live-preview" class="live-preview feed">
      {headline === '' ? (
        <p class="soft">{texts.previewEmpty}</p>
      ) : (
        <>
          {linkInHeadline(headline) && <p class="field__error">{texts.linkInHeadline}</p>}
          <ol class="feed__list" inert>
            <BriefItem
              brief={{
                id: 0,
                feedId: '',
                state: 'published',
                headline,
                content,
                language: null,
                breaking: composing.breaking,
                pinned: composing.pinned,
                pinRank: 0,
                storyId: null,
                story: null,
                postedBy: '',
                createdBy: null,
                publishedAt: at,
                updatedAt: null,
                withdrawnAt: null,
                queuedFor: null,
              }}
              place={publication}
              dated={composing.pinned}
            />
          </ol>
        </>
      )}
    </div>
  )
}

/** What the desk's scripts say. */
function islandTexts(texts: LiveDeskTexts): string {
  const { sending, tryAgain, toField, setAside, unsure, unreachable, textNeeded } = texts
  return JSON.stringify({
    ...{ sending, tryAgain, toField, setAside, unsure, unreachable, textNeeded },
    refused: texts.refused('{why}'),
  })
}
