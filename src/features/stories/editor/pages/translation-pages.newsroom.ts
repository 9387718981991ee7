import { z } from 'zod'
import { BadInput } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { readForm } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { liveDrafts } from '../../live-draft/live-drafts.ts'
import { requireStoryAccess } from '../../publishing/story-access.ts'
import { beginStory } from './begin-story.ts'
import { findEditorStory, originalOf } from './editor-queries.ts'
import { linkStories, unlinkStories } from './link-translation.ts'
import { storyToWrite } from './story-id.ts'

const form = z.object({
  /** Begin one in this language, link a story that is there, or take the link away. */
  act: z.enum(['begin', 'link', 'unlink'], 'Say what to do with the translation.'),
  language: z
    .string()
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, 'Name the language by its tag, such as “uk” or “de-AT”.')
    .optional(),
  story: z.coerce.number('Choose a story.').int().min(1).optional(),
})

/** POST /newsroom/stories/:id/translations: makes a draft for a translation, links a story that is one, or unlinks it. */
export async function changeTranslations(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { act, language, story } = readForm(ask, form)
  if (act === 'begin') {
    if (!language) throw new BadInput({ field: 'language', sentence: 'Choose a language.' })
    const content = await liveDrafts.read(house, storyId)
    const { kind } = await findEditorStory(house.db, storyId)
    const id = await beginStory(house, {
      by: staff,
      kind,
      // The text comes along to be translated in its place; the address is made from the new headline.
      content: { ...content, language, slug: '', searchHeadline: '', searchDescription: '' },
      translationOf: await originalOf(house.db, storyId),
    })
    return seeOther(`/newsroom/stories/${id}`)
  }
  if (!story) throw new BadInput({ field: 'story', sentence: 'Choose a story.' })
  await requireStoryAccess(house.db, story, staff)
  await liveDrafts.flush(house, storyId)
  await liveDrafts.flush(house, story)
  await (act === 'link' ? linkStories : unlinkStories)(house, { storyId, other: story, by: staff })
  return seeOther(`/newsroom/stories/${storyId}`)
}
