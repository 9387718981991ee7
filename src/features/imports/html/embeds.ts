/** Addresses of frames and of things shown from elsewhere, and the address a person would open for them. */

const oembedHosts =
  /(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|bsky\.app|t\.me|telegram\.me|instagram\.com|tiktok\.com|facebook\.com|fb\.watch|threads\.net|dailymotion\.com|dai\.ly|soundcloud\.com|spotify\.com|flickr\.com|flic\.kr|reddit\.com|ted\.com|wordpress\.tv|videopress\.com|mixcloud\.com|scribd\.com|slideshare\.net|speakerdeck\.com|issuu\.com|imgur\.com|kickstarter\.com|tumblr\.com|pinterest\.com|twitch\.tv|odysee\.com|rumble\.com|datawrapper\.de|dwcdn\.net|documentcloud\.org|flourish\.studio|infogram\.com|giphy\.com|loom\.com|apple\.com)$/

/** The address as a person opens it, for one that stands alone on a line or in a frame; null when it is not a web address. */
export function embedAddress(source: string): string | null {
  const text = source.trim().replace(/^\/\//, 'https://')
  if (!/^https?:\/\/[^\s<>"\\]+$/i.test(text) || text.length > 4000) return null
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if (url.username || url.password) return null
  return watchAddress(url) ?? text
}

/** True for hosts that WordPress turns a bare line into an embed for, and their like. */
export function isEmbeddable(address: string): boolean {
  try {
    const { hostname, pathname } = new URL(address)
    if (pathname === '/' || pathname === '') return false
    return oembedHosts.test(hostname) || isMastodonPost(pathname)
  } catch {
    return false
  }
}

/** A name for the provider, for the block's `provider`. */
export function providerOf(address: string): string {
  const host = new URL(address).hostname.replace(/^(www|m|mobile|player|open|w|embed|platform)\./, '')
  const names: Record<string, string> = {
    'youtu.be': 'youtube',
    'youtube-nocookie.com': 'youtube',
    'twitter.com': 'x',
    'x.com': 'x',
    'bsky.app': 'bluesky',
    't.me': 'telegram',
    'telegram.me': 'telegram',
  }
  if (isMastodonPost(new URL(address).pathname)) return 'mastodon'
  return (names[host] ?? host.replace(/\.(com|org|net|tv|de|studio)$/, '')).slice(0, 60)
}

function isMastodonPost(path: string): boolean {
  return /^\/@[\w.]+(@[\w.-]+)?\/\d{10,}(\/embed)?$/.test(path)
}

function watchAddress(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, '')
  const path = url.pathname
  if (/^(youtube\.com|youtube-nocookie\.com)$/.test(host)) {
    const id = /^\/(?:embed|v|shorts|live)\/([\w-]{6,20})/.exec(path)?.[1]
    const list = url.searchParams.get('list')
    if (path.startsWith('/embed/videoseries') && list)
      return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`
    if (id && !path.startsWith('/shorts') && !path.startsWith('/live')) {
      const start = url.searchParams.get('start')
      return `https://www.youtube.com/watch?v=${id}${start && /^\d+$/.test(start) ? `&t=${start}s` : ''}`
    }
  }
  if (host === 'player.vimeo.com') {
    const id = /^\/video\/(\d+)/.exec(path)?.[1]
    const secret = url.searchParams.get('h')
    if (id) return `https://vimeo.com/${id}${secret && /^\w+$/.test(secret) ? `/${secret}` : ''}`
  }
  if (host === 'instagram.com') {
    const post = /^\/(p|reel|tv)\/([\w-]+)/.exec(path)
    if (post) return `https://www.instagram.com/${post[1]}/${post[2]}/`
  }
  if (host === 'platform.twitter.com') {
    const id = url.searchParams.get('id')
    if (id && /^\d+$/.test(id)) return `https://twitter.com/i/status/${id}`
  }
  if (host === 'embed.bsky.app') {
    const post = /^\/embed\/(did:[\w:.%-]+)\/app\.bsky\.feed\.post\/(\w+)/.exec(path)
    if (post) return `https://bsky.app/profile/${post[1]}/post/${post[2]}`
  }
  if (/^(t|telegram)\.me$/.test(host) && url.searchParams.has('embed')) return `https://t.me${path}`
  if (host === 'tiktok.com') {
    const id = /^\/(?:embed(?:\/v\d)?|player\/v\d)\/(\d+)/.exec(path)?.[1]
    if (id) return `https://www.tiktok.com/@/video/${id}`
  }
  if (host === 'dailymotion.com' && path.startsWith('/embed/video/'))
    return `https://www.dailymotion.com/video/${path.slice(13)}`
  if (host === 'open.spotify.com') return url.origin + path.replace(/^\/embed\//, '/')
  if (host === 'w.soundcloud.com') {
    const track = url.searchParams.get('url')
    if (track && /^https:\/\//.test(track)) return track
  }
  if (/^facebook\.com$/.test(host) && path.startsWith('/plugins/')) {
    const post = url.searchParams.get('href')
    if (post && /^https?:\/\//.test(post)) return post
  }
  if (isMastodonPost(path) && path.endsWith('/embed')) return url.origin + path.slice(0, -6)
  return null
}
