import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameOrigins, frameOriginsOf } from './frame-origins.ts'
import { frameHosts, isFrameOrigin, knownEmbed } from './providers.ts'

const youtube = (id: string, more = '') =>
  `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${more}`

describe('known addresses', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', youtube('dQw4w9WgXcQ')],
    ['http://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=1m30s', youtube('dQw4w9WgXcQ', '&start=90')],
    ['https://youtu.be/dQw4w9WgXcQ?t=43', youtube('dQw4w9WgXcQ', '&start=43')],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', youtube('dQw4w9WgXcQ')],
    ['https://youtube.com/live/dQw4w9WgXcQ?start=1h', youtube('dQw4w9WgXcQ', '&start=3600')],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', youtube('dQw4w9WgXcQ')],
    [
      'https://www.youtube.com/playlist?list=PL0123456789abc',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789abc&rel=0',
    ],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
    [
      'https://vimeo.com/76979871/ab12cd34ef',
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=ab12cd34ef',
    ],
    [
      'https://player.vimeo.com/video/76979871?h=ab12cd34ef',
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=ab12cd34ef',
    ],
    [
      'https://twitter.com/holm_ferry/status/1234567890',
      'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890',
    ],
    [
      'https://x.com/holm_ferry/status/1234567890?s=20',
      'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890',
    ],
    [
      'https://bsky.app/profile/lantern.bsky.social/post/3kabc',
      'https://embed.bsky.app/embed/lantern.bsky.social/app.bsky.feed.post/3kabc?id=1',
    ],
    [
      'https://bsky.app/profile/did:plc:abc123/post/3kabc',
      'https://embed.bsky.app/embed/did:plc:abc123/app.bsky.feed.post/3kabc?id=1',
    ],
    ['https://mastodon.social/@lantern/1099', 'https://mastodon.social/@lantern/1099/embed'],
    ['https://t.me/lantern_news/512', 'https://t.me/lantern_news/512?embed=1'],
    ['https://t.me/s/lantern_news/512', 'https://t.me/lantern_news/512?embed=1'],
    [
      'https://www.instagram.com/p/CuZ-abc_12/?igsh=x',
      'https://www.instagram.com/p/CuZ-abc_12/embed/captioned/',
    ],
    [
      'https://instagram.com/lantern/reel/CuZ-abc_12/',
      'https://www.instagram.com/reel/CuZ-abc_12/embed/captioned/',
    ],
    [
      'https://www.tiktok.com/@lantern.news/video/7234567890123456789',
      'https://www.tiktok.com/embed/v2/7234567890123456789',
    ],
  ])('%s', (address, frame) => {
    expect(knownEmbed(address)?.frameSrc).toBe(frame)
  })

  test('a short is upright, its link keeps the start', () => {
    expect(knownEmbed('https://youtube.com/shorts/dQw4w9WgXcQ')?.aspect).toBe('portrait')
    expect(knownEmbed('https://youtu.be/dQw4w9WgXcQ?t=43')?.linkHref).toBe(
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s',
    )
  })
})

describe('all others are left alone', () => {
  test.each([
    'not an address',
    'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
    'ftp://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be.evil.example.org/dQw4w9WgXcQ',
    'https://evilyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://user:pass@youtu.be/dQw4w9WgXcQ',
    'https://youtu.be:8443/dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v="><script>',
    'https://www.youtube.com/@lantern/123',
    'https://www.youtube.com/watch?v=tooshort',
    'https://vimeo.com/lantern',
    'https://x.com/lantern',
    'https://x.com/i/lists/123',
    'https://bsky.app/profile/localhost/post/3kabc',
    'https://127.0.0.1/@lantern/1099',
    'https://[::1]/@lantern/1099',
    'https://0x7f000001/@lantern/1099',
    'https://2130706433/@lantern/1099',
    'https://localhost/@lantern/1099',
    'https://router.local/@lantern/1099',
    'https://db.internal/@lantern/1099',
    'https://mastodon/@lantern/1099',
    'http://mastodon.social/@lantern/1099',
    'https://mastodon.social:8080/@lantern/1099',
    'https://mastodon.social/@lantern/1099/reblogs',
    'https://mastodon.social/@lantern/abc',
    'https://mastodon.social/@lantern@other.example/1099',
    'https://t.me/joinchat/512abc',
    'https://t.me/c/123/512',
    'https://www.instagram.com/lantern',
    'https://vm.tiktok.com/ZM123/',
    'https://constructor/a',
    'https://__proto__/a',
  ])('%s', address => {
    expect(knownEmbed(address)).toBeNull()
  })
})

