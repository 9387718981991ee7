import type { ComponentChildren } from 'preact'
import { formatDate, formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { Field } from '../../../design/newsroom/field.tsx'
import { Picture } from '../../../design/picture.tsx'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import type { Photograph } from '../photograph.ts'
import type { StoredPhotograph } from '../photograph-queries.ts'
import type { photographTexts } from './photograph-desk-messages.newsroom.ts'
import type { PhotographUse } from './photograph-desk-queries.ts'
import { root } from './photograph-list.newsroom.tsx'

export interface PhotographDetailView {
  ask: { csrf: string; form: Record<string, unknown> }
  staff: StaffMember
  texts: ReturnType<typeof photographTexts>
  place: { language: string; timeZone: string }
  photograph: Photograph
  stored: StoredPhotograph
  ended: boolean
  uses: PhotographUse[]
  acts: { at: Date; by: string; act: string }[]
  mine: boolean
  error?: { field: string; sentence: string }
}

export function PhotographDetail(view: PhotographDetailView): ComponentChildren {
  const { texts, photograph, stored, ended, uses, acts, staff, place } = view
  const manages = may(staff, 'manage-photographs')
  return (
    <>
      <DeskHead title={texts.photograph(photograph.id)}>
        <a class="button" href={root}>
          {texts.back}
        </a>
      </DeskHead>
      {ended && (
        <p class="notice notice--alert">
          {texts.rightsEnded}
          {stored.rights.until && ` (${dayInWords(stored.rights.until, place.language)})`}
        </p>
      )}
      <div class="panes panes--even">
        <div>
          <div class="light-table" data-focal>
            <Picture photograph={photograph} sizes="40rem" eager />
          </div>
          <p class="soft">
            {stored.width && stored.height ? texts.facts(stored.width, stored.height) : ''}
            {stored.failure ? ` · ${stored.failure}` : ''}
          </p>
          <h2>{texts.crops}</h2>
          <div class="crops">
            {['4-3', '1-1', '16-9'].map(ratio => (
              <div key={ratio} class={`crops__crop crops__crop--${ratio}`}>
                <Picture photograph={photograph} sizes="12rem" alt="" />
              </div>
            ))}
          </div>
          <h2>{texts.usedIn}</h2>
          {uses.length === 0 ? (
            <p class="soft">{texts.usedNowhere}</p>
          ) : (
            <ul class="uses">
              {uses.map(use => (
                <li key={use.kind + use.href}>
                  <span class="soft">{texts.useKinds[use.kind]}</span> <a href={use.href}>{use.title}</a>
                  {use.ownWords && <span class="soft"> · {texts.ownWords}</span>}
                </li>
              ))}
            </ul>
          )}
          {acts.length > 0 && (
            <details>
              <summary>{texts.history}</summary>
              <ul class="uses">
                {acts.map((act, i) => (
                  <li key={i}>
                    <span class="soft">{formatDateTime(act.at, place)}</span> {act.by} {act.act}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <div>
          {(manages || view.mine) && <Words {...view} />}
          {manages && <Replace {...view} />}
          {manages && <Remove {...view} />}
        </div>
      </div>
    </>
  )
}

function Words({ ask, texts, photograph, stored, error }: PhotographDetailView): ComponentChildren {
  const line = (name: string, label: string, value: string) => ({
    name,
    label,
    value: typeof ask.form[name] === 'string' ? (ask.form[name] as string) : value,
    error: error?.field === name || error?.field === `rights.${name}` ? error.sentence : undefined,
  })
  const { rights } = stored
  return (
    <form method="post" action={`${root}/${photograph.id}`} data-focal-form>
      <CsrfField ask={ask} />
      <Field {...line('alt', texts.alt, photograph.alt)} hint={texts.altHint} type="textarea" />
      <Field {...line('caption', texts.caption, photograph.caption)} type="textarea" />
      <Field {...line('credit', texts.credit, photograph.credit)} />
      <Field {...line('holder', texts.holder, rights.holder ?? '')} />
      <Field {...line('until', texts.until, rights.until ?? '')} hint={texts.untilHint} type="date" />
      <Field {...line('takenOn', texts.takenOn, rights.takenOn ?? '')} type="date" />
      <Field {...line('note', texts.note, rights.note ?? '')} type="textarea" />
      <fieldset class="field">
        <legend>{texts.focal}</legend>
        <p class="field__hint">{texts.focalHint}</p>
        <div class="toolbar">
          <Field {...line('focalX', texts.focalX, percent(stored.focalX))} type="number" />
          <Field {...line('focalY', texts.focalY, percent(stored.focalY))} type="number" />
        </div>
      </fieldset>
      <button type="submit" class="button button--primary">
        {texts.save}
      </button>
    </form>
  )
}

function Replace({ ask, texts, photograph, error }: PhotographDetailView): ComponentChildren {
  const wrong = error && ['picture', 'photograph'].includes(error.field) ? error.sentence : undefined
  const wrongOther = error?.field === 'other' ? error.sentence : undefined
  return (
    <form method="post" action={`${root}/${photograph.id}/replace`} enctype="multipart/form-data">
      <h2>{texts.replace}</h2>
      <p>{texts.replaceHint}</p>
      <CsrfField ask={ask} />
      <Field
        name="other"
        label={texts.replaceOther}
        type="number"
        value={wrongOther && String(ask.form.other)}
        error={wrongOther}
      />
      <Field name="picture" label={texts.replaceFile} type="file" error={wrong} />
      <button type="submit" class="button button--danger">
        {texts.replaceButton}
      </button>
    </form>
  )
}

function Remove({ ask, texts, photograph, uses }: PhotographDetailView): ComponentChildren {
  if (uses.length > 0) return null
  return (
    <form method="post" action={`${root}/remove`}>
      <h2>{texts.remove}</h2>
      <p>{texts.removeHint}</p>
      <CsrfField ask={ask} />
      <input type="hidden" name="id[]" value={photograph.id} />
      <label class="check">
        <input type="checkbox" name="sure" value="yes" />
        {texts.confirmRemove}
      </label>
      <button type="submit" class="button button--danger">
        {texts.removeButton}
      </button>
    </form>
  )
}

function percent(share: number): string {
  return String(Math.round(share * 100))
}

/** A day ("2026-11-01"), as it is written in a language. */
function dayInWords(day: string, language: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`), { language, timeZone: 'UTC' })
}
