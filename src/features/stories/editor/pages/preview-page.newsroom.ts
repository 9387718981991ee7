import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ComponentChildren } from 'preact'
import { styleHash } from '../../../../design/content-policy.ts'
import { direction } from '../../../../design/messages.ts'
import { checkout } from '../../../../platform/checkout.ts'
import { NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'
import { readBlocks } from '../../blocks/blocks.ts'
import { htmlBlockFrame } from '../../blocks/html/frame.ts'
import { draftStory } from '../../draft-story.ts'
import { liveDrafts } from '../../live-draft/live-drafts.ts'
import type { Rail, StoryContent } from '../../story.ts'
import { showStory } from '../../story-page.reader.tsx'
import { storyToWrite } from './story-id.ts'

export type PreviewTheme = 'light' | 'dark' | null

/** GET /newsroom/stories/:id/preview: the page as readers would have it, from what is written this moment. */
export function storyPreview(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const { storyId } = await storyToWrite(ask, house)
    const content = await liveDrafts.read(house, storyId)
    const { theme } = ask.query
    return renderDraftPage(ask, house, content, {
      storyId,
      rail,
      theme: theme === 'light' || theme === 'dark' ? theme : null,
      htmlBlocksAt: `/newsroom/stories/${storyId}/blocks`,
    })
  }
}

/**
 * A story's page from a text that is not published, by the same view as readers have it. It is never kept, by us or by
 * anybody, and never indexed. `theme` puts it on light or dark paper whatever the system prefers; `htmlBlocksAt` is
 * where the frames of raw HTML are to be had (`draftHtmlBlock`).
 */
export async function renderDraftPage(
  _ask: Ask,
  house: House,
  content: StoryContent,
  options: {
    storyId: number
    rail: Rail
    theme?: PreviewTheme
    htmlBlocksAt: string
    /** What stands above the story. */
    before?: ComponentChildren
  },
): Promise<Answer> {
  const { storyId, rail, theme = null, htmlBlocksAt, before } = options
  const story = await draftStory(house, storyId, content)
  const page = await showStory(house, {
    ask: { standing: 'guest' },
    rail,
    story,
    htmlBlocksAt,
    before,
    robots: unkept['x-robots-tag'],
  })
  return {
    ...inTheme(page, theme),
    keys: [],
    headers: { ...inTheme(page, theme).headers, ...unkept },
  }
}

/** GET /newsroom/stories/:id/blocks/:block: the frame of one raw HTML block as it is written now. */
export async function draftHtmlBlockPage(ask: Ask, house: House): Promise<Answer> {
  const { storyId } = await storyToWrite(ask, house)
  return draftHtmlBlock(house, await liveDrafts.read(house, storyId), ask.params.block ?? '')
}

/** The sandboxed document of one raw HTML block of an unpublished text. Throws NotFound. */
export function draftHtmlBlock(house: Pick<House, 'config'>, content: StoryContent, id: string): Answer {
  const block = readBlocks(content.blocks).find(each => each.id === id)
  if (block?.type !== 'html' || !('html' in block)) throw new NotFound()
  const { language } = content
  const frame = htmlBlockFrame(block, {
    siteUrl: house.config.siteUrl,
    language,
    direction: direction(language),
  })
  return { ...frame, headers: { ...frame.headers, ...unkept } }
}

/** GET /newsroom/preview.css?theme=: the paper's styles as they are on light or on dark paper. */
export async function previewStyles(ask: Ask, house: House): Promise<Answer> {
  const file = join(checkout, 'dist', 'client', 'assets', basename(house.assets.css))
  const css = await readFile(file, 'utf8').catch(() => {
    throw new NotFound()
  })
  return {
    type: 'text/css; charset=utf-8',
    body: preferring(css, ask.query.theme === 'dark' ? 'dark' : 'light'),
    headers: { 'cache-control': 'private, max-age=3600' },
  }
}

const unkept = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'surrogate-control': 'no-store',
}

function inTheme(page: Answer, theme: PreviewTheme): Answer {
  if (theme === null || typeof page.body !== 'string') return page
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page.body) ?? []
  const themed = preferring(style, theme)
  const policy = page.headers?.['content-security-policy'] ?? ''
  return {
    ...page,
    body: preferring(page.body, theme)
      .replace(/(<link rel="stylesheet" href=")[^"]+/, `$1/newsroom/preview.css?theme=${theme}`)
      .replace('<html ', `<html data-preview="${theme}" `),
    headers: {
      ...page.headers,
      'content-security-policy': policy.replace(styleHash(style), styleHash(themed)),
    },
  }
}

/** Media queries for the theme that is wanted always hold, those for the other never. */
function preferring(text: string, theme: 'light' | 'dark'): string {
  const other = theme === 'dark' ? 'light' : 'dark'
  return text
    .replace(new RegExp(`\\(prefers-color-scheme: ?${theme}\\)`, 'g'), '(min-width:0)')
    .replace(new RegExp(`\\(prefers-color-scheme: ?${other}\\)`, 'g'), '(max-width:0)')
    .replace(/color-scheme: ?light dark/g, `color-scheme:${theme}`)
    .replace('content="light dark"', `content="${theme}"`)
}
