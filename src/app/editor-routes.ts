import { plainly } from '../features/stories/editor/pages/answers.newsroom.tsx'
import {
  createStoryHere,
  editorPage,
  newStoryPage,
  storyStanding,
} from '../features/stories/editor/pages/editor-pages.newsroom.tsx'
import { checkAddress, findForStory } from '../features/stories/editor/pages/find-pages.newsroom.tsx'
import { plainEditor, savePlainly } from '../features/stories/editor/pages/plain-pages.newsroom.tsx'
import {
  draftHtmlBlockPage,
  previewStyles,
  storyPreview,
} from '../features/stories/editor/pages/preview-page.newsroom.ts'
import { showBlock } from '../features/stories/editor/pages/shown-block.newsroom.tsx'
import { changeTranslations } from '../features/stories/editor/pages/translation-pages.newsroom.ts'
import {
  cropHere,
  describePhotograph,
  fetchPhotograph,
  uploadFile,
  uploadPhotograph,
} from '../features/stories/editor/pages/upload-pages.newsroom.tsx'
import type { Route, Who } from '../platform/http/route.ts'
import { rail } from './rail.tsx'

/** Where stories are written, and what the editor asks for meanwhile. Whose a story is, each of them checks itself. */
export const editorRoutes: Route[] = [
  { method: 'GET', path: '/newsroom/stories/new', who: 'write-stories', answer: newStoryPage },
  form('/newsroom/stories', 'write-stories', createStoryHere),
  { method: 'GET', path: '/newsroom/stories/:id', who: 'write-stories', answer: editorPage },
  { method: 'GET', path: '/newsroom/stories/:id/standing', who: 'write-stories', answer: storyStanding },
  {
    method: 'GET',
    path: '/newsroom/stories/:id/plain',
    who: 'write-stories',
    query: ['saved'],
    answer: plainEditor,
  },
  form('/newsroom/stories/:id/plain', 'write-stories', savePlainly),
  {
    method: 'GET',
    path: '/newsroom/stories/:id/preview',
    who: 'write-stories',
    query: ['theme'],
    answer: storyPreview(rail),
  },
  { method: 'GET', path: '/newsroom/preview.css', who: 'staff', query: ['theme'], answer: previewStyles },
  {
    method: 'GET',
    path: '/newsroom/stories/:id/blocks/:block',
    who: 'write-stories',
    answer: draftHtmlBlockPage,
  },
  {
    method: 'GET',
    path: '/newsroom/stories/:id/find/:what',
    who: 'write-stories',
    query: ['q', 'ids'],
    answer: plainly(findForStory),
  },
  {
    method: 'GET',
    path: '/newsroom/stories/:id/address',
    who: 'write-stories',
    query: ['slug'],
    answer: plainly(checkAddress),
  },
  {
    method: 'POST',
    path: '/newsroom/stories/:id/shown',
    who: 'write-stories',
    takes: 'json',
    answer: plainly(showBlock),
  },
  form('/newsroom/stories/:id/translations', 'write-stories', changeTranslations),
  {
    method: 'POST',
    path: '/newsroom/stories/:id/photographs',
    who: 'use-photographs',
    takes: 'files',
    // A little more than a photograph may have, so that it is told that it is too large.
    maxBytes: 54_000_000,
    answer: plainly(uploadPhotograph),
  },
  form('/newsroom/stories/:id/photographs/fetch', 'use-photographs', plainly(fetchPhotograph)),
  form('/newsroom/stories/:id/photographs/:photograph', 'use-photographs', plainly(describePhotograph)),
  form('/newsroom/stories/:id/photographs/:photograph/crop', 'use-photographs', plainly(cropHere)),
  {
    method: 'POST',
    path: '/newsroom/stories/:id/files',
    who: 'use-photographs',
    takes: 'files',
    maxBytes: 210_000_000,
    answer: plainly(uploadFile),
  },
]

function form(path: string, who: Who, answer: Route['answer']): Route {
  return { method: 'POST', path, who, takes: 'form', answer }
}
