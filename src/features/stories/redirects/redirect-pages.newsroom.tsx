import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { formatDate } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { Field } from '../../../design/newsroom/field.tsx'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { publicationDeskPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import { redirectTexts } from './redirect-messages.newsroom.ts'
import { listRedirects, type Redirect, removeRedirect, saveRedirect } from './save-redirect.ts'

const root = '/newsroom/publication/redirects'
const pageLength = 100

/** `/newsroom/publication/redirects`: old addresses and where they lead. */
export function redirectsDesk(ask: Ask, house: House): Promise<Answer> {
  return desk(ask, house)
}

const redirectForm = (texts: ReturnType<typeof redirectTexts>) =>
  z.object({
    from: z.string(texts.fromWrong).trim().min(1, texts.fromWrong).max(2000, texts.fromWrong),
    to: z.string(texts.toWrong).trim().min(1, texts.toWrong).max(2000, texts.toWrong),
  })

export async function saveRedirectForm(ask: Ask, house: House): Promise<Answer> {
  try {
    const redirect = readForm(ask, redirectForm(textsFor(ask)))
    await saveRedirect(house, { by: ask.staff!, ...redirect })
    return seeOther(`${root}?saved=1`)
  } catch (error) {
    if (error instanceof BadInput) return desk(ask, house, error)
    throw error
  }
}

export async function removeRedirectForm(ask: Ask, house: House): Promise<Answer> {
  await removeRedirect(house, { by: ask.staff!, path: fieldOf(ask.form, 'path') })
  return seeOther(`${root}?removed=1`)
}

async function desk(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const words = (ask.query.q ?? '').trim().slice(0, 200)
  const [publication, found] = await Promise.all([
    readPublication(house),
    listRedirects(house.db, { words, after: ask.query.after ?? '', limit: pageLength + 1 }),
  ])
  const shown = found.slice(0, pageLength)
  const wrong = (name: string) => (error?.field === name ? error.message : undefined)
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.redirects,
    status: error ? 422 : undefined,
    notice: ask.query.saved ? texts.saved : ask.query.removed ? texts.removed : undefined,
    body: (
      <>
        <p>{texts.intro}</p>
        <form method="post" action={root}>
          <CsrfField ask={ask} />
          <Field
            name="from"
            label={texts.from}
            hint={texts.fromHint}
            value={fieldOf(ask.form, 'from')}
            error={wrong('from')}
            required
          />
          <Field
            name="to"
            label={texts.to}
            hint={texts.toHint}
            value={fieldOf(ask.form, 'to')}
            error={wrong('to')}
            required
          />
          <button type="submit" class="button button--primary">
            {texts.add}
          </button>
        </form>
        <form method="get" action={root} class="toolbar" data-swap="#redirects">
          <Field name="q" label={texts.find} type="search" value={words} />
          <button type="submit" class="button">
            {texts.findButton}
          </button>
        </form>
        <div id="redirects">
          {shown.length === 0 ? (
            <p class="empty">
              <strong>{texts.emptyTitle}</strong>
              {texts.empty}
            </p>
          ) : (
            <Table ask={ask} redirects={shown} timeZone={publication.timeZone} />
          )}
          {found.length > pageLength && (
            <a
              class="button"
              href={`${root}?${new URLSearchParams({ ...(words && { q: words }), after: shown.at(-1)!.path })}`}
            >
              {texts.older}
            </a>
          )}
        </div>
      </>
    ),
  })
}

function Table(props: { ask: Ask; redirects: Redirect[]; timeZone: string }): ComponentChildren {
  const { ask, redirects, timeZone } = props
  const texts = textsFor(ask)
  const { language } = ask.staff!
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col">{texts.since}</th>
            <th scope="col">
              <span class="unseen">{texts.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {redirects.map(({ path, target, createdAt }) => (
            <tr key={path}>
              <td dir="ltr">{path}</td>
              <td dir="ltr">
                <a href={target}>{target}</a>
              </td>
              <td class="soft">{formatDate(createdAt, { language, timeZone })}</td>
              <td>
                <form method="post" action={`${root}/remove`}>
                  <CsrfField ask={ask} />
                  <button
                    type="submit"
                    class="button button--quiet"
                    name="path"
                    value={path}
                    aria-label={`${texts.remove} ${path}`}
                  >
                    {texts.remove}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function textsFor(ask: Ask): ReturnType<typeof redirectTexts> {
  return redirectTexts(ask.staff?.language ?? 'en')
}
