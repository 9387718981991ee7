import {
  changeBriefForm,
  liveDeskPage,
  postBriefForm,
  previewBrief,
} from '../features/live/desk/live-desk-pages.newsroom.tsx'
import { findPage } from '../features/newsroom/find-pages.newsroom.tsx'
import { changeStoriesForm, undoActForm } from '../features/stories/story-list/bulk-pages.newsroom.tsx'
import { findStories } from '../features/stories/story-list/find-stories.ts'
import {
  removeFilterForm,
  saveFilterForm,
} from '../features/stories/story-list/saved-filter-pages.newsroom.tsx'
import { filterNames } from '../features/stories/story-list/story-filter.ts'
import { storyListPage } from '../features/stories/story-list/story-list-page.newsroom.tsx'
import type { Route } from '../platform/http/route.ts'
import type { Permission } from '../platform/permissions.ts'

/** Stories, desks and commands: the palette's page. */
export const findRoutes: Route[] = [
  {
    method: 'GET',
    path: '/newsroom/find',
    who: 'staff',
    query: ['q', 'part'],
    answer: findPage(findStories),
  },
]

/** The story list. A contributor sees their own stories there; whose a story is, the actions check. */
export const storyListRoutes: Route[] = [
  {
    method: 'GET',
    path: '/newsroom/stories',
    who: 'write-stories',
    query: [...filterNames, 'before', 'done'],
    answer: (ask, house) => storyListPage(ask, house),
  },
  form('/newsroom/stories/bulk', 'write-stories', changeStoriesForm),
  form('/newsroom/stories/acts/:id/undo', 'write-stories', undoActForm),
  form('/newsroom/stories/filters', 'write-stories', saveFilterForm),
  form('/newsroom/stories/filters/:id/remove', 'write-stories', removeFilterForm),
]

/** The live desk. Reporters change their own briefs, editors all; the actions check. */
export const liveDeskRoutes: Route[] = [
  {
    method: 'GET',
    path: '/newsroom/live',
    who: 'post-briefs',
    query: ['mine', 'before', 'edit', 'done', 'id'],
    answer: (ask, house) => liveDeskPage(ask, house),
  },
  form('/newsroom/live', 'post-briefs', postBriefForm),
  form('/newsroom/live/preview', 'post-briefs', previewBrief),
  form('/newsroom/live/:id', 'post-briefs', changeBriefForm),
]

function form(path: string, who: Permission, answer: Route['answer']): Route {
  return { method: 'POST', path, who, takes: 'form', answer }
}
