import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { runImport } from '../../src/features/imports/import.ts'
import { wordpressSource } from '../../src/features/imports/wordpress/wordpress-source.ts'
import type { House } from '../../src/platform/house.ts'
import { type MadeStory, storyMaker } from './made-stories.ts'

const topicCount = 40
const authorCount = 60
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Writes a WordPress export with `count` generated posts to `path`. Returns its size in bytes. */
export async function writeWordpressExport(path: string, count: number): Promise<number> {
  const maker = storyMaker({
    topics: numbers(topicCount),
    authors: numbers(authorCount),
    pictures: numbers(500),
    now: new Date('2026-01-01T00:00:00Z'),
  })
  const file = createWriteStream(path)
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain')
  }
  await write(head())
  for (let i = 0; i < count; i++) await write(post(i + 1, maker.make(1)[0]!))
  await write('</channel></rss>\n')
  file.end()
  await once(file, 'close')
  return file.bytesWritten
}

/** Imports it as the command does, without fetching pictures. Returns the seconds and how many stories came. */
export async function importWordpress(
  house: House,
  path: string,
): Promise<{ seconds: number; stories: number }> {
  const report = await runImport({
    house,
    source: wordpressSource(),
    file: path,
    fetchMedia: false,
    say: () => {},
  })
  return { seconds: report.seconds, stories: report.counts['story published']?.added ?? 0 }
}

function head(): string {
  const authors = numbers(authorCount).map(
    i =>
      `<wp:author><wp:author_id>${i + 1}</wp:author_id><wp:author_login><![CDATA[author-${i}]]></wp:author_login><wp:author_display_name><![CDATA[Author Number ${i}]]></wp:author_display_name></wp:author>\n`,
  )
  const topics = numbers(topicCount).map(
    i =>
      `<wp:category><wp:term_id>${i + 1}</wp:term_id><wp:category_nicename><![CDATA[topic-${i}]]></wp:category_nicename><wp:cat_name><![CDATA[Topic ${i}]]></wp:cat_name></wp:category>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>An old paper</title><link>https://old.example.org</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example.org</wp:base_site_url><wp:base_blog_url>https://old.example.org</wp:base_blog_url>
${authors.join('')}${topics.join('')}`
}

function post(id: number, { at, content }: MadeStory): string {
  const { headline, standfirst, slug, topics, authors, photograph, blocks } = content as {
    headline: string
    standfirst: string
    slug: string
    topics: number[]
    authors: number[]
    photograph: { id: number } | null
    blocks: { content: { text: string }[] }[]
  }
  const date = at.toISOString().slice(0, 19).replace('T', ' ')
  const picture = photograph
    ? `<!-- wp:image --><figure class="wp-block-image"><img src="https://old.example.org/wp-content/uploads/${photograph.id}.jpg" alt="A picture"/><figcaption>What it shows.</figcaption></figure><!-- /wp:image -->\n`
    : ''
  const body = blocks.map(
    ({ content: [text] }) => `<!-- wp:paragraph --><p>${text!.text}</p><!-- /wp:paragraph -->\n`,
  )
  const categories = topics.map(
    i => `<category domain="category" nicename="topic-${i}"><![CDATA[Topic ${i}]]></category>`,
  )
  return `<item><title>${headline}</title><link>https://old.example.org/${slug}/</link><dc:creator><![CDATA[author-${authors[0]}]]></dc:creator>
<guid isPermaLink="false">https://old.example.org/?p=${id}</guid><content:encoded><![CDATA[${picture}${body.join('')}]]></content:encoded>
<excerpt:encoded><![CDATA[${standfirst}]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_parent>0</wp:post_parent><wp:post_type><![CDATA[post]]></wp:post_type>${categories.join('')}</item>
`
}
