import type { BlockKind } from '../block.ts'
import { galleryEmail, galleryFeed } from './html.tsx'
import { type GalleryBlock, gallerySchema } from './schema.ts'
import { galleryWeb } from './web.tsx'
import { gallerySpeech, galleryText } from './words.ts'

export const gallery: BlockKind<GalleryBlock> = {
  type: 'gallery',
  schema: gallerySchema,
  web: galleryWeb,
  email: galleryEmail,
  feed: galleryFeed,
  speech: gallerySpeech,
  text: galleryText,
  references: block => ({ photographs: block.photographs.map(use => use.photographId) }),
}
