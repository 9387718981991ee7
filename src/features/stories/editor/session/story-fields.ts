import type * as Y from 'yjs'
import type { StoryContent } from '../../story.ts'
import { useLive } from './store.ts'

/** What of a story stands beside its text, by the names that the shared document has for it (shared-document.ts). */
export type StoryFields = Omit<StoryContent, 'headline' | 'standfirst' | 'blocks'>

const fallback: StoryFields = {
  label: '',
  slug: '',
  language: '',
  timeZone: null,
  authors: [],
  topics: [],
  photograph: null,
  searchHeadline: '',
  searchDescription: '',
  canonicalUrl: null,
  aiHelp: null,
  asksNothing: false,
}

/** One field of the story as it stands; what nobody can read is as if it were not set. */
export function readField<Name extends keyof StoryFields>(
  map: Y.Map<unknown>,
  name: Name,
): StoryFields[Name] {
  const value = map.get(name)
  const empty = fallback[name]
  if (value === undefined) return empty
  if (Array.isArray(empty)) return (Array.isArray(value) ? value.filter(Number.isInteger) : empty) as never
  if (typeof empty === 'string') return (typeof value === 'string' ? value : empty) as never
  return value as StoryFields[Name]
}

/** Sets one field as one's own change, so that it can be undone. */
export function writeField<Name extends keyof StoryFields>(
  map: Y.Map<unknown>,
  name: Name,
  value: StoryFields[Name],
): void {
  if (JSON.stringify(map.get(name)) === JSON.stringify(value)) return
  map.doc?.transact(() => map.set(name, value), ownFields)
}

/** Origin of changes to fields, for the list of what can be undone. */
export const ownFields = 'own fields'

export function useField<Name extends keyof StoryFields>(
  map: Y.Map<unknown>,
  name: Name,
): [StoryFields[Name], (value: StoryFields[Name]) => void] {
  const value = useLive(
    listener => {
      const changed = (event: Y.YMapEvent<unknown>) => event.keysChanged.has(name) && listener()
      map.observe(changed)
      return () => map.unobserve(changed)
    },
    () => readField(map, name),
  )
  return [value, next => writeField(map, name, next)]
}
