import { readMoment } from '../../../../design/newsroom/read-moment.ts'
import { BadInput } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { fieldOf } from '../../../../platform/http/form.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'
import { answering } from '../desk/publish-pages.newsroom.tsx'
import { publishingMessages } from '../publishing-messages.newsroom.ts'
import { handBackChanges, handInChanges, takeBackChanges } from './hand-in-changes.ts'
import { cancelChange, moveChange } from './schedule-change.ts'

/** POST /newsroom/stories/:id/planned-change: another time for the change that is scheduled. */
export function moveChangeForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'planned', async ({ storyId, staff, timeZone }) => {
    const at = readMoment(ask.form, 'time', { language: staff.language, timeZone })
    if (!at) throw new BadInput({ field: 'time', sentence: publishingMessages(staff.language).noTime })
    await moveChange(house, { storyId, at, by: staff })
    return 'change-moved'
  })
}

/** POST /newsroom/stories/:id/planned-change/cancel */
export function cancelChangeForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'planned', async ({ storyId, staff }) => {
    await cancelChange(house, { storyId, by: staff })
    return 'change-cancelled'
  })
}

/** POST /newsroom/stories/:id/changes/hand-in */
export function handInForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'changes', async ({ storyId, staff }) => {
    await handInChanges(house, { storyId, by: staff })
    return 'handed-in'
  })
}

/** POST /newsroom/stories/:id/changes/take-back */
export function takeBackForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'changes', async ({ storyId, staff }) => {
    await takeBackChanges(house, { storyId, by: staff })
    return 'taken-back'
  })
}

/** POST /newsroom/stories/:id/changes/hand-back */
export function handBackForm(ask: Ask, house: House): Promise<Answer> {
  return answering(ask, house, 'changes', async ({ storyId, staff }) => {
    await handBackChanges(house, { storyId, words: fieldOf(ask.form, 'words'), by: staff })
    return 'handed-back'
  })
}
