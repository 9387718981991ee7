/** What the editor's script is told by the page it runs on. Plain data: it travels as JSON. */
export interface EditorFacts {
  storyId: number
  /** Names the copy that the browser keeps; the same number may belong to another story in another database. */
  feedId: string
  schemaVersion: number
  kind: 'story' | 'page'
  siteUrl: string
  me: { id: number; name: string }
  /** May use photographs: upload, describe. */
  mayUsePhotographs: boolean
  mayPublish: boolean
  publication: { name: string; language: string; timeZone: string }
  /** Address under which readers know the story; null before it was first published. */
  publishedSlug: string | null
  /** Names for the ids that the draft has now. */
  authors: Choice[]
  topics: Choice[]
  /** Tags of languages to offer first. */
  languages: string[]
  translations: Translation[]
  /** Everyone who is or was on the staff: whose suggestions there may be. */
  staff: Choice[]
}

export interface Choice {
  id: number
  name: string
}

export interface Translation {
  id: number
  language: string
  headline: string
  published: boolean
}

export const factsElementId = 'story-facts'
