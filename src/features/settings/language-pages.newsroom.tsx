import { sql } from 'kysely'
import type { ComponentChildren } from 'preact'
import { interfaceLanguage, interfaceLanguages } from '../../design/messages.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../design/newsroom/field.tsx'
import type { Database } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import { changeSettings } from './change-settings.ts'
import { currentSettings } from './settings-form.ts'
import { settingsTexts } from './settings-messages.newsroom.ts'

const root = '/newsroom/publication/languages'

/** `/newsroom/publication/languages`: the language and time zone of the paper, and those its stories are in. */
export function languagesDesk(ask: Ask, house: House): Promise<Answer> {
  return languagesForm(ask, house)
}

export async function saveLanguagesForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const language = fieldOf(ask.form, 'language')
    const timeZone = fieldOf(ask.form, 'timeZone').trim()
    await changeSettings(house, { by: ask.staff!, change: settings => ({ ...settings, language, timeZone }) })
    return seeOther(`${root}?saved=1`)
  } catch (error) {
    if (error instanceof BadInput) return languagesForm(ask, house, error)
    throw error
  }
}

async function languagesForm(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = settingsTexts(ask.staff!.language)
  const [settings, written] = await Promise.all([currentSettings(house), listLanguages(house.db)])
  const names = new Intl.DisplayNames([ask.staff!.language, 'en'], { type: 'language' })
  const own = { language: settings.language, timeZone: settings.timeZone }
  const value = (name: keyof typeof own) => (name in ask.form ? fieldOf(ask.form, name) : own[name])
  const wrong = (name: string) => (error?.field === name ? error.message : undefined)
  // A region ("en-IE") is kept as it was set; the list adds the plain languages.
  const choices = [...new Set([settings.language, ...interfaceLanguages])]
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.languages,
    status: error ? 422 : undefined,
    notice: ask.query.saved && !error ? texts.savedLanguages : undefined,
    body: (
      <>
        <p>{texts.languagesIntro}</p>
        <form method="post" action={root}>
          <CsrfField ask={ask} />
          <Choice
            name="language"
            label={texts.language}
            value={value('language')}
            options={choices.map(tag => [tag, names.of(tag) ?? tag] as const)}
            error={wrong('language')}
          />
          <Field
            name="timeZone"
            label={texts.timeZone}
            hint={texts.timeZoneHint}
            value={value('timeZone')}
            error={wrong('timeZone')}
            list="time-zones"
            required
          />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map(zone => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <button type="submit" class="button button--primary">
            {texts.saveLanguages}
          </button>
        </form>
        <h2>{texts.written}</h2>
        {written.length === 0 ? (
          <p class="empty">{texts.noStories}</p>
        ) : (
          <Written {...{ written, names, texts }} />
        )}
      </>
    ),
  })
}

interface WrittenIn {
  language: string
  published: number
  drafts: number
}

function Written(props: {
  written: WrittenIn[]
  names: Intl.DisplayNames
  texts: ReturnType<typeof settingsTexts>
}): ComponentChildren {
  const { written, names, texts } = props
  return (
    // The table is wider than a phone and holds nothing the keyboard could go to, so it is a stop itself.
    <section class="table-frame" tabindex={0} aria-label={texts.written}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.language}</th>
            <th scope="col" class="table__number">
              {texts.stories}
            </th>
            <th scope="col" class="table__number">
              {texts.drafts}
            </th>
            <th scope="col">{texts.words}</th>
          </tr>
        </thead>
        <tbody>
          {written.map(({ language, published, drafts }) => (
            <tr key={language}>
              <td>{nameOf(language, names)}</td>
              <td class="table__number">{published}</td>
              <td class="table__number">{drafts}</td>
              <td class="soft">{isSpoken(language) ? texts.spoken : texts.unspoken}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function nameOf(language: string, names: Intl.DisplayNames): string {
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}

function isSpoken(language: string): boolean {
  return interfaceLanguage(language) !== 'en' || /^en\b/i.test(language)
}

async function listLanguages(db: Database): Promise<WrittenIn[]> {
  const { rows } = await sql<WrittenIn>`
    select coalesce(p.language, d.language) as language, coalesce(p.n, 0) as published, coalesce(d.n, 0) as drafts
    from (select language, count(*)::int as n from published_stories group by language) p
    full join (select language, count(*)::int as n from story_list
      where state in ('draft', 'in-review', 'ready', 'scheduled') group by language) d on d.language = p.language
    order by 2 desc, 1`.execute(db)
  return rows.filter(({ language }) => language)
}
