import {
  cancelChangeForm,
  handBackForm,
  handInForm,
  moveChangeForm,
  takeBackForm,
} from '../features/stories/publishing/changes/changes-pages.newsroom.ts'
import {
  aiHelpFormSent,
  createPreviewForm,
  moveStoryForm,
  openStoryForm,
  planStoryForm,
  removeStoryForm,
  revokePreviewForm,
  withdrawForm,
} from '../features/stories/publishing/desk/other-pages.newsroom.ts'
import {
  publishForm,
  publishPage,
  unscheduleForm,
} from '../features/stories/publishing/desk/publish-pages.newsroom.tsx'
import {
  changePlanForm,
  planningPage,
} from '../features/stories/publishing/planning/planning-pages.newsroom.tsx'
import {
  previewHtmlBlock,
  previewPage,
} from '../features/stories/publishing/previews/preview-pages.reader.tsx'
import type { Route } from '../platform/http/route.ts'
import type { Permission } from '../platform/permissions.ts'
import { rail } from './rail.tsx'

/** Publishing, planning and taking back. Whose a story is, the actions check. */
export const publishingRoutes: Route[] = [
  {
    method: 'GET',
    path: '/newsroom/stories/:id/publish',
    who: 'write-stories',
    query: ['done'],
    answer: publishPage,
  },
  form('/newsroom/stories/:id/publish', 'publish-stories', publishForm),
  form('/newsroom/stories/:id/unschedule', 'publish-stories', unscheduleForm),
  form('/newsroom/stories/:id/planned-change', 'publish-stories', moveChangeForm),
  form('/newsroom/stories/:id/planned-change/cancel', 'publish-stories', cancelChangeForm),
  form('/newsroom/stories/:id/changes/hand-in', 'write-stories', handInForm),
  form('/newsroom/stories/:id/changes/take-back', 'write-stories', takeBackForm),
  form('/newsroom/stories/:id/changes/hand-back', 'edit-all-stories', handBackForm),
  form('/newsroom/stories/:id/state', 'write-stories', moveStoryForm),
  form('/newsroom/stories/:id/plan', 'write-stories', planStoryForm),
  form('/newsroom/stories/:id/ai-help', 'write-stories', aiHelpFormSent),
  form('/newsroom/stories/:id/previews', 'write-stories', createPreviewForm),
  form('/newsroom/stories/:id/previews/:preview/revoke', 'write-stories', revokePreviewForm),
  form('/newsroom/stories/:id/withdraw', 'publish-stories', withdrawForm),
  form('/newsroom/stories/:id/open', 'publish-stories', openStoryForm),
  form('/newsroom/stories/:id/remove', 'remove-stories', removeStoryForm),

  {
    method: 'GET',
    path: '/newsroom/planning',
    who: 'write-stories',
    query: ['week', 'done'],
    answer: planningPage,
  },
  form('/newsroom/planning/:id', 'write-stories', changePlanForm),

  // For whoever has the link; the token is checked by the page.
  { method: 'GET', path: '/preview/:token', who: 'anyone', perMinute: 120, answer: previewPage(rail) },
  {
    method: 'GET',
    path: '/preview/:token/blocks/:block',
    who: 'anyone',
    perMinute: 600,
    answer: previewHtmlBlock,
  },
]

function form(path: string, who: Permission, answer: Route['answer']): Route {
  return { method: 'POST', path, who, takes: 'form', answer }
}
