import { z } from 'zod'
import { recordAct } from '../../../../platform/audit/audit.ts'
import type { House } from '../../../../platform/house.ts'
import { type Form, fieldOf, readForm } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { newsroomPage } from '../../../newsroom/newsroom.ts'
import type { Inline } from '../../blocks/inline.ts'
import { liveDrafts } from '../../live-draft/live-drafts.ts'
import type { StoryContent } from '../../story.ts'
import { editorMessages } from '../editor-messages.newsroom.ts'
import { makeSlug, typedSlug } from '../panel/make-slug.ts'
import { panelMessages } from '../panel/panel-messages.newsroom.ts'
import { fromPlain, toPlain } from '../plain/plain-text.ts'
import { newBlockId } from '../schema/new-block-id.ts'
import { findEditorStory } from './editor-queries.ts'
import { PlainForm } from './plain-form.newsroom.tsx'
import { storyToWrite } from './story-id.ts'

type RawBlock = StoryContent['blocks'][number]

/** GET /newsroom/stories/:id/plain: the story in plain fields, for browsers without scripts. */
export async function plainEditor(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const content = await liveDrafts.read(house, storyId)
  const texts = editorMessages(staff.language)
  return newsroomPage(ask, house, {
    desk: 'stories',
    title: content.headline || texts.untitled,
    notice: ask.query.saved === undefined ? undefined : texts.saved,
    body: (
      <PlainForm
        ask={ask}
        texts={texts}
        beside={panelMessages(staff.language)}
        content={content}
        plainOf={plainOf}
      />
    ),
  })
}

const lines = z.object({
  headline: z.string().max(500, 'A headline has at most 500 letters.'),
  standfirst: z.string().max(2000, 'A standfirst has at most 2,000 letters.'),
  slug: z.string().optional(),
  more: z.string().max(200_000, 'That is too much at once.').default(''),
})

/** POST /newsroom/stories/:id/plain: takes over what was changed here, and leaves alone what others changed meanwhile. */
export async function savePlainly(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { more } = readForm(ask, lines)
  const { publishedSlug } = await findEditorStory(house.db, storyId)
  const content = await liveDrafts.read(house, storyId)
  const headline = changed(ask.form, 'headline', content.headline)
  const slug = slugAfter(ask.form, { content, headline, isFree: publishedSlug === null })
  await liveDrafts.flush(house, storyId)
  await house.db.transaction().execute(async tx => {
    const next: StoryContent = {
      ...content,
      headline,
      slug,
      standfirst: changed(ask.form, 'standfirst', content.standfirst),
      blocks: [...content.blocks.flatMap(block => changedBlock(ask.form, block)), ...newParagraphs(more)],
    }
    await liveDrafts.replaceIn(tx, house, { storyId, content: next, by: staff.id })
    await recordAct(tx, house.clock, {
      by: staff,
      act: 'write-plainly',
      subject: { kind: 'story', id: storyId, title: next.headline },
    })
  })
  return seeOther(`/newsroom/stories/${storyId}/plain?saved`)
}

/** The text of a block that can stand in a plain field; null for every other. */
function plainOf(block: RawBlock): string | null {
  if (block.type !== 'paragraph' && block.type !== 'heading') return null
  return Array.isArray(block.content) ? toPlain(block.content as Inline[]) : null
}

function changedBlock(form: Form, block: RawBlock): RawBlock[] {
  const now = plainOf(block)
  const name = `block-${block.id}`
  if (now === null || !Object.hasOwn(form, name)) return [block]
  const text = changed(form, name, now)
  if (text === now) return [block]
  return text.trim() === '' ? [] : [{ ...block, content: fromPlain(text) }]
}

/** The address typed; one that nobody gave and no reader knows (`isFree`) follows the headline, as it does in the editor. */
function slugAfter(
  form: Form,
  { content, headline, isFree }: { content: StoryContent; headline: string; isFree: boolean },
): string {
  // A form that was open before it had the field changes nothing.
  const typed = Object.hasOwn(form, 'slug')
    ? typedSlug(changed(form, 'slug', content.slug).trim())
    : content.slug
  const isMade = typed === '' || (typed === content.slug && typed === makeSlug(content.headline))
  return isFree && isMade ? makeSlug(headline) : typed
}

/** What was typed, where it differs from what the form had shown; else what stands there now. */
function changed(form: Form, name: string, now: string): string {
  const typed = fieldOf(form, name)
  return typed === fieldOf(form, `was-${name}`) ? now : typed
}

/** An empty line stands between paragraphs. */
function newParagraphs(text: string): RawBlock[] {
  return text
    .split(/\n\s*\n/)
    .map(each => each.trim())
    .filter(Boolean)
    .map(each => ({ id: newBlockId(), type: 'paragraph', content: fromPlain(each) }))
}
