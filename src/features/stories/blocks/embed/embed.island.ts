/**
 * Click-to-load frames. The server writes a plain link and, hidden, a button; here the button appears, and its press
 * shows the provider's frame in place of the box. Before that nothing is asked of the provider.
 */
export function startEmbeds(root: ParentNode = document): void {
  for (const figure of root.querySelectorAll<HTMLElement>('.embed[data-frame]')) {
    const button = figure.querySelector<HTMLButtonElement>('.embed__open')
    const note = figure.querySelector<HTMLElement>('.embed__note')
    if (!button || !note) continue
    button.hidden = note.hidden = false
    button.addEventListener('click', () => open(figure), { once: true })
  }
}

function open(figure: HTMLElement): void {
  const box = figure.querySelector('.embed__box')
  const src = figure.dataset.frame ?? ''
  if (!box || !src.startsWith('https://')) return
  const video = figure.classList.contains('embed--video')
  const frame = document.createElement('iframe')
  frame.className = 'embed__frame'
  frame.title = figure.dataset.title ?? ''
  // Their own scripts and storage, and windows for links; never this page, forms' targets or downloads.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  )
  frame.allow = video ? 'autoplay; fullscreen; picture-in-picture; encrypted-media' : 'fullscreen'
  // Players refuse to play without an origin to name; posts need none.
  frame.referrerPolicy = video ? 'strict-origin-when-cross-origin' : 'no-referrer'
  frame.src = src
  if (!video) followHeight(frame, new URL(src).origin)
  // The box stays for print, where the link takes the frame's place.
  box.before(frame)
  figure.classList.add('embed--open')
  // Focus would fall back to the top of the page with the button gone.
  frame.focus({ preventScroll: true })
}

const shortest = 120
const tallest = 2000

/** Posts tell how tall they are, each provider in a form of its own; only their own frame is believed. */
function followHeight(frame: HTMLIFrameElement, origin: string): void {
  frame.addEventListener('load', () => {
    // Mastodon answers when it is asked.
    frame.contentWindow?.postMessage({ type: 'setHeight', id: 1 }, origin)
  })
  addEventListener('message', event => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    const height = toldHeight(event.data)
    if (height) frame.height = String(Math.min(tallest, Math.max(shortest, Math.ceil(height))))
  })
}

/** The height in a provider's message (Mastodon, Bluesky, Telegram, Instagram, X), 0 where it tells none. */
export function toldHeight(data: unknown): number {
  const told = typeof data === 'string' ? parsed(data) : data
  if (typeof told !== 'object' || told === null) return 0
  const message = told as {
    height?: unknown
    details?: { height?: unknown }
    'twttr.embed'?: { params?: { height?: unknown }[] }
  }
  const found = message.height ?? message.details?.height ?? message['twttr.embed']?.params?.[0]?.height
  const height = Number(found)
  return Number.isFinite(height) && height > 0 ? height : 0
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
