/** How an embed of a known provider is linked to and framed. */
export interface KnownEmbed {
  provider: ProviderName
  kind: 'video' | 'post'
  /** The page at the provider, for the plain link. */
  linkHref: string
  /** What the frame loads, and only after the reader asked for it. */
  frameSrc: string
  /** The provider's name for people. */
  label: string
  /** Shape of a video; posts grow to their content. */
  aspect: 'landscape' | 'portrait' | null
}

export type ProviderName =
  | 'youtube'
  | 'vimeo'
  | 'x'
  | 'bluesky'
  | 'mastodon'
  | 'telegram'
  | 'instagram'
  | 'tiktok'

/** Hosts that frames may come from; Mastodon has a host for every instance and is checked by its form. */
export const frameHosts = [
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  'platform.twitter.com',
  'embed.bsky.app',
  't.me',
  'www.instagram.com',
  'www.tiktok.com',
] as const

/** Reads an address of a post or video; null where it is none that is known, which leaves a plain link. */
export function knownEmbed(address: string): KnownEmbed | null {
  const url = URL.parse(address.trim())
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.username || url.password || url.port) return null
  const host = url.hostname.replace(/^(www|m|mobile)\./, '')
  const path = url.pathname.split('/').filter(Boolean)
  const read = readers[host]
  if (read) return read(url, path)
  if (host.endsWith('.youtube.com') || host.endsWith('.instagram.com')) return null
  return mastodon(url, path)
}

/** True for an origin that `knownEmbed` could have given: one of the list, or a well-formed public host name. */
export function isFrameOrigin(origin: string): boolean {
  const url = URL.parse(origin)
  if (url?.protocol !== 'https:' || url.origin !== origin || url.port) return false
  return (frameHosts as readonly string[]).includes(url.hostname) || isPublicHost(url.hostname)
}

type Reader = (url: URL, path: string[]) => KnownEmbed | null

const readers: Record<string, Reader | undefined> = Object.assign(Object.create(null), {
  'youtube.com': youtube,
  'youtube-nocookie.com': youtube,
  'music.youtube.com': youtube,
  'youtu.be': (url: URL, [id]: string[]) => youtubeVideo(id, url),
  'vimeo.com': vimeo,
  'player.vimeo.com': vimeo,
  'x.com': x,
  'twitter.com': x,
  'bsky.app': bluesky,
  't.me': telegram,
  'telegram.me': telegram,
  'instagram.com': instagram,
  'tiktok.com': tiktok,
} satisfies Record<string, Reader>)

function youtube(url: URL, [first, second]: string[]): KnownEmbed | null {
  if (first === 'watch') return youtubeVideo(url.searchParams.get('v'), url)
  if (first === 'shorts') return youtubeVideo(second, url, 'portrait')
  if (first === 'embed' && second === 'videoseries') return youtubeList(url)
  if (first === 'embed' || first === 'live' || first === 'v') return youtubeVideo(second, url)
  return first === 'playlist' ? youtubeList(url) : null
}

function youtubeVideo(
  id: string | null | undefined,
  url: URL,
  aspect: 'landscape' | 'portrait' = 'landscape',
): KnownEmbed | null {
  if (!id || !/^[\w-]{11}$/.test(id)) return null
  const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start'))
  return {
    provider: 'youtube',
    kind: 'video',
    label: 'YouTube',
    aspect,
    linkHref: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
    frameSrc: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${start ? `&start=${start}` : ''}`,
  }
}

function youtubeList(url: URL): KnownEmbed | null {
  const id = url.searchParams.get('list')
  if (!id || !/^[\w-]{10,64}$/.test(id)) return null
  return {
    provider: 'youtube',
    kind: 'video',
    label: 'YouTube',
    aspect: 'landscape',
    linkHref: `https://www.youtube.com/playlist?list=${id}`,
    frameSrc: `https://www.youtube-nocookie.com/embed/videoseries?list=${id}&rel=0`,
  }
}

/** vimeo.com/123, vimeo.com/123/hash (unlisted), vimeo.com/channels/name/123, player.vimeo.com/video/123?h=hash. */
function vimeo(url: URL, path: string[]): KnownEmbed | null {
  const at = path.findIndex(part => /^\d{4,12}$/.test(part))
  const id = path[at]
  if (!id || at > 3) return null
  const hash = url.searchParams.get('h') ?? path[at + 1] ?? ''
  const unlisted = /^[0-9a-f]{6,20}$/.test(hash)
  return {
    provider: 'vimeo',
    kind: 'video',
    label: 'Vimeo',
    aspect: 'landscape',
    linkHref: `https://vimeo.com/${id}${unlisted ? `/${hash}` : ''}`,
    frameSrc: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${unlisted ? `&h=${hash}` : ''}`,
  }
}

function x(_: URL, [user, word, id]: string[]): KnownEmbed | null {
  if (!user || !/^\w{1,15}$/.test(user) || (word !== 'status' && word !== 'statuses')) return null
  if (!id || !/^\d{1,20}$/.test(id)) return null
  return {
    provider: 'x',
    kind: 'post',
    label: 'X',
    aspect: null,
    linkHref: `https://x.com/${user}/status/${id}`,
    frameSrc: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
  }
}

