import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Field } from '../../design/newsroom/field.tsx'
import { Picture } from '../../design/picture.tsx'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { findPhotographs, storePhotograph } from '../media/photograph.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import type { Author, AuthorLink } from './author.ts'
import { authorTexts } from './author-messages.newsroom.ts'
import { findAuthors, listAllAuthors } from './author-queries.ts'
import { changeAuthor, removeAuthor } from './change-author.ts'

const root = '/newsroom/publication/authors'

/** `/newsroom/publication/authors`: everybody who writes. */
export async function authorsDesk(ask: Ask, house: House): Promise<Answer> {
  const texts = textsFor(ask)
  const authors = await listAllAuthors(house.db)
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.authors,
    notice: ask.query.saved ? texts.saved(ask.query.saved.slice(0, 200)) : ask.query.removed && texts.removed,
    head: (
      <a class="button button--primary" href={`${root}/new`}>
        {texts.add}
      </a>
    ),
    body: authors.length === 0 ? <NoAuthors ask={ask} /> : <AuthorTable ask={ask} authors={authors} />,
  })
}

function NoAuthors({ ask }: { ask: Ask }): ComponentChildren {
  const texts = textsFor(ask)
  return (
    <p class="empty">
      <strong>{texts.emptyTitle}</strong>
      {texts.empty}
    </p>
  )
}

