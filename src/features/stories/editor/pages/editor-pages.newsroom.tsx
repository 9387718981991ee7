import { z } from 'zod'
import type { House } from '../../../../platform/house.ts'
import { readForm } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { may } from '../../../../platform/permissions.ts'
import { newsroomPage } from '../../../newsroom/newsroom.ts'
import { readPublication } from '../../../publication/publication.ts'
import { liveDrafts } from '../../live-draft/live-drafts.ts'
import { listStaffNames } from '../../notes/note-queries.ts'
import type { StoryContent } from '../../story.ts'
import type { EditorFacts } from '../editor-facts.ts'
import { editorMessages } from '../editor-messages.newsroom.ts'
import { schemaVersion } from '../schema/schema-version.ts'
import { beginStory } from './begin-story.ts'
import { type EditorStory, findEditorStory, listTranslations, namesOf } from './editor-queries.ts'
import { EditorShell } from './editor-shell.newsroom.tsx'
import { NewStory } from './new-story.newsroom.tsx'
import { storyToWrite } from './story-id.ts'

/** GET /newsroom/stories/:id: the story, to be written in its place. */
export async function editorPage(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const texts = editorMessages(staff.language)
  const [story, content] = await Promise.all([
    findEditorStory(house.db, storyId),
    liveDrafts.read(house, storyId),
  ])
  const facts = await factsFor(ask, house, { story, content })
  return newsroomPage(ask, house, {
    desk: 'stories',
    title: content.headline || texts.untitled,
    wide: true,
    body: <EditorShell facts={facts} story={story} content={content} language={staff.language} />,
  })
}

/** GET /newsroom/stories/:id/standing: 200 for whoever may write here, for a page whose socket was refused. */
export async function storyStanding(ask: Ask, house: House): Promise<Answer> {
  await storyToWrite(ask, house)
  return { type: 'text/plain; charset=utf-8', body: 'ok\n', headers: { 'cache-control': 'no-store' } }
}

/** GET /newsroom/stories/new: a form of one field, for whoever comes by a link; the button in the list skips it. */
export async function newStoryPage(ask: Ask, house: House): Promise<Answer> {
  const texts = editorMessages(ask.staff!.language)
  return newsroomPage(ask, house, {
    desk: 'stories',
    title: texts.newStory,
    body: <NewStory ask={ask} texts={texts} />,
  })
}

const newStoryForm = z.object({
  headline: z
    .string('Give the headline as text.')
    .trim()
    .max(500, 'A headline has at most 500 letters.')
    .default(''),
  kind: z.enum(['story', 'page'], 'Choose a story or a page.').default('story'),
})

/** POST /newsroom/stories: begins a story and goes there. Whoever has an author page is its first author. */
export async function createStoryHere(ask: Ask, house: House): Promise<Answer> {
  const staff = ask.staff!
  const { headline, kind } = readForm(ask, newStoryForm)
  const publication = await readPublication(house)
  const id = await beginStory(house, {
    by: staff,
    kind,
    content: {
      headline,
      language: publication.language,
      authors: staff.authorId === null ? [] : [staff.authorId],
    },
  })
  return seeOther(`/newsroom/stories/${id}`)
}

async function factsFor(
  ask: Ask,
  house: House,
  { story, content }: { story: EditorStory; content: StoryContent },
): Promise<EditorFacts> {
  const staff = ask.staff!
  const [publication, authors, topics, translations, people] = await Promise.all([
    readPublication(house),
    namesOf(house.db, 'authors', content.authors),
    namesOf(house.db, 'topics', content.topics),
    listTranslations(house.db, story.id),
    listStaffNames(house.db),
  ])
  return {
    storyId: story.id,
    feedId: story.feedId,
    schemaVersion,
    kind: story.kind,
    siteUrl: house.config.siteUrl,
    me: { id: staff.id, name: staff.name },
    mayUsePhotographs: may(staff, 'use-photographs'),
    mayPublish: may(staff, 'publish-stories'),
    publication: {
      name: publication.name,
      language: publication.language,
      timeZone: publication.timeZone,
    },
    publishedSlug: story.publishedSlug,
    authors,
    topics,
    languages: [...new Set([publication.language, ...translations.map(each => each.language)])].filter(
      Boolean,
    ),
    translations,
    staff: people,
  }
}
