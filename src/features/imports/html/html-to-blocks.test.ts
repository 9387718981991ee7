import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, readBlock } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { htmlToBlocks } from './html-to-blocks.ts'

const classic = (html: string) =>
  htmlToBlocks(html, { dialect: 'wordpress', baseUrl: 'https://old.example/', storyId: '9' })
const plain = (html: string) => htmlToBlocks(html, { dialect: 'plain', baseUrl: 'https://old.example/' })

test('the classic editor’s empty lines are paragraphs and its line ends breaks', () => {
  expect(texts(classic('One\ntwo\n\nThree <b>bold</b><br />\nfour').blocks)).toEqual([
    'One\ntwo',
    'Three bold\nfour',
  ])
  expect(texts(plain('<p>One\ntwo</p><p>Three</p>').blocks)).toEqual(['One two', 'Three'])
})

test('marks: each tag its own, nested ones together, styles of pasted text', () => {
  const { blocks } = plain(
    '<p><b>b<i>bi</i></b><u>u</u><del>d</del><code>c</code>H<sub>2</sub><sup>x</sup><mark>m</mark><span lang="fr">mot</span><span style="font-weight:700">w</span></p>',
  )
  const parts = blocks[0]!.content as { text: string; marks?: { type: string }[] }[]
  expect(parts.map(part => [part.text, (part.marks ?? []).map(mark => mark.type)])).toEqual([
    ['b', ['bold']],
    ['bi', ['bold', 'italic']],
    ['u', ['underline']],
    ['d', ['strike']],
    ['c', ['code']],
    ['H', []],
    ['2', ['subscript']],
    ['x', ['superscript']],
    ['m', ['highlight']],
    ['mot', ['language']],
    ['w', ['bold']],
  ])
})

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>x</script>',
  'vbscript:x',
  'https://user:pass@bank.example/',
])('a link to %s loses the link, not the words', href => {
  const { blocks, notes } = plain(`<p>Read <a href="${href}">this</a>.</p>`)
  expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Read this.' }] }])
  expect(notes).toHaveLength(1)
})

test('links: relative ones are made whole, mail and telephone stay', () => {
  const { blocks } = plain('<a href="/a/">a</a><a href="mailto:x@y.example">m</a><a href="tel:+44 20">t</a>')
  const hrefs = (blocks[0]!.content as { marks: { href: string }[] }[]).map(part => part.marks[0]!.href)
  expect(hrefs).toEqual(['https://old.example/a/', 'mailto:x@y.example', 'tel:+4420'])
})

test('headings fold into the three levels there are', () => {
  const { blocks } = plain('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h6><strong>e</strong></h6><h2> </h2>')
  expect(blocks.map(block => block.level)).toEqual([2, 2, 3, 4, 4])
  expect(blocks[4]!.content).toEqual([{ type: 'text', text: 'e' }])
})

test('lists in lists, and deeper than the schema allows', () => {
  const { blocks } = plain('<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>')
  expect(blocks).toEqual([
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        {
          content: [{ type: 'text', text: 'a' }],
          list: { ordered: false, items: [{ content: [{ type: 'text', text: 'b' }] }] },
        },
        { content: [{ type: 'text', text: 'c' }, { type: 'break' }, { type: 'text', text: 'd' }] },
      ],
    },
  ])
  const deep = plain(`${'<ul><li>x'.repeat(30)}`)
  expect(isFit(deep.blocks[0]!)).toBe(true)
  expect(JSON.stringify(deep.blocks).match(/"x"/g)).toHaveLength(30)
})

test('tables: head, spans, alignment, caption; pictures in cells follow', () => {
  const { blocks } = plain(
    `<figure><table><thead><tr><th colspan="2">H</th></tr></thead><tbody><tr><td style="text-align:right">1</td><td rowspan="2"><img src="/a.png"></td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table><figcaption>Cap <a href="https://x.example/">x</a></figcaption></figure>`,
  )
  expect(blocks.map(block => block.type)).toEqual(['table', 'photograph'])
  expect(blocks[0]).toMatchObject({ head: true, caption: [{ text: 'Cap ' }, { text: 'x' }] })
  const table = plain(
    '<table><caption>Cap</caption><tr><th colspan="2">H</th></tr><tr><td align="center">1</td><td>2</td></tr></table>',
  ).blocks[0]!
  expect(table).toMatchObject({
    type: 'table',
    head: true,
    caption: [{ text: 'Cap' }],
    rows: [{ cells: [{ header: true, colspan: 2 }] }, { cells: [{ align: 'center' }, {}] }],
  })
})