function bluesky(_: URL, [profile, who, word, id]: string[]): KnownEmbed | null {
  if (profile !== 'profile' || word !== 'post' || !id || !/^[a-z0-9]{1,30}$/.test(id)) return null
  if (!who || !(/^did:(plc|web):[A-Za-z0-9.:_-]{1,200}$/.test(who) || isPublicHost(who.toLowerCase())))
    return null
  // It tells its height only where it is given a number to tell it with.
  return {
    provider: 'bluesky',
    kind: 'post',
    label: 'Bluesky',
    aspect: null,
    linkHref: `https://bsky.app/profile/${who}/post/${id}`,
    frameSrc: `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${id}?id=1`,
  }
}

function telegram(_: URL, path: string[]): KnownEmbed | null {
  const [channel, id] = path[0] === 's' ? path.slice(1) : path
  if (!channel || !/^[a-z]\w{3,31}$/i.test(channel) || !id || !/^\d{1,10}$/.test(id)) return null
  return {
    provider: 'telegram',
    kind: 'post',
    label: 'Telegram',
    aspect: null,
    linkHref: `https://t.me/${channel}/${id}`,
    frameSrc: `https://t.me/${channel}/${id}?embed=1`,
  }
}

/** instagram.com/p/code, /reel/code, /tv/code, each also behind a user's name. */
function instagram(_: URL, path: string[]): KnownEmbed | null {
  const [word, code] = /^(p|reel|reels|tv)$/.test(path[0] ?? '') ? path : path.slice(1)
  if (!word || !/^(p|reel|reels|tv)$/.test(word) || !code || !/^[\w-]{5,64}$/.test(code)) return null
  const form = word === 'reels' ? 'reel' : word
  return {
    provider: 'instagram',
    kind: 'post',
    label: 'Instagram',
    aspect: null,
    linkHref: `https://www.instagram.com/${form}/${code}/`,
    frameSrc: `https://www.instagram.com/${form}/${code}/embed/captioned/`,
  }
}

function tiktok(_: URL, [first, second, third]: string[]): KnownEmbed | null {
  const user = first && /^@[\w.]{1,30}$/.test(first) ? first : null
  const id =
    user && (second === 'video' || second === 'photo') ? third : first === 'embed' ? (third ?? second) : null
  if (!id || !/^\d{6,25}$/.test(id)) return null
  return {
    provider: 'tiktok',
    kind: 'video',
    label: 'TikTok',
    aspect: 'portrait',
    linkHref: `https://www.tiktok.com/${user ?? '@_'}/video/${id}`,
    frameSrc: `https://www.tiktok.com/embed/v2/${id}`,
  }
}

/** Any instance: https://host/@user/1234, of a user who is at home there. */
function mastodon(url: URL, [user, id, more]: string[]): KnownEmbed | null {
  if (url.protocol !== 'https:' || more !== undefined || !isPublicHost(url.hostname)) return null
  if (!user || !/^@\w{1,60}$/.test(user) || !id || !/^\d{1,20}$/.test(id)) return null
  const linkHref = `https://${url.hostname}/${user}/${id}`
  return {
    provider: 'mastodon',
    kind: 'post',
    label: `Mastodon (${url.hostname})`,
    aspect: null,
    linkHref,
    frameSrc: `${linkHref}/embed`,
  }
}

const privateEndings =
  /\.(local|localhost|internal|intranet|lan|home|corp|private|test|invalid|example|arpa|onion)$/

/** A host name of the public web: labels of letters, digits and hyphens (RFC 1123), an alphabetic end, never an address. */
function isPublicHost(host: string): boolean {
  if (host.length > 253 || privateEndings.test(host)) return false
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(host)
}

/** "90", "90s", "1m30s", "1h2m3s" in seconds; 0 where there is none. */
function seconds(time: string | null): number {
  const found = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(time ?? '')
  if (!found) return 0
  const [, hours = '0', minutes = '0', rest = '0'] = found
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}
