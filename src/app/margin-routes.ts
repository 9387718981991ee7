import {
  answerNoteForm,
  changeMessageForm,
  notesPage,
  resolveNoteForm,
  settleSuggestionsForm,
  writeNoteForm,
} from '../features/stories/notes/notes-pages.newsroom.tsx'
import { restoreDraftForm, timelinePage } from '../features/stories/timeline/timeline-pages.newsroom.tsx'
import type { Route } from '../platform/http/route.ts'

/** What stands beside a story's text: notes, suggestions, and what the text was before. Whose it is, each checks. */
export const marginRoutes: Route[] = [
  {
    method: 'GET',
    path: '/newsroom/stories/:id/notes',
    who: 'write-stories',
    query: ['show', 'edit', 'accepted', 'rejected'],
    answer: notesPage,
  },
  form('/newsroom/stories/:id/notes', writeNoteForm),
  form('/newsroom/stories/:id/notes/:note/answers', answerNoteForm),
  form('/newsroom/stories/:id/notes/:note/state', resolveNoteForm),
  form('/newsroom/stories/:id/notes/messages/:message', changeMessageForm),
  form('/newsroom/stories/:id/suggestions', settleSuggestionsForm),
  {
    method: 'GET',
    path: '/newsroom/stories/:id/timeline',
    who: 'write-stories',
    query: ['from', 'to', 'restored', 'before'],
    answer: timelinePage,
  },
  form('/newsroom/stories/:id/timeline', restoreDraftForm),
]

function form(path: string, answer: Route['answer']): Route {
  return { method: 'POST', path, who: 'write-stories', takes: 'form', answer }
}