test('quotations and pull quotes with who said it', () => {
  const { blocks } = classic(
    `<blockquote cite="https://x.example/"><p>Said</p><p>more</p><cite>— Ada</cite></blockquote><figure class="wp-block-pullquote"><blockquote><p>Big</p><cite>Bo</cite></blockquote></figure><blockquote>Plain</blockquote>`,
  )
  expect(blocks).toMatchObject([
    {
      type: 'quotation',
      paragraphs: [[{ text: 'Said' }], [{ text: 'more' }]],
      cite: [{ text: 'Ada' }],
      url: 'https://x.example/',
    },
    { type: 'pull-quote', content: [{ text: 'Big' }], attribution: 'Bo' },
    { type: 'quotation', paragraphs: [[{ text: 'Plain' }]] },
  ])
})

test('pictures: in a sentence they stand after it, at its start before it, on their own line where they are', () => {
  const kinds = (html: string) =>
    classic(html).blocks.map(block =>
      block.type === 'paragraph' ? plainText(block.content as never) : 'picture',
    )
  expect(kinds('<img src="/a.jpg"> Words beside it.')).toEqual(['picture', 'Words beside it.'])
  expect(kinds('Words <img src="/a.jpg"> around it.')).toEqual(['Words around it.', 'picture'])
  expect(kinds('Words\n<img src="/a.jpg">\nmore')).toEqual(['Words', 'picture', 'more'])
  expect(kinds('<p><a href="/a.jpg"><img src="/a-300x200.jpg"></a></p>')).toEqual(['picture'])
})

test('a picture’s link counts only where it leads elsewhere; its whole size is taken from it', () => {
  const [own] = plain('<a href="/u/a.jpg"><img src="/u/a-300x200.jpg" alt="A"></a>').blocks
  expect(own).toEqual({
    type: 'photograph',
    photographId: { $media: '', url: 'https://old.example/u/a.jpg' },
    alt: 'A',
    caption: [],
  })
  const [away] = plain('<a href="https://shop.example/"><img src="/u/a.jpg"></a>').blocks
  expect(away).toMatchObject({ href: 'https://shop.example/' })
})

test('captions: figures, the old shortcode in both forms, the old markup', () => {
  const captions = [
    '<figure><img src="/a.jpg"><figcaption>Cap <em>x</em></figcaption></figure>',
    '[caption id="attachment_1" width="300"]<img src="/a.jpg" /> Cap <em>x</em>[/caption]',
    `[caption width="300" caption="Cap <em>x</em>"]<img src="/a.jpg" />[/caption]`,
    '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Cap <em>x</em></p></div>',
  ].map(html => classic(html).blocks)
  for (const blocks of captions) {
    expect(blocks).toHaveLength(1)
    expect(plainText(blocks[0]!.caption as never)).toBe('Cap x')
  }
})

test('galleries of every age', () => {
  const three =
    '<figure><img src="/a.jpg"><figcaption>A</figcaption></figure><figure><img src="/b.jpg"></figure>'
  for (const html of [
    `<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images">${three}<figcaption>All</figcaption></figure><!-- /wp:gallery -->`,
    `<ul class="wp-block-gallery"><li class="blocks-gallery-item">${three}</li></ul>`,
    `<div class="gallery">${three}</div>`,
  ]) {
    const { blocks } = classic(html)
    expect(blocks[0]).toMatchObject({
      type: 'gallery',
      photographs: [{ caption: [{ text: 'A' }] }, { caption: [] }],
    })
  }
  expect(classic('[gallery ids="3, 4"]').blocks[0]!.photographs).toEqual([
    { photographId: { $media: '3' } },
    { photographId: { $media: '4' } },
  ])
  expect(classic('[gallery exclude="5"]').blocks[0]!.photographs).toEqual([{ $attached: '9', except: ['5'] }])
})