function AuthorTable({
  ask,
  authors,
}: {
  ask: Ask
  authors: (Author & { published: number })[]
}): ComponentChildren {
  const texts = textsFor(ask)
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.slug}</th>
            <th scope="col" class="table__number">
              {texts.stories}
            </th>
          </tr>
        </thead>
        <tbody>
          {authors.map(author => (
            <tr key={author.id}>
              <td>
                <a class="table__headline" dir="auto" href={`${root}/${author.id}`}>
                  {author.name}
                </a>
              </td>
              <td>
                <bdi>{author.role}</bdi>
              </td>
              <td class="soft">
                /authors/<bdi>{author.slug}</bdi>
              </td>
              <td class="table__number">{author.published}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `/newsroom/publication/authors/:id`: one author; `new` is one to be added. */
export async function authorDesk(ask: Ask, house: House): Promise<Answer> {
  return authorForm(ask, house, await authorAsked(ask, house))
}

const authorForms = (texts: ReturnType<typeof authorTexts>) =>
  z.object({
    name: z.string(texts.nameNeeded).trim().min(1, texts.nameNeeded).max(200, texts.nameNeeded),
    slug: z
      .string(texts.slugWrong)
      .trim()
      .toLowerCase()
      .max(190, texts.slugWrong)
      .regex(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u, texts.slugWrong),
    role: z.string().trim().max(200, 'The role has at most 200 characters.').default(''),
    bio: z.string().trim().max(4000, 'What is said about them has at most 4,000 characters.').default(''),
    email: z
      .union([z.literal(''), z.email(texts.emailWrong)], texts.emailWrong)
      .default('')
      .transform(text => text || null),
    links: z
      .string()
      .default('')
      .transform((text, context) =>
        text
          .split('\n')
          .map(line => line.trim())
          .filter(Boolean)
          .slice(0, 20)
          .map(line => readLink(line) ?? refused(context, texts.linkWrong(line))),
      ),
  })

function refused(context: z.RefinementCtx, message: string): AuthorLink {
  context.addIssue({ code: 'custom', message })
  return { label: '', href: '' }
}

function readLink(line: string): AuthorLink | null {
  const [, label, href = ''] = /^(.*?)\s*(https?:\/\/\S+)$/.exec(line) ?? []
  if (label === undefined || !URL.canParse(href)) return null
  return { label: label.slice(0, 100) || new URL(href).host, href }
}

export async function saveAuthorForm(ask: Ask, house: House): Promise<Answer> {
  const before = await authorAsked(ask, house)
  try {
    const input = readForm(ask, authorForms(textsFor(ask)))
    const picture = await newPicture(ask, house)
    const photographId = ask.form.withoutPicture ? null : (picture ?? before?.photographId ?? null)
    await changeAuthor(house, { by: ask.staff!, id: before?.id ?? null, input: { ...input, photographId } })
    return seeOther(`${root}?saved=${encodeURIComponent(input.name)}`)
  } catch (error) {
    if (error instanceof BadInput) return authorForm(ask, house, before, error)
    throw error
  }
}

async function newPicture(ask: Ask, house: House): Promise<number | null> {
  for await (const file of ask.files())
    if (file.field === 'picture')
      return (await storePhotograph(house, { bytes: file.stream, name: file.name })).id
  return null
}

export async function removeAuthorForm(ask: Ask, house: House): Promise<Answer> {
  const author = await authorAsked(ask, house)
  if (!author) throw new NotFound()
  await removeAuthor(house, { by: ask.staff!, id: author.id })
  return seeOther(`${root}?removed=1`)
}

async function authorForm(ask: Ask, house: House, author: Author | null, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const kept = author && { ...author, email: author.email ?? '', links: linkLines(author.links) }
  type Name = 'name' | 'slug' | 'role' | 'bio' | 'email' | 'links'
  const line = (name: Name) => ({
    name,
    label: texts[name],
    value: error && name in ask.form ? fieldOf(ask.form, name) : (kept?.[name] ?? ''),
    error: error?.field === name ? error.message : undefined,
  })
  const portraits = await findPhotographs(house.db, author?.photographId ? [author.photographId] : [])
  const portrait = portraits.values().next().value
  const pictureWrong = error && ['photograph', 'picture'].includes(error.field) ? error.message : undefined
  return publicationDeskPage(ask, house, {
    tab: root,
    title: author?.name ?? texts.add,
    status: error ? 422 : undefined,
    head: author && (
      <a class="button" href={`/authors/${author.slug}`}>
        {texts.view}
      </a>
    ),
    body: (
      <>
        <form method="post" action={`${root}/${author?.id ?? 'new'}`} enctype="multipart/form-data">
          <CsrfField ask={ask} />
          <Field {...line('name')} required autofocus={!author} />
          <Field {...line('slug')} hint={texts.slugHint} required />
          <Field {...line('role')} hint={texts.roleHint} />
          <Field {...line('bio')} hint={texts.bioHint} type="textarea" rows={4} />
          <Field {...line('email')} hint={texts.emailHint} type="email" />
          <Field {...line('links')} hint={texts.linksHint} type="textarea" />
          {portrait && (
            <div class="field author-portrait">
              <Picture photograph={portrait} alt="" sizes="8rem" />
              <label class="check">
                <input type="checkbox" name="withoutPicture" value="yes" />
                {texts.withoutPicture}
              </label>
            </div>
          )}
          <Field
            name="picture"
            label={texts.picture}
            type="file"
            hint={texts.pictureHint}
            error={pictureWrong}
          />
          <button type="submit" class="button button--primary">
            {texts.save}
          </button>
        </form>
        {author && (
          <form method="post" action={`${root}/${author.id}/remove`}>
            <h2>{texts.remove}</h2>
            <p>{texts.removeHint}</p>
            <CsrfField ask={ask} />
            <button type="submit" class="button button--danger">
              {texts.remove}
            </button>
          </form>
        )}
      </>
    ),
  })
}

function linkLines(links: readonly AuthorLink[]): string {
  return links.map(({ label, href }) => `${label} ${href}`).join('\n')
}

async function authorAsked(ask: Ask, house: House): Promise<Author | null> {
  if (ask.params.id === 'new') return null
  const id = Number(ask.params.id)
  const author = Number.isSafeInteger(id) ? (await findAuthors(house.db, [id])).get(id) : undefined
  if (!author) throw new NotFound()
  return author
}

function textsFor(ask: Ask): ReturnType<typeof authorTexts> {
  return authorTexts(ask.staff?.language ?? 'en')
}
