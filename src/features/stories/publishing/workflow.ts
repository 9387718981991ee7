import { may, type Role } from '../../../platform/permissions.ts'

/** A story's way, from the first word to being taken back. */
export const storyStates = ['draft', 'in-review', 'ready', 'scheduled', 'published', 'withdrawn'] as const
export type StoryState = (typeof storyStates)[number]

/** The states that staff move a story between by hand; the others follow from publishing. */
export const deskStates = ['draft', 'in-review', 'ready'] as const
export type DeskState = (typeof deskStates)[number]

/** From where a story can go out, at once or at a time. */
export const schedulableStates: readonly StoryState[] = ['draft', 'in-review', 'ready', 'scheduled']

/**
 * Where this person may move a story by hand: whoever wrote it hands it in and takes it back; editors decide everything.
 * `own` says whether the story is theirs (story-access.ts).
 */
export function movesFor(person: { role: Role }, state: StoryState, own: boolean): DeskState[] {
  if (!isDeskState(state)) return []
  const others = deskStates.filter(to => to !== state)
  if (may(person, 'edit-all-stories')) return others
  if (!own || !may(person, 'write-stories')) return []
  return others.filter(to => state !== 'ready' && to !== 'ready')
}

export function isDeskState(state: StoryState): state is DeskState {
  return (deskStates as readonly string[]).includes(state)
}