test.each([
  ['https://www.youtube.com/watch?v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['[embed width="500"]https://vimeo.com/12345[/embed]', 'https://vimeo.com/12345'],
  [
    '[youtube=https://www.youtube.com/watch?v=abcdefghijk&w=640]',
    'https://www.youtube.com/watch?v=abcdefghijk&w=640',
  ],
  ['[youtube id="abcdefghijk"]', 'https://www.youtube.com/watch?v=abcdefghijk'],
  [
    '<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk?rel=0"></iframe>',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  ['<iframe src="https://player.vimeo.com/video/12345?h=ab12"></iframe>', 'https://vimeo.com/12345/ab12'],
  [
    '<object><param name="movie" value="https://www.youtube.com/v/abcdefghijk"><embed src="https://www.youtube.com/v/abcdefghijk"></object>',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  [
    '<blockquote class="twitter-tweet"><p>x</p><a href="https://twitter.com/a/status/12">May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    'https://twitter.com/a/status/12',
  ],
  [
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/AbC/?utm=1"></blockquote>',
    'https://www.instagram.com/p/AbC/',
  ],
  [
    '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="chan/12"></script>',
    'https://t.me/chan/12',
  ],
  [
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3k"></blockquote>',
    'https://bsky.app/profile/did:plc:abc/post/3k',
  ],
  [
    '<iframe class="mastodon-embed" src="https://m.example/@a/109876543210987654/embed"></iframe>',
    'https://m.example/@a/109876543210987654',
  ],
  [
    '<!-- wp:core-embed/tiktok {"url":"https://www.tiktok.com/@a/video/123"} --><figure><div class="wp-block-embed__wrapper">x</div></figure><!-- /wp:core-embed/tiktok -->',
    'https://www.tiktok.com/@a/video/123',
  ],
])('embed: %s', (html, url) => {
  expect(classic(html).blocks).toMatchObject([{ type: 'embed', url }])
})

test('an address within a sentence stays in it, and a frame of an unknown host is a link', () => {
  expect(texts(classic('See https://youtu.be/abcdefghijk there.').blocks)).toEqual([
    'See https://youtu.be/abcdefghijk there.',
  ])
  const { blocks, notes } = classic('<iframe src="https://maps.example/embed?x=1" title="Map"></iframe>')
  expect(blocks).toMatchObject([{ type: 'embed', url: 'https://maps.example/embed?x=1', title: 'Map' }])
  expect(notes).toEqual(['a frame of maps.example is shown as a link'])
})

test('shortcodes nobody knows are kept for staff; words in brackets are words', () => {
  const { blocks, notes } = classic(
    '[contact-form-7 id="12" title="Write"]\n\nHe said [sic] so [1].\n\n[[gallery]]',
  )
  expect(blocks[0]).toMatchObject({
    type: 'wordpress shortcode',
    source: '[contact-form-7 id="12" title="Write"]',
  })
  expect(texts(blocks)).toEqual(['He said [sic] so [1].', '[gallery]'])
  expect(notes).toEqual(['the shortcode [contact-form-7] is not known here; it is kept for staff only'])
})

test('wrappers of page builders go, their text stays', () => {
  const { blocks } = classic(
    '[vc_row css=".a{b:c}"][vc_column][vc_column_text]Kept <b>text</b>[/vc_column_text][/vc_column][/vc_row]',
  )
  expect(texts(blocks)).toEqual(['Kept text'])
  expect(texts(classic('A [highlight color="red"]word[/highlight] here.').blocks)).toEqual(['A word here.'])
  expect(texts(classic('A fact.[footnote]Its source[/footnote] More.').blocks)).toEqual([
    'A fact. (Its source) More.',
  ])
})

test('code keeps its lines, its brackets and its language', () => {
  const { blocks } = classic(
    '<pre class="language-php"><code>if ($a [0]) {\n  [gallery]\n}</code></pre>\n\n[code lang="sql"]select &lt;1&gt;[/code]',
  )
  expect(blocks).toEqual([
    { type: 'code', text: 'if ($a [0]) {\n  [gallery]\n}', language: 'php' },
    { type: 'code', text: 'select <1>', language: 'sql' },
  ])
})

test('columns, groups, details, definitions and footnotes are flattened without loss', () => {
  const body = `<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div><!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --></div><!-- /wp:column --><!-- wp:column --><div><p>Two</p></div><!-- /wp:column --></div><!-- /wp:columns -->
<!-- wp:details --><details><summary>More</summary><p>Inside</p></details><!-- /wp:details -->
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<!-- wp:paragraph --><p>Fact<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup></p><!-- /wp:paragraph -->
<!-- wp:footnotes /-->`
  const { blocks } = htmlToBlocks(body, {
    dialect: 'wordpress',
    footnotes: [{ id: 'f1', html: 'The <em>source</em>' }],
  })
  expect(blocks.map(block => block.type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'list',
    'paragraph',
    'list',
  ])
  expect(JSON.stringify(blocks)).not.toContain('#f1')
  expect(blocks.at(-1)).toMatchObject({
    ordered: true,
    items: [{ content: [{ text: 'The ' }, { text: 'source' }] }],
  })
})

test('what has no block is kept as HTML, and said', () => {
  const { blocks, notes } = classic(
    '<!-- wp:html --><form action="/x"><input name="q"></form><!-- /wp:html --><svg viewBox="0 0 1 1"><text>x</text></svg>',
  )
  expect(blocks.map(block => block.type)).toEqual(['html', 'html'])
  expect(blocks[0]!.html).toContain('<form')
  expect(notes).toHaveLength(2)
})

test('right-to-left text, emoji and broken entities come through', () => {
  expect(texts(plain('<p dir="rtl">مرحبا 👩‍👩‍👧 &amp; &#x1F600; &nosuch; &lt;b&gt;</p>').blocks)).toEqual([
    'مرحبا 👩‍👩‍👧 & 😀 &nosuch; <b>',
  ])
})

test('hostile nesting ends soon and keeps the words', () => {
  for (const open of [
    '<div>',
    '<b>',
    '<ul><li>',
    '<blockquote>',
    '<table><tr><td>',
    '<a href="x">',
    '<span>',
    '<details>',
    '[row]',
    '<!-- wp:group -->',
  ]) {
    const started = performance.now()
    const { blocks } = classic(`${open.repeat(30_000)}the end`)
    expect(JSON.stringify(blocks)).toContain('the end')
    expect(performance.now() - started).toBeLessThan(5000)
  }
}, 60_000)

test('elements that would each be read twice end soon too', () => {
  const tangles = [
    '<figure>x<table><tr><td>',
    `<figure class="wp-block-pullquote">x<cite>${'y'.repeat(600)}</cite>`,
    '<figure>x<img src="/a.jpg"><figcaption>',
    '<div class="gallery">x<img src="/a.jpg"><div class="gallery-item"><div class="gallery-caption">',
  ]
  for (const tangle of tangles) {
    const started = performance.now()
    expect(JSON.stringify(plain(`${tangle.repeat(60)}the end`).blocks)).toContain('the end')
    expect(performance.now() - started).toBeLessThan(5000)
  }
}, 60_000)

const fragments = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<i>',
  '</i>',
  '<a href="https://x.example/">',
  '<a href="javascript:x">',
  '</a>',
  '<ul>',
  '<ol>',
  '<li>',
  '</li>',
  '</ul>',
  '<blockquote>',
  '</blockquote>',
  '<cite>',
  '</cite>',
  '<table>',
  '<tr>',
  '<td>',
  '<th>',
  '</table>',
  '<figure>',
  '<figcaption>',
  '</figure>',
  '<img src="/a.jpg">',
  '<br>',
  '\n',
  '\n\n',
  '<h1>',
  '</h1>',
  '<h5>',
  '<pre>',
  '</pre>',
  '<hr>',
  '<details>',
  '<summary>',
  '<!-- wp:paragraph -->',
  '<!-- /wp:paragraph -->',
  '<!-- wp:quote -->',
  '<!-- /wp:quote -->',
  '<!--more-->',
  '<!-- wp:cover {"url":"/c.jpg"} -->',
  '[caption]',
  '[/caption]',
  '[gallery]',
  '[vc_row a="b"]',
  '[/vc_row]',
  '[x',
  '<dl>',
  '<dt>',
  '<dd>',
  '<span lang="uk">',
  '</span>',
  '<',
  '&',
  '"',
  '<sup>',
  '<q>',
  '</q>',
)
const words = fc.stringMatching(/^[a-z]{1,8}$/).map(word => ` w${word} `)

test('any mixture of tags: nothing is thrown, every word is kept in order, every block fits its kind', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fragments, words), { maxLength: 60 }),
      fc.boolean(),
      (parts, isWordpress) => {
        const html = parts.join('')
        const { blocks } = htmlToBlocks(html, {
          dialect: isWordpress ? 'wordpress' : 'plain',
          baseUrl: 'https://old.example/',
          storyId: '1',
        })
        for (const block of blocks) expect(isFit(block) || !isKnown(block)).toBe(true)
        const kept = JSON.stringify(blocks)
        for (const part of parts)
          if (part.startsWith(' w') && !isSwallowed(html, part)) expect(kept).toContain(part.trim())
      },
    ),
    { numRuns: 400 },
  )
})

