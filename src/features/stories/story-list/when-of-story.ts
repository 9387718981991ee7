import { type DatePlace, dayOf, formatDate, formatShortDate, formatTime } from '../../../design/dates.ts'
import type { ListedStory } from './story-list-queries.ts'

export type WhenName = 'due' | 'late' | 'goesOut' | 'published' | 'withdrawn' | 'changed'

/** The one time that matters of a story in its state, and what it is the time of. */
export function whenOf(story: ListedStory, now: Date): { name: WhenName; at: Date } {
  const { state, dueAt, scheduledFor, publishedAt, withdrawnAt, changedAt } = story
  if (state === 'scheduled' && scheduledFor) return { name: 'goesOut', at: scheduledFor }
  if (state === 'published' && publishedAt) return { name: 'published', at: publishedAt }
  if (state === 'withdrawn' && withdrawnAt) return { name: 'withdrawn', at: withdrawnAt }
  if (dueAt) return { name: dueAt < now ? 'late' : 'due', at: dueAt }
  return { name: 'changed', at: changedAt }
}

/** As short as it stays plain: "14:05" today, "22 Nov, 14:05" this year, "22 November 2024" before. */
export function shortWhen(at: Date, now: Date, place: DatePlace): string {
  const [day, today] = [dayOf(at, place), dayOf(now, place)]
  if (day === today) return formatTime(at, place)
  if (day.slice(0, 4) === today.slice(0, 4)) return `${formatShortDate(at, place)}, ${formatTime(at, place)}`
  return formatDate(at, place)
}
