import type { ComponentChildren } from 'preact'
import { interfaceLanguages } from '../../../design/messages.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import { type Appeal, type Telling, tellings, type Wording, wordingTexts } from '../appeal.ts'
import { type FigureName, type Figures, figureNames, formatFigure } from '../figure-text.ts'
import { countsNow, figuresOf } from '../live-appeals.ts'
import type { AppealDoors } from '../print-appeals.tsx'
import { saveWording } from '../save-appeal.ts'
import { tellAppeal } from '../told-appeal.ts'
import { deskPlaces } from './appeal-form.ts'
import { appealAsked } from './appeal-pages.newsroom.tsx'
import { campaignDeskPage, deskRoot, deskTexts, fieldsOf } from './campaign-desk-page.tsx'
import { typedNumbers, wordingFields, wordingFrom } from './wording-form.ts'

type Texts = ReturnType<typeof deskTexts>

/** `/newsroom/campaigns/appeals/:id/wordings/:wording`: what an appeal says, with its preview; `new` is one more. */
export function wordingDesk(doors: AppealDoors) {
  return async (ask: Ask, house: House): Promise<Answer> => wordingForm(ask, house, { doors })
}

export function saveWordingForm(doors: AppealDoors) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const { appeal, wording } = await wordingAsked(ask, house)
    try {
      const { name, texts } = wordingFrom(ask.form, deskTexts(ask))
      const what = { by: ask.staff!, appealId: appeal.id, id: wording?.id ?? null, name, texts }
      const id = await saveWording(house, what)
      return seeOther(`${deskRoot}/appeals/${appeal.id}/wordings/${id}?done=saved`)
    } catch (error) {
      if (error instanceof BadInput) return wordingForm(ask, house, { doors, error })
      throw error
    }
  }
}

async function wordingForm(
  ask: Ask,
  house: House,
  { doors, error }: { doors: AppealDoors; error?: BadInput },
): Promise<Answer> {
  const texts = deskTexts(ask)
  const { appeal, wording } = await wordingAsked(ask, house)
  const { language } = await readPublication(house)
  const { figures, gained } = await figuresOf(house, {
    campaign: appeal.campaign,
    counts: await countsNow(house, doors.countReaders),
  })
  const at = `${deskRoot}/appeals/${appeal.id}/wordings/${wording?.id ?? 'new'}`
  const proposed = String.fromCharCode(65 + appeal.wordings.length)
  const start = wording?.texts ?? appeal.wordings[0]?.texts ?? wordingTexts.parse({})
  const field = fieldsOf(ask, wordingFields(wording?.name ?? proposed, start), error)
  const options = (all: readonly string[], names: Record<string, string>) =>
    all.map(each => [each, names[each] ?? each] as const)
  return campaignDeskPage(ask, house, {
    tab: 'campaigns',
    title: `${appeal.name}: ${wording ? wording.name : texts.addWording}`,
    wide: true,
    status: error ? 422 : undefined,
    notice: error && (error.field === 'wording' ? error.message : texts.notSaved),
    head: (
      <a class="button" href={`${deskRoot}/appeals/${appeal.id}`}>
        {appeal.name}
      </a>
    ),
    body: (
      <div class="settings">
        <form id="wording-form" method="post" action={at} class="settings__form" data-settings-form>
          <CsrfField ask={ask} />
          <Field {...field('name')} label={texts.wordingName} required maxLength={60} />
          <p class="soft">{texts.textsHint}</p>
          {tellings
            .filter(telling => appeal.campaign || telling === 'underway' || telling === 'thanks')
            .map(telling => (
              <TellingFields key={telling} texts={texts} telling={telling} field={field} />
            ))}
          {appeal.place !== 'strip' && (
            <>
              <Field {...field('signature')} label={texts.signature} maxLength={120} />
              <Field {...field('office')} label={texts.office} maxLength={120} />
            </>
          )}
          <Field {...field('join')} label={texts.joinWords} maxLength={60} />
          <Field {...field('gift')} label={texts.giftWords} maxLength={60} />
          <Warnings
            texts={texts}
            lines={warningsOf({ texts, appeal, wording, figures, gained, language, doors, house })}
          />
          <FigureList texts={texts} figures={figures} language={language} />
          <div class="campaign-form__line">
            <Choice
              name="previewPlace"
              label={texts.previewPlace}
              value={appeal.place}
              options={options(deskPlaces, texts.places)}
            />
            <Choice
              name="previewTelling"
              label={texts.previewTelling}
              value="underway"
              options={options(tellings, texts.tellings)}
            />
            <Choice
              name="previewLanguage"
              label={texts.previewLanguage}
              value={interfaceLanguages.find(each => language.startsWith(each)) ?? 'en'}
              options={interfaceLanguages.map(each => [each, languageName(each)] as const)}
            />
          </div>
          <div class="settings__buttons">
            <button type="submit" class="button button--primary">
              {texts.save}
            </button>
            <button
              type="submit"
              class="button"
              formaction={`${at}/preview`}
              formtarget="settings-preview"
              data-settings-preview
            >
              {texts.preview}
            </button>
          </div>
        </form>
        <div class="settings__preview">
          <iframe name="settings-preview" title={texts.previewTitle} src={`${at}/preview`} />
        </div>
      </div>
    ),
  })
}

