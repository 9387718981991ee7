import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { type Form, fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import type { PublicationSettings } from '../publication/publication.ts'
import { changeSettings } from './change-settings.ts'
import { currentSettings } from './settings-form.ts'
import { settingsTexts } from './settings-messages.newsroom.ts'

const root = '/newsroom/publication/navigation'
const mostColumns = 6

type Line = { label: string; href: string }
interface Typed {
  lines: Line[]
  columns: { title: string; links: string }[]
}

/** `/newsroom/publication/navigation`: the line of sections, and the columns of links in the footer. */
export async function navigationDesk(ask: Ask, house: House): Promise<Answer> {
  return navigationForm(ask, house, typedFrom(await currentSettings(house)))
}

/** Saves; or, for the buttons that move, add and remove lines, shows the form so changed and saves nothing yet. */
export async function saveNavigationForm(ask: Ask, house: House): Promise<Answer> {
  const typed = readTyped(ask.form)
  const [act = 'save', number = ''] = fieldOf(ask.form, 'do').split(' ')
  if (act !== 'save')
    return navigationForm(ask, house, { ...typed, lines: changed(typed.lines, act, Number(number)) })
  try {
    const columns = columnsFrom(typed, settingsTexts(ask.staff!.language).linkWrong)
    const navigation = typed.lines.filter(({ label, href }) => label || href)
    await changeSettings(house, {
      by: ask.staff!,
      change: settings => ({ ...settings, navigation, footer: { ...settings.footer, columns } }),
    })
    return seeOther(`${root}?saved=1`)
  } catch (error) {
    if (error instanceof BadInput) return navigationForm(ask, house, typed, error)
    throw error
  }
}

function changed(lines: Line[], act: string, at: number): Line[] {
  const all = [...lines]
  if (act === 'add') return [...all, { label: '', href: '' }]
  const [line] = all.splice(at, 1)
  if (!line || act === 'remove') return all
  all.splice(act === 'up' ? Math.max(0, at - 1) : at + 1, 0, line)
  return all
}

function readTyped(form: Form): Typed {
  const list = (name: string) => [form[name] ?? []].flat()
  const hrefs = list('href[]')
  const links = list('links[]')
  return {
    lines: list('label[]').map((label, i) => ({ label: label.trim(), href: (hrefs[i] ?? '').trim() })),
    columns: list('title[]').map((title, i) => ({ title: title.trim(), links: links[i] ?? '' })),
  }
}

function typedFrom({ navigation, footer }: PublicationSettings): Typed {
  const columns = footer.columns.map(({ title, links }) => ({
    title,
    links: links.map(({ label, href }) => `${label} ${href}`).join('\n'),
  }))
  return { lines: navigation, columns }
}

function columnsFrom(
  { columns }: Typed,
  wrong: (line: string) => string,
): PublicationSettings['footer']['columns'] {
  return columns
    .map(({ title, links }) => ({
      title,
      links: links
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean)
        .map(line => {
          const [, label = '', href = ''] = /^(.+?)\s+(\S+)$/.exec(line) ?? []
          if (!href) throw new BadInput({ field: 'footer', sentence: wrong(line) })
          return { label, href }
        }),
    }))
    .filter(({ title, links }) => title || links.length > 0)
}

function navigationForm(ask: Ask, house: House, typed: Typed, error?: BadInput): Promise<Answer> {
  const texts = settingsTexts(ask.staff!.language)
  const columns = [...typed.columns]
  while (columns.length < Math.min(mostColumns, typed.columns.length + 1))
    columns.push({ title: '', links: '' })
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.navigation,
    status: error ? 422 : undefined,
    notice: error ? error.message : ask.query.saved ? texts.savedNavigation : undefined,
    body: (
      <>
        <form id="navigation" method="post" action={root}>
          <CsrfField ask={ask} />
          {/* Enter in a field saves; without this the first button of the form would move a line. */}
          <button type="submit" name="do" value="save" class="unseen" tabindex={-1}>
            {texts.saveNavigation}
          </button>
          <p>{texts.navigationIntro}</p>
          <div class="rows">
            {typed.lines.length === 0 && <p class="empty">{texts.noNavigation}</p>}
            {typed.lines.map((line, i) => (
              <Row key={i} line={line} number={i} last={i === typed.lines.length - 1} texts={texts} />
            ))}
          </div>
          <p>
            <button type="submit" class="button" name="do" value="add" data-swap="#navigation">
              {texts.addRow}
            </button>
          </p>
          <h2>{texts.footer}</h2>
          <p>{texts.columnHint}</p>
          {error?.field === 'footer' && <p class="field__error">{error.message}</p>}
          {columns.map((column, i) => (
            <fieldset key={i} class="field">
              <legend>{texts.column(i + 1)}</legend>
              <label class="field__label" for={`title-${i}`}>
                {texts.columnTitle}
              </label>
              <input id={`title-${i}`} name="title[]" value={column.title} maxLength={80} />
              <label class="field__label" for={`links-${i}`}>
                {texts.columnLinks}
              </label>
              <textarea id={`links-${i}`} name="links[]" rows={4}>
                {column.links}
              </textarea>
            </fieldset>
          ))}
          <button type="submit" class="button button--primary" name="do" value="save">
            {texts.saveNavigation}
          </button>
        </form>
      </>
    ),
  })
}

function Row(props: {
  line: Line
  number: number
  last: boolean
  texts: ReturnType<typeof settingsTexts>
}): ComponentChildren {
  const { line, number, last, texts } = props
  const button = (act: 'up' | 'down' | 'remove', words: string, off: boolean) => (
    <button
      type="submit"
      class="button button--quiet"
      name="do"
      value={`${act} ${number}`}
      disabled={off}
      aria-label={`${words}: ${line.label}`}
      title={words}
      data-swap="#navigation"
    >
      {{ up: '↑', down: '↓', remove: '×' }[act]}
    </button>
  )
  return (
    <div class="rows__row">
      <div class="field">
        <label for={`label-${number}`}>{texts.label}</label>
        <input id={`label-${number}`} name="label[]" value={line.label} maxLength={80} />
      </div>
      <div class="field">
        <label for={`href-${number}`}>{texts.href}</label>
        <input id={`href-${number}`} name="href[]" value={line.href} maxLength={2000} dir="ltr" />
      </div>
      <div class="rows__buttons">
        {button('up', texts.up, number === 0)}
        {button('down', texts.down, last)}
        {button('remove', texts.remove, false)}
      </div>
    </div>
  )
}
