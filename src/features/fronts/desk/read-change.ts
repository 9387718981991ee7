import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { BadInput } from '../../../platform/errors/errors.ts'
import { type Form, fieldOf, readForm } from '../../../platform/http/form.ts'
import { layouts } from '../front.ts'
import type { FrontChange } from './arrange-front.ts'
import type { frontDeskTexts } from './front-desk-messages.newsroom.ts'

type Texts = ReturnType<typeof frontDeskTexts>

/** What a button of the front desk means. Throws BadInput that names the field. */
export function readChange(form: Form, texts: Texts): FrontChange {
  const [act = '', by = ''] = fieldOf(form, 'do').split(' ')
  const container = fieldOf(form, 'container')
  switch (act) {
    case 'add-container':
      return { do: act, id: randomBytes(6).toString('hex'), layout: layoutOf(form, texts) }
    case 'set-container':
      return { do: act, container, values: containerValues(form, texts) }
    case 'move-container':
      return { do: act, container, by: Number(by) < 0 ? -1 : 1 }
    case 'remove-container':
      return { do: act, container }
    case 'add-slot':
      return { do: act, container, storyId: storyIdOf(form, by) }
    case 'remove-slot':
      return { do: act, container, storyId: storyIdOf(form) }
    case 'move-slot':
      return {
        do: act,
        container,
        storyId: storyIdOf(form),
        to: fieldOf(form, 'to') || container,
        at: whole(by || fieldOf(form, 'at')),
      }
    default:
      throw new BadInput({ field: 'do', sentence: 'The front desk does not know what to do.' })
  }
}

function containerValues(form: Form, texts: Texts) {
  const optionalId = z.coerce.number().int().positive().optional().catch(undefined)
  const values = readForm(
    { form },
    z.object({
      layout: z.enum(layouts, texts.chooseLayout),
      title: z.string().trim().max(120, 'The title has at most 120 characters.').default(''),
      href: z
        .string()
        .trim()
        .max(500)
        .refine(text => text === '' || /^\/(?![/\\])/.test(text), texts.hrefWrong)
        .default('')
        .transform(text => text || null),
      size: z.coerce
        .number(texts.sizeWrong)
        .int(texts.sizeWrong)
        .min(1, texts.sizeWrong)
        .max(60, texts.sizeWrong),
      fill: z.enum(['none', 'all']).catch('none'),
      topicId: optionalId,
      authorId: optionalId,
      label: z.string().trim().max(60).default(''),
      language: z.string().trim().max(35).default(''),
    }),
  )
  const { layout, title, href, size, fill, topicId, authorId, label, language } = values
  const query = {
    ...(topicId && { topicId }),
    ...(authorId && { authorId }),
    ...(label && { label }),
    ...(language && { language }),
  }
  return { layout, title, href, size, fill: fill === 'all' ? query : null }
}

function layoutOf(form: Form, texts: Texts) {
  return readForm({ form }, z.object({ layout: z.enum(layouts, texts.chooseLayout) })).layout
}

function storyIdOf(form: Form, given = fieldOf(form, 'story')): number {
  const id = Number(given)
  if (!Number.isSafeInteger(id) || id <= 0)
    throw new BadInput({ field: 'story', sentence: 'Choose a story.' })
  return id
}

function whole(text: string): number {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : 0
}
