import { z } from 'zod'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../design/newsroom/field.tsx'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm, rowNumberOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import { changeTopic } from './change-topic.ts'
import { mergeTopics, removeTopic } from './merge-topics.ts'
import type { Topic } from './topic.ts'
import { topicTexts } from './topic-messages.newsroom.ts'
import { findTopics, listAllTopics, listTopicsWithCounts } from './topic-queries.ts'

const root = '/newsroom/publication/topics'

/** `/newsroom/publication/topics`: every topic, with how many stories each has. */
export async function topicsDesk(ask: Ask, house: House): Promise<Answer> {
  const texts = textsFor(ask)
  const topics = await listTopicsWithCounts(house.db)
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.topics,
    notice: noticeFor(ask),
    head: (
      <a class="button button--primary" href={`${root}/new`}>
        {texts.add}
      </a>
    ),
    body:
      topics.length === 0 ? (
        <p class="empty">
          <strong>{texts.emptyTitle}</strong>
          {texts.empty}
        </p>
      ) : (
        <div class="table-frame">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{texts.name}</th>
                <th scope="col">{texts.slug}</th>
                <th scope="col" class="table__number">
                  {texts.published}
                </th>
                <th scope="col" class="table__number">
                  {texts.drafts}
                </th>
              </tr>
            </thead>
            <tbody>
              {topics.map(topic => (
                <tr key={topic.id}>
                  <td>
                    <a class="table__headline" dir="auto" href={`${root}/${topic.id}`}>
                      {topic.name}
                    </a>
                  </td>
                  <td class="soft">
                    /topics/<bdi>{topic.slug}</bdi>
                  </td>
                  <td class="table__number">{topic.published}</td>
                  <td class="table__number">{topic.drafts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ),
  })
}

/** `/newsroom/publication/topics/:id`: one topic; `new` is one to be added. */
export async function topicDesk(ask: Ask, house: House): Promise<Answer> {
  return topicForm(ask, house, await topicAsked(ask, house))
}

const topicForms = (texts: ReturnType<typeof topicTexts>) =>
  z.object({
    name: z.string(texts.nameNeeded).trim().min(1, texts.nameNeeded).max(200, texts.nameNeeded),
    slug: z
      .string(texts.slugWrong)
      .trim()
      .toLowerCase()
      .max(190, texts.slugWrong)
      .regex(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u, texts.slugWrong),
    description: z.string().trim().max(2000, 'The description has at most 2,000 characters.').default(''),
  })

export async function saveTopicForm(ask: Ask, house: House): Promise<Answer> {
  const before = await topicAsked(ask, house)
  try {
    const input = readForm(ask, topicForms(textsFor(ask)))
    const topic = { ...input, photographId: before?.photographId ?? null }
    await changeTopic(house, { by: ask.staff!, id: before?.id ?? null, input: topic })
    return seeOther(`${root}?saved=${encodeURIComponent(input.name)}`)
  } catch (error) {
    if (error instanceof BadInput) return topicForm(ask, house, before, error)
    throw error
  }
}

export async function mergeTopicForm(ask: Ask, house: House): Promise<Answer> {
  const topic = await topicAsked(ask, house)
  if (!topic) throw new NotFound()
  try {
    if (!fieldOf(ask.form, 'sure'))
      throw new BadInput({ field: 'sure', sentence: textsFor(ask).confirmNeeded })
    const into = rowNumberOf(ask.form, 'into')
    const target = (await findTopics(house.db, [into])).get(into)
    if (!target) throw new BadInput({ field: 'into', sentence: `${textsFor(ask).choose}.` })
    await mergeTopics(house, { by: ask.staff!, from: topic.id, into: target.id })
    return seeOther(`${root}?merged=${encodeURIComponent(target.name)}`)
  } catch (error) {
    if (error instanceof BadInput) return topicForm(ask, house, topic, error)
    throw error
  }
}

export async function removeTopicForm(ask: Ask, house: House): Promise<Answer> {
  const topic = await topicAsked(ask, house)
  if (!topic) throw new NotFound()
  await removeTopic(house, { by: ask.staff!, id: topic.id })
  return seeOther(`${root}?removed=1`)
}

async function topicForm(ask: Ask, house: House, topic: Topic | null, error?: BadInput): Promise<Answer> {
  const texts = textsFor(ask)
  const others = topic ? (await listAllTopics(house.db)).filter(({ id }) => id !== topic.id) : []
  const typed = (name: 'name' | 'slug' | 'description') =>
    error && name in ask.form ? fieldOf(ask.form, name) : (topic?.[name] ?? '')
  const wrong = (name: string) => (error?.field === name ? error.message : undefined)
  return publicationDeskPage(ask, house, {
    tab: root,
    title: topic?.name ?? texts.add,
    status: error ? 422 : undefined,
    head: topic && (
      <a class="button" href={`/topics/${topic.slug}`}>
        {texts.view}
      </a>
    ),
    body: (
      <>
        <form method="post" action={`${root}/${topic?.id ?? 'new'}`}>
          <CsrfField ask={ask} />
          <Field
            name="name"
            label={texts.name}
            value={typed('name')}
            error={wrong('name')}
            required
            autofocus={!topic}
          />
          <Field
            name="slug"
            label={texts.slug}
            value={typed('slug')}
            hint={texts.slugHint}
            error={wrong('slug')}
            required
          />
          <Field
            name="description"
            label={texts.description}
            type="textarea"
            value={typed('description')}
            hint={texts.descriptionHint}
            error={wrong('description')}
          />
          <button type="submit" class="button button--primary">
            {texts.save}
          </button>
        </form>
        {topic && others.length > 0 && (
          <form method="post" action={`${root}/${topic.id}/merge`}>
            <h2>{texts.merge}</h2>
            <p>{texts.mergeHint}</p>
            <CsrfField ask={ask} />
            <Choice
              name="into"
              label={texts.mergeInto}
              value={error ? fieldOf(ask.form, 'into') : ''}
              options={[['', texts.choose], ...others.map(({ id, name }) => [String(id), name] as const)]}
              error={wrong('into')}
            />
            <p class="field">
              <label class="check">
                <input type="checkbox" name="sure" value="yes" />
                {texts.confirmMerge}
              </label>
              {wrong('sure') && <span class="field__error">{wrong('sure')}</span>}
            </p>
            <button type="submit" class="button button--danger">
              {texts.mergeButton}
            </button>
          </form>
        )}
        {topic && (
          <form method="post" action={`${root}/${topic.id}/remove`}>
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

async function topicAsked(ask: Ask, house: House): Promise<Topic | null> {
  if (ask.params.id === 'new') return null
  const id = Number(ask.params.id)
  const topic = Number.isSafeInteger(id) ? (await findTopics(house.db, [id])).get(id) : undefined
  if (!topic) throw new NotFound()
  return topic
}

function noticeFor(ask: Ask): string | undefined {
  const texts = textsFor(ask)
  if (ask.query.saved) return texts.saved(ask.query.saved.slice(0, 200))
  if (ask.query.merged) return texts.merged(ask.query.merged.slice(0, 200))
  return ask.query.removed ? texts.removed : undefined
}

function textsFor(ask: Ask): ReturnType<typeof topicTexts> {
  return topicTexts(ask.staff?.language ?? 'en')
}
