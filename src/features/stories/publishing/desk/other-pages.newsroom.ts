import { z } from 'zod'
import { readMoment } from '../../../../design/newsroom/read-moment.ts'
import { BadInput, Conflict, NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { fieldOf, readForm } from '../../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../../platform/http/route.ts'
import { may } from '../../../../platform/permissions.ts'
import { aiTasks } from '../../ai-help.ts'
import { storyToWrite } from '../../editor/pages/story-id.ts'
import { answerAiHelp } from '../answer-ai-help.ts'
import { moveStory } from '../move-story.ts'
import { type Plan, planStory } from '../plan-story.ts'
import { createPreview, previewDays, revokePreview } from '../previews/create-preview.ts'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import { removeStory } from '../remove-story.ts'
import { openStory, withdrawAtDesk } from '../withdraw-at-desk.ts'
import { deskStates } from '../workflow.ts'
import { answering, showPublishing } from './publish-pages.newsroom.tsx'

const moveForm = z.object({ to: z.enum(deskStates, 'Choose where the story goes.') })

/** POST /newsroom/stories/:id/state: hands a story in, takes it back, marks it as ready. */
export function moveStoryForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'move', async ({ storyId, staff }) => {
    await moveStory(house, { storyId, to: readForm(ask, moveForm).to, by: staff })
    return 'moved'
  })
}

/** POST /newsroom/stories/:id/plan: due time, assignee, embargo; a field that does not come stays as it is. */
export function planStoryForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'plan', async ({ storyId, staff, timeZone }) => {
    await planStory(house, { storyId, plan: readPlan(ask, timeZone), by: staff })
    return 'planned'
  })
}

/** What a form says of a plan. Throws BadInput. */
export function readPlan(ask: Pick<Ask, 'form' | 'staff'>, timeZone: string): Plan {
  const has = (name: string) => Object.hasOwn(ask.form, name)
  const plan: Plan = {}
  const place = { language: ask.staff?.language ?? 'en', timeZone }
  if (has('due')) plan.dueAt = readMoment(ask.form, 'due', place)
  if (!ask.staff || !may(ask.staff, 'edit-all-stories')) return plan
  if (has('embargo')) plan.embargoUntil = readMoment(ask.form, 'embargo', place)
  if (has('assignee')) {
    const text = fieldOf(ask.form, 'assignee')
    if (!/^\d{0,15}$/.test(text))
      throw new BadInput({ field: 'assignee', sentence: 'Choose somebody from the list.' })
    plan.assigneeId = text === '' ? null : Number(text)
  }
  return plan
}

const aiHelpForm = z.object({
  none: z.literal('yes').optional(),
  'with[]': z.array(z.enum(aiTasks, 'Choose from the list what AI helped with.')).default([]),
  line: z.string().trim().max(400, 'The line has 400 letters at most.').default(''),
})

/** POST /newsroom/stories/:id/ai-help */
export function aiHelpFormSent(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'ai-help', async ({ storyId, staff }) => {
    const { none, 'with[]': tasks, line } = readForm(ask, aiHelpForm)
    if ((none === 'yes') === tasks.length > 0)
      throw new BadInput({ field: 'with', sentence: publishingMessages(staff.language).aiMissing })
    const help = { with: aiTasks.filter(task => tasks.includes(task)), line: tasks.length ? line : '' }
    await answerAiHelp(house, { storyId, help, by: staff })
    return 'ai-help'
  })
}

/** POST /newsroom/stories/:id/withdraw */
export function withdrawForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'withdraw', async ({ storyId, staff }) => {
    await withdrawAtDesk(house, { storyId, note: fieldOf(ask.form, 'note').slice(0, 2000), by: staff })
    return 'withdrawn'
  })
}

/** POST /newsroom/stories/:id/open: of what was private where it came from. */
export function openStoryForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'publish', async ({ storyId, staff }) => {
    await openStory(house, { storyId, by: staff })
    return 'opened'
  })
}

const removeForm = z.object({
  status: z.enum(['410', '451'], 'Say why the text is removed.'),
  note: z.string('Tell readers in a sentence why there is nothing here.').max(2000),
  confirmation: z.string().default(''),
})

/** POST /newsroom/stories/:id/remove: leads to the list, since there is no page about the story any more. */
export async function removeStoryForm(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  try {
    const { status, note, confirmation } = readForm(ask, removeForm)
    await removeStory(house, {
      storyId,
      by: staff,
      status: status === '451' ? 451 : 410,
      note,
      confirmation,
    })
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof Conflict)) throw error
    return showPublishing(ask, house, { form: 'remove', error })
  }
  return seeOther('/newsroom/stories?done=removed')
}

const previewForm = z.object({
  label: z.string().trim().max(200, 'The name has 200 letters at most.').default(''),
  days: z
    .string('Say how long the link works.')
    .transform(Number)
    .refine(n => (previewDays as readonly number[]).includes(n), 'Choose one of the spans.'),
})

/** POST /newsroom/stories/:id/previews: makes a link and shows it, once. */
export async function createPreviewForm(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  try {
    const { label, days } = readForm(ask, previewForm)
    const token = await createPreview(house, {
      storyId,
      label,
      days: days as (typeof previewDays)[number],
      by: staff,
    })
    return showPublishing(ask, house, { newPreview: `${house.config.siteUrl}/preview/${token}` })
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof Conflict)) throw error
    return showPublishing(ask, house, { form: 'preview', error })
  }
}

/** POST /newsroom/stories/:id/previews/:preview/revoke */
export function revokePreviewForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'preview', async ({ storyId, staff }) => {
    const { preview = '' } = ask.params
    if (!/^\d{1,15}$/.test(preview)) throw new NotFound()
    await revokePreview(house, { storyId, id: Number(preview), by: staff })
    return 'revoked'
  })
}
