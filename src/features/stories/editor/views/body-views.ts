import type { NodeViewRenderer } from '@tiptap/core'
import type { WritingDesk } from '../desk.ts'
import { type BlockLook, blockView } from './block-view.tsx'
import { galleryLook, galleryPhotographLook } from './gallery-view.tsx'
import { photographLook } from './photograph-view.tsx'
import { tableLook } from './table-view.tsx'
import { callOutLook, codeLook, pullQuoteLook, quotationLook } from './text-views.tsx'
import {
  dividerLook,
  embedLook,
  fileLook,
  rawHtmlLook,
  relatedStoryLook,
  unknownLook,
  unknownPartLook,
} from './whole-views.tsx'

const looks: Readonly<Record<string, BlockLook>> = {
  callOut: callOutLook,
  codeBlock: codeLook,
  divider: dividerLook,
  embed: embedLook,
  file: fileLook,
  gallery: galleryLook,
  galleryPhotograph: galleryPhotographLook,
  photograph: photographLook,
  pullQuote: pullQuoteLook,
  quotation: quotationLook,
  rawHtml: rawHtmlLook,
  relatedStory: relatedStoryLook,
  tableBlock: tableLook,
  unknown: unknownLook,
  unknownPart: unknownPartLook,
}

/** How every block that is more than its text is shown, by the name of its node. */
export function bodyViews(desk: () => WritingDesk): Record<string, NodeViewRenderer> {
  return Object.fromEntries(Object.entries(looks).map(([name, look]) => [name, blockView(desk, look)]))
}
