import type { ImportInput, ImportItem, ImportSource } from '../import.ts'
import { createArchive } from './archive.ts'
import { authorOf, guestAuthor } from './authors.ts'
import { mediaOf } from './media.ts'
import { readWxr, type WxrItem } from './read-wxr.ts'
import { storyOf } from './stories.ts'
import { categoryTopic, tagTopic } from './topics.ts'

export interface WordpressOptions {
  /** Types of a theme's or plugin's own that hold stories ('article') or pages, besides 'post' and 'page'. */
  storyTypes?: readonly string[]
  pageTypes?: readonly string[]
}

/** What WordPress stores as posts although nobody wrote them. */
const machinery: Record<string, string> = {
  nav_menu_item: 'menus are made anew in the publication’s settings',
  revision: 'only the last state of a post is taken',
  custom_css: 'the look is the publication’s own',
  customize_changeset: 'the look is the publication’s own',
  oembed_cache: 'embeds are made anew',
  user_request: 'requests of persons stay with the old site',
  wp_block: 'reusable blocks are not taken; where a post shows one, its place is kept for staff',
  wp_font_face: 'the look is the publication’s own',
  wp_font_family: 'the look is the publication’s own',
  wp_global_styles: 'the look is the publication’s own',
  wp_navigation: 'menus are made anew in the publication’s settings',
  wp_template: 'the look is the publication’s own',
  wp_template_part: 'the look is the publication’s own',
}

/** A WordPress export (WXR 1.0 to 1.2) as items for the engine. */
export function wordpressSource(options: WordpressOptions = {}): ImportSource {
  return { origin: 'wordpress', items: input => items(input, options) }
}

async function* items(input: ImportInput, options: WordpressOptions): AsyncGenerator<ImportItem> {
  const cleaning = { controlCharacters: 0 }
  const archive = createArchive(input.now)
  for await (const record of readWxr(input.bytes, cleaning)) {
    switch (record.kind) {
      case 'channel':
        yield archive.open(record.fields)
        break
      case 'wp:author':
        yield* authorOf(record.fields, archive)
        break
      case 'wp:category':
        yield* categoryTopic(record.fields, archive)
        break
      case 'wp:tag':
        yield* tagTopic(record.fields, archive)
        break
      case 'wp:term':
        archive.terms(record.fields)
        break
      case 'item':
        archive.requireVersion()
        yield* itemOf(record, archive, options)
    }
  }
  archive.requireVersion()
  if (cleaning.controlCharacters > 0) {
    yield {
      type: 'left-behind',
      what: 'control characters',
      why: 'XML forbids them and nobody sees them',
      count: cleaning.controlCharacters,
    }
  }
  yield* archive.leftBehind()
}

function* itemOf(
  item: WxrItem,
  archive: ReturnType<typeof createArchive>,
  { storyTypes = [], pageTypes = [] }: WordpressOptions,
): Generator<ImportItem> {
  const type = item.fields['wp:post_type']?.trim() || 'post'
  const status = item.fields['wp:status']?.trim() || 'publish'
  const title = item.fields.title?.trim()
  archive.leave('comments', 'Masthead has no comments', item.comments)
  if (status === 'trash' || item.meta.has('_wp_trash_meta_status')) {
    archive.leave(`${type} in the trash`, 'it was thrown away at the old site', 1, title)
  } else if (status === 'auto-draft') archive.leave('empty drafts', 'WordPress makes them by itself', 1)
  else if (type === 'attachment') yield* mediaOf(item, archive)
  else if (type === 'guest-author') yield* guestAuthor(item)
  else if (type === 'post' || storyTypes.includes(type)) yield* storyOf(item, 'story', archive)
  else if (type === 'page' || pageTypes.includes(type)) yield* storyOf(item, 'page', archive)
  else if (machinery[type]) archive.leave(`${type} items`, machinery[type], 1, title)
  else
    archive.leave(
      `items of type “${type}”`,
      `add “--as-stories ${type}” or “--as-pages ${type}” to take them`,
      1,
      title,
    )
}
