import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { Picture } from '../../../design/picture.tsx'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import type { Photograph, PhotographRights } from '../photograph.ts'
import type { photographTexts } from './photograph-desk-messages.newsroom.ts'
import type { PhotographFilter } from './photograph-desk-queries.ts'

export interface DeskPhotograph extends Photograph {
  rights: PhotographRights
  ended: boolean
}

export interface PhotographListView {
  ask: { csrf: string; form: Record<string, unknown> }
  staff: StaffMember
  texts: ReturnType<typeof photographTexts>
  place: { language: string; timeZone: string }
  filter: PhotographFilter
  photographs: DeskPhotograph[]
  /** Address of the next page, null on the last. */
  more: string | null
  ended: number
  /** What went wrong with files that were sent. */
  failures: string[]
  error?: { field: string; sentence: string }
}

export const root = '/newsroom/photographs'

export function PhotographList(view: PhotographListView): ComponentChildren {
  const { texts, filter, ended, photographs, more, staff } = view
  const filtered = filter.words || filter.rights || filter.use || filter.lacks
  return (
    <div data-photograph-desk>
      <DeskHead title={texts.photographs} />
      {ended > 0 && filter.rights !== 'ended' && (
        <p class="notice notice--alert">
          {texts.endedNotice(ended)} <a href={`${root}?rights=ended&use=used`}>{texts.lookAtThem}</a>
        </p>
      )}
      <Upload {...view} />
      <form method="get" action={root} class="toolbar" data-swap="#photographs">
        <Field name="q" label={texts.findWords} type="search" value={filter.words} />
        <Choice
          name="rights"
          label={texts.rights}
          value={filter.rights ?? ''}
          options={pairs(texts.rightsOptions)}
        />
        <Choice name="use" label={texts.use} value={filter.use ?? ''} options={pairs(texts.useOptions)} />
        <Choice
          name="lacks"
          label={texts.lacks}
          value={filter.lacks ?? ''}
          options={pairs(texts.lacksOptions)}
        />
        <button type="submit" class="button">
          {texts.find}
        </button>
      </form>
      <div id="photographs">
        {photographs.length === 0 ? (
          <p class="empty">
            <strong>{filtered ? texts.noneTitle : texts.emptyTitle}</strong>
            {filtered ? texts.none : texts.empty}
          </p>
        ) : (
          <form method="post" action={`${root}/change`}>
            <CsrfField ask={view.ask} />
            <ul class="contact-sheet">
              {photographs.map(photograph => (
                <Frame key={photograph.id} photograph={photograph} view={view} />
              ))}
            </ul>
            {more && (
              <p>
                <a class="button" href={more}>
                  {texts.more}
                </a>
              </p>
            )}
            {may(staff, 'manage-photographs') && <Bulk {...view} />}
          </form>
        )}
      </div>
    </div>
  )
}

function Upload({ ask, texts, failures }: PhotographListView): ComponentChildren {
  return (
    <form
      method="post"
      action={root}
      enctype="multipart/form-data"
      class="upload"
      data-upload
      data-failed={texts.uploadFailed('{name}')}
      data-going={texts.uploading('{name}')}
    >
      <CsrfField ask={ask} />
      <div class="field">
        <label for="upload-files">{texts.upload}</label>
        <input
          id="upload-files"
          type="file"
          name="photograph"
          multiple
          accept="image/*"
          aria-describedby="upload-hint"
        />
        <p class="field__hint" id="upload-hint">
          {texts.uploadHint}
        </p>
        {failures.map(sentence => (
          <p key={sentence} class="field__error">
            {sentence}
          </p>
        ))}
      </div>
      <button type="submit" class="button">
        {texts.uploadButton}
      </button>
      <ul class="upload__progress" aria-live="polite" data-upload-progress />
    </form>
  )
}

function Frame({
  photograph,
  view,
}: {
  photograph: DeskPhotograph
  view: PhotographListView
}): ComponentChildren {
  const { texts, place, ask } = view
  const { id, caption, alt, credit, rights, ended, state } = photograph
  const name = caption || alt || texts.photograph(id)
  return (
    <li class="contact-sheet__frame" data-row>
      <a href={`${root}/${id}`} class="contact-sheet__picture" data-row-link>
        <Picture photograph={photograph} sizes="14rem" alt="" />
        <span class="contact-sheet__caption" dir="auto">
          {name}
        </span>
      </a>
      <span class="soft" dir="auto">
        {credit}
      </span>
      {ended && <span class="state state--bad">{texts.rightsEnded}</span>}
      {!ended && rights.until && (
        <span class="soft">
          {texts.rightsUntil(formatDate(new Date(`${rights.until}T12:00:00Z`), place))}
        </span>
      )}
      {state !== 'ready' && <span class="state state--waiting">{texts[state]}</span>}
      {!alt && <span class="state state--waiting">{texts.noAlt}</span>}
      <label class="contact-sheet__select">
        <input
          type="checkbox"
          name="id[]"
          value={id}
          checked={[ask.form['id[]'] ?? []].flat().includes(String(id))}
          data-row-select
        />
        <span class="unseen">{texts.select(name)}</span>
      </label>
    </li>
  )
}

function Bulk({ texts, error, ask }: PhotographListView): ComponentChildren {
  const typed = (name: string) => (typeof ask.form[name] === 'string' ? (ask.form[name] as string) : '')
  const line = (name: 'credit' | 'caption' | 'holder' | 'until') => ({
    name,
    label: texts[name],
    value: typed(name),
    error: error?.field === name ? error.sentence : undefined,
  })
  return (
    <fieldset class="sheet-words">
      <legend>{texts.chosen}</legend>
      {error?.field === 'id' && <p class="field__error">{error.sentence}</p>}
      <Field {...line('credit')} />
      <Field {...line('caption')} />
      <Field {...line('holder')} />
      <Field {...line('until')} type="date" />
      <p class="field__hint">{texts.keep}</p>
      <div class="toolbar">
        <button type="submit" class="button">
          {texts.apply}
        </button>
        <label class="check">
          <input type="checkbox" name="sure" value="yes" />
          {texts.confirmRemove}
        </label>
        <button type="submit" class="button button--danger" formaction={`${root}/remove`}>
          {texts.removeChosen}
        </button>
      </div>
      {error?.field === 'sure' && <p class="field__error">{error.sentence}</p>}
    </fieldset>
  )
}

function pairs(options: Record<string, string>): [string, string][] {
  return Object.entries(options)
}
