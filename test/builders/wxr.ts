import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export interface WxrPost {
  id?: number
  title?: string
  type?: string
  status?: string
  slug?: string
  body?: string
  date?: string
  modified?: string
  password?: string
  link?: string
  guid?: string
  creator?: string
  excerpt?: string
  /** Further elements, as they stand in the file. */
  more?: string
}

/** A WordPress export with the given posts; `head` is what stands before the first item. */
export function wxr(posts: readonly (WxrPost | string)[], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>The Old Paper</title><link>https://old.example</link><description>Was here</description><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
${head}
${posts.map(post => (typeof post === 'string' ? post : item(post))).join('\n')}
</channel></rss>
`
}

export function item(post: WxrPost): string {
  const { id = 1, type = 'post', status = 'publish', date = '2020-05-04 10:00:00' } = post
  const slug = post.slug ?? `story-${id}`
  return `<item>
<title><![CDATA[${post.title ?? `Story ${id}`}]]></title>
<link>${post.link ?? `https://old.example/2020/05/${slug}/`}</link>
<dc:creator><![CDATA[${post.creator ?? 'jane'}]]></dc:creator>
<guid isPermaLink="false">${post.guid ?? `https://old.example/?p=${id}`}</guid>
<content:encoded><![CDATA[${post.body ?? 'Some words.'}]]></content:encoded>
<excerpt:encoded><![CDATA[${post.excerpt ?? ''}]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt>
<wp:post_modified_gmt>${post.modified ?? date}</wp:post_modified_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
<wp:post_password>${post.password ?? ''}</wp:post_password>
${post.more ?? ''}
</item>`
}

/** Puts texts or bytes into files that are gone after the file's last test. */
export async function scratchFiles(): Promise<(content: string | Uint8Array) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-files-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  let made = 0
  return async content => {
    const path = join(folder, `archive-${++made}.xml`)
    await writeFile(path, content)
    return path
  }
}
