import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { BlockContext } from './block.ts'
import {
  countWords,
  readBlocks,
  renderEmail,
  renderFeedHtml,
  renderSpeech,
  renderText,
  renderWeb,
} from './blocks.ts'
import { htmlBlockFrame } from './html/frame.ts'

const none = new Map<number, never>()
const context: BlockContext = {
  language: 'en',
  siteUrl: 'https://paper.example',
  storyId: 1,
  forStaff: true,
  photographs: none,
  stories: none,
  files: none,
}

const letters = 300_000
const hostile = [
  '<',
  '<script ',
  '<style>',
  '<a ',
  '<!--',
  '<div>',
  '&',
  '<table><tr>',
  '&lt',
  ' ',
  '\n',
  'a b. ',
  '"',
  '-',
  '/',
  ':',
  '@',
  'https://',
  'www.',
  '\u200f',
  '1,',
  '. ',
  '<p',
  '</',
  '<![CDATA[',
  '<svg><math>',
  'ї’',
]

test.each(hostile)('%j again and again takes no more time than other text', part => {
  const text = part.repeat(letters / part.length)
  const content = [{ type: 'text', text }]
  const blocks = readBlocks([
    { id: 'a', type: 'html', html: text },
    { id: 'b', type: 'paragraph', content },
    { id: 'c', type: 'code', code: text },
    { id: 'd', type: 'heading', level: 2, content },
    { id: 'e', type: 'unknown-kind', html: text },
    { id: 'f', type: 'quotation', content: [content] },
  ])
  const times: Record<string, number> = {}
  const timed = (name: string, work: () => unknown) => {
    const start = performance.now()
    work()
    times[name] = Math.round(performance.now() - start)
  }
  timed('web', () => render(renderWeb(blocks, context)))
  timed('frame', () => htmlBlockFrame({ html: text }, { ...context, direction: 'ltr' }))
  timed('email', () => renderEmail(blocks, context))
  timed('feed', () => renderFeedHtml(blocks, context))
  timed('speech', () => renderSpeech(blocks, context))
  timed('text', () => renderText(blocks, context))
  timed('words', () => countWords(blocks, 'en'))
  for (const [name, milliseconds] of Object.entries(times)) expect(milliseconds, name).toBeLessThan(2000)
})