test('any text at all: nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), text => {
      htmlToBlocks(text, { dialect: 'wordpress' })
    }),
    { numRuns: 300 },
  )
})

/** Words inside an unfinished tag or comment are no text to a browser either. */
function isSwallowed(html: string, word: string): boolean {
  return (
    /<[^>a-z/!]*$|<\s*$/i.test(html.slice(0, html.indexOf(word))) ||
    html.includes('<"') ||
    html.includes('[x') ||
    /<(?![a-z/!])/i.test(html)
  )
}

function isKnown(block: ImportedBlock): boolean {
  return !block.type.startsWith('wordpress') && !block.type.startsWith('imported')
}

/** Whether it fits its kind once ids stand where references are. */
function isFit(block: ImportedBlock): boolean {
  const { photographId, fileId, photographs, ...rest } = block
  const settled = {
    ...rest,
    id: 'b1',
    ...(photographId ? { photographId: 1 } : {}),
    ...(fileId ? { fileId: 1 } : {}),
    ...(photographs
      ? { photographs: (photographs as object[]).map(each => ({ ...each, photographId: 1 })) }
      : {}),
  }
  return readBlock(settled).type === block.type
}

function texts(blocks: readonly ImportedBlock[]): string[] {
  return blocks.filter(block => block.type === 'paragraph').map(block => plainText(block.content as never))
}
