import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'
import type { AudienceSchema } from './schema-audience.ts'
import type { CampaignsSchema } from './schema-campaigns.ts'
import type { FrontDraftColumns, FrontsSchema } from './schema-fronts.ts'
import type { GiftsSchema } from './schema-gifts.ts'
import type { JoiningSchema } from './schema-joining.ts'
import type { LettersSchema } from './schema-letters.ts'
import type { LiveDraftsSchema } from './schema-live-drafts.ts'
import type { NotesSchema } from './schema-notes.ts'
import type { PhotographDeskColumns, PhotographDeskSchema } from './schema-photographs.ts'
import type { PracticeProcessorSchema } from './schema-practice-processor.ts'
import type { RehearsalsSchema } from './schema-rehearsals.ts'
import type { StaffSchema } from './schema-staff.ts'
import type { StoryListSchema } from './schema-story-list.ts'
import type { SupportSchema } from './schema-support.ts'
import type { WorkflowColumns, WorkflowSchema } from './schema-workflow.ts'

/** The tables as `migrations/*.sql` makes them; change both together. */
export interface Schema
  extends AudienceSchema,
    CampaignsSchema,
    FrontsSchema,
    GiftsSchema,
    JoiningSchema,
    LiveDraftsSchema,
    NotesSchema,
    PhotographDeskSchema,
    LettersSchema,
    StaffSchema,
    WorkflowSchema,
    StoryListSchema,
    RehearsalsSchema,
    SupportSchema,
    PracticeProcessorSchema {
  publication: PublicationTable
  photographs: PhotographsTable
  files: FilesTable
  authors: AuthorsTable
  topics: TopicsTable
  stories: StoriesTable
  revisions: RevisionsTable
  story_slugs: StorySlugsTable
  corrections: CorrectionsTable
  published_stories: PublishedStoriesTable
  published_story_topics: PublishedStoryTopicsTable
  published_story_authors: PublishedStoryAuthorsTable
  briefs: BriefsTable
  fronts: FrontsTable
  front_revisions: FrontRevisionsTable
  redirects: RedirectsTable
  events: EventsTable
  imported: ImportedTable
  event_cursors: EventCursorsTable
  story_search: StorySearchTable
  search_words: SearchWordsTable
  audit_log: AuditLogTable
  story_staff: StoryStaffTable
}

export interface PublicationTable {
  id: WithDefault<number>
  settings: Json
  updated_at: Date
}

export interface PhotographsTable extends PhotographDeskColumns {
  id: Generated<number>
  state: 'pending' | 'ready' | 'failed' | 'elsewhere'
  file_key: string | null
  source_url: string | null
  mime: string | null
  width: number | null
  height: number | null
  bytes: number | null
  fingerprint: string | null
  focal_x: WithDefault<number>
  focal_y: WithDefault<number>
  alt: WithDefault<string>
  caption: WithDefault<string>
  credit: WithDefault<string>
  rights: Json
  tone: string | null
  renditions: Json
  failure: string | null
  created_at: Date
  updated_at: Date
  cropped_from: WithDefault<number | null>
  crop: Json
}

export interface FilesTable {
  id: Generated<number>
  file_key: string | null
  source_url: string | null
  name: string
  mime: string
  bytes: number | null
  created_at: Date
}

export interface AuthorsTable {
  id: Generated<number>
  slug: string
  name: string
  role: WithDefault<string>
  bio: WithDefault<string>
  email: string | null
  links: Json
  photograph_id: number | null
  created_at: Date
  updated_at: Date
}

export interface TopicsTable {
  id: Generated<number>
  slug: string
  name: string
  description: WithDefault<string>
  photograph_id: number | null
  merged_into: WithDefault<number | null>
  created_at: Date
  updated_at: Date
}

export interface StoriesTable extends WorkflowColumns {
  id: Generated<number>
  feed_id: Generated<string>
  kind: WithDefault<'story' | 'page'>
  state: WithDefault<'draft' | 'in-review' | 'ready' | 'scheduled' | 'published' | 'withdrawn'>
  draft: Json
  draft_updated_at: Date
  audience: WithDefault<'everyone' | 'nobody'>
  scheduled_for: Date | null
  first_published_at: Date | null
  updated_at: Date | null
  withdrawn_at: Date | null
  withdrawal_note: WithDefault<string>
  current_revision: number | null
  translation_of: number | null
  created_at: Date
  created_by: WithDefault<number | null>
  assignee_id: WithDefault<number | null>
}

export interface RevisionsTable {
  id: Generated<number>
  story_id: number
  number: number
  content: Json
  context: Json
  published_by: string
  published_at: Date
  kind: 'first' | 'update' | 'correction' | 'silent'
  reason: WithDefault<string>
}

export interface StorySlugsTable {
  slug: string
  story_id: number
  since: Date
}

export interface CorrectionsTable {
  id: Generated<number>
  story_id: number
  text: string
  severity: WithDefault<'minor' | 'major'>
  placement: WithDefault<'top' | 'bottom'>
  published_at: Date
  refers_to: WithDefault<number | null>
}

export interface PublishedStoriesTable {
  story_id: number
  revision_id: number
  slug: string
  kind: 'story' | 'page'
  headline: string
  standfirst: string
  label: WithDefault<string>
  language: string
  published_at: Date
  updated_at: Date | null
  photograph_id: number | null
  primary_topic_id: number | null
  topic_ids: number[]
  author_ids: number[]
  words: number
  minutes: number
}

export interface PublishedStoryTopicsTable {
  topic_id: number
  published_at: Date
  story_id: number
}

export interface PublishedStoryAuthorsTable {
  author_id: number
  published_at: Date
  story_id: number
}

export interface BriefsTable {
  id: Generated<number>
  feed_id: Generated<string>
  state: WithDefault<'queued' | 'cancelled' | 'published' | 'withdrawn'>
  headline: string
  content: Json
  language: string | null
  breaking: WithDefault<boolean>
  pinned: WithDefault<boolean>
  story_id: number | null
  posted_by: string
  created_by: WithDefault<number | null>
  published_at: Date
  updated_at: Date | null
  withdrawn_at: Date | null
  queued_for: WithDefault<Date | null>
  pin_rank: WithDefault<number>
  post_key: WithDefault<string | null>
}

export interface FrontsTable extends FrontDraftColumns {
  id: Generated<number>
  slug: string
  title: string
  live: Json
  draft: Json
  updated_at: Date
}

export interface FrontRevisionsTable {
  front_id: number
  number: number
  content: Json
  published_by: string
  published_at: Date
}

export interface RedirectsTable {
  path: string
  target: string
  created_at: Date
}

export interface EventsTable {
  id: Generated<number>
  kind: string
  keys: string[]
  payload: Json
  happened_at: Date
}

export interface ImportedTable {
  origin: string
  kind: string
  foreign_id: string
  local_id: number | null
  fingerprint: string
  imported_at: Date
}

export interface EventCursorsTable {
  consumer: string
  reached: number
}

export interface StorySearchTable {
  story_id: number
  revision_id: number
  published_at: Date
  language: string
  configuration: string
  body: string
  document: string
}

export interface SearchWordsTable {
  word: string
}

export interface AuditLogTable {
  id: Generated<number>
  at: Date
  staff_id: number | null
  staff_name: string
  act: string
  subject_kind: string | null
  subject_id: string | null
  subject_title: WithDefault<string>
  detail: Json
}

export interface StoryStaffTable {
  story_id: number
  staff_id: number
}