function TellingFields(props: {
  texts: Texts
  telling: Telling
  field: (name: string) => { name: string; value: string; error?: string }
}): ComponentChildren {
  const { texts, telling, field } = props
  const heading = field(`heading-${telling}`)
  const text = field(`text-${telling}`)
  const isOpen = telling === 'underway' || Boolean(heading.value || text.value || heading.error || text.error)
  return (
    <details class="campaign-telling" open={isOpen}>
      <summary>{texts.tellings[telling]}</summary>
      <Field {...heading} label={texts.heading} maxLength={200} />
      <Field {...text} label={texts.paragraphs} type="textarea" rows={telling === 'underway' ? 7 : 3} />
    </details>
  )
}

function FigureList(props: { texts: Texts; figures: Figures; language: string }): ComponentChildren {
  const { texts, figures, language } = props
  const shown = (name: FigureName) => {
    const figure = figures[name]
    return figure === null ? <span class="soft">{texts.notNow}</span> : formatFigure(figure, language)
  }
  return (
    <details class="campaign-telling">
      <summary>{texts.figures}</summary>
      <p class="soft">{texts.figuresHint}</p>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.figure}</th>
              <th scope="col" class="table__number">
                {texts.now}
              </th>
            </tr>
          </thead>
          <tbody>
            {figureNames.map(name => (
              <tr key={name}>
                <td>
                  <code>{`{${name}}`}</code> <span class="soft">{texts.about[name]}</span>
                </td>
                <td class="table__number">{shown(name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Warnings({ texts, lines }: { texts: Texts; lines: string[] }): ComponentChildren {
  if (lines.length === 0) return null
  return (
    <div class="notice notice--alert campaign-warnings">
      <strong>{texts.warnings}</strong>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the editor should know of the words as they are saved: what had to be left out just now, and typed numbers. */
function warningsOf(options: {
  texts: Texts
  appeal: Appeal
  wording: Wording | null
  figures: Figures
  gained: number
  language: string
  doors: AppealDoors
  house: House
}): string[] {
  const { texts, appeal, wording, figures, gained, language, doors, house } = options
  if (!wording) return []
  const open = doors.open(house)
  const lines = tellings.flatMap(telling => {
    const own = wording.texts[telling]
    if (!own.heading && own.paragraphs.length === 0) return []
    const { left } = tellAppeal({
      appeal,
      wording,
      telling,
      thanks: telling === 'thanks',
      figures,
      gained,
      open,
      language,
      now: house.payments.now(),
    })
    const moment = texts.tellings[telling]!
    return [
      ...left.missing.map(name => texts.missing(name, moment)),
      ...left.unknown.map(name => texts.unknown(name, moment)),
    ]
  })
  const typed = typedNumbers(wording.texts).map(({ telling, number }) =>
    texts.typed(number, texts.tellings[telling]!),
  )
  return [...new Set([...lines, ...typed, ...(open.join || open.gift ? [] : [texts.noButtons])])]
}

function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
}

export async function wordingAsked(
  ask: Ask,
  house: House,
): Promise<{ appeal: Appeal; wording: Wording | null }> {
  const appeal = await appealAsked(ask, house)
  if (!appeal) throw new NotFound()
  if (fieldOf(ask.params, 'wording') === 'new') return { appeal, wording: null }
  const wording = appeal.wordings.find(({ id }) => id === rowNumberOf(ask.params, 'wording'))
  if (!wording) throw new NotFound()
  return { appeal, wording }
}