const part = fc.oneof(
  fc.constantFrom(
    'watch',
    'embed',
    'status',
    'profile',
    'post',
    'p',
    'reel',
    'video',
    '@lantern',
    '1234567',
    'dQw4w9WgXcQ',
    '..',
    '%2e%2e',
    '//',
    '?v=dQw4w9WgXcQ',
    '"',
    '#',
  ),
  fc.string(),
)
const host = fc.oneof(
  fc.constantFrom(
    'youtube.com',
    'youtu.be',
    'vimeo.com',
    'x.com',
    'bsky.app',
    't.me',
    'instagram.com',
    'www.tiktok.com',
    'mastodon.social',
    '10.0.0.1',
    '[::1]',
    'localhost',
    '0300.0250.1',
    'a.b\\@c',
    'x.com@evil.example.org',
  ),
  fc.webAuthority({ withUserInfo: true, withPort: true, withIPv4: true, withIPv6: true }),
)

test('nothing but the known hosts comes out, and never an address of a machine', () => {
  const address = fc
    .tuple(fc.constantFrom('https://', 'http://', '//', 'javascript:', ''), host, fc.array(part))
    .map(([scheme, host, parts]) => `${scheme}${host}/${parts.join('/')}`)
  fc.assert(
    fc.property(address, address => {
      const known = knownEmbed(address)
      if (!known) return
      for (const target of [known.frameSrc, known.linkHref]) {
        const url = new URL(target)
        expect(url.protocol).toBe('https:')
        expect(url.port + url.username + url.password).toBe('')
        expect(target).not.toMatch(/["'<>\s\\]/)
      }
      const frame = new URL(known.frameSrc)
      if (known.provider === 'mastodon') {
        expect(frame.hostname).toMatch(/^[a-z0-9.-]+\.([a-z]{2,}|xn--[a-z0-9-]+)$/)
        expect(frame.hostname).not.toMatch(/localhost|^\d+(\.\d+)*$/)
        expect(frame.pathname).toMatch(/^\/@\w+\/\d+\/embed$/)
      } else {
        expect(frameHosts).toContain(frame.hostname)
      }
      expect(isFrameOrigin(frame.origin)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

describe('origins for the policy', () => {
  test('each once, from the page’s HTML', () => {
    const html =
      '<figure data-frame="https://t.me/a/1"></figure><figure data-frame="https://t.me/a/2"></figure><p data-frame="https://mastodon.social/@a/1/embed">'
    expect(frameOrigins(html)).toEqual(['https://t.me', 'https://mastodon.social'])
  })

  test('nothing that could widen the policy', () => {
    for (const origin of [
      'https://*',
      'https://*.example.org',
      "https://a.example.org; script-src 'unsafe-inline'",
      'https://localhost',
      'https://10.0.0.1',
      'https://a.example.org:8080',
      'http://t.me',
    ]) {
      expect(frameOrigins(`<p data-frame="${origin}/x">`)).toEqual([])
    }
    expect(frameOrigins('<p>&quot; data-frame=&quot;https://evil.com/</p>')).toEqual([])
  })

  test('from a story’s blocks', () => {
    const embed = (url: string) => ({ type: 'embed', url })
    expect(
      frameOriginsOf([
        embed('https://youtu.be/dQw4w9WgXcQ'),
        embed('https://a.example.org/'),
        { type: 'divider' },
      ]),
    ).toEqual(['https://www.youtube-nocookie.com'])
  })
})
