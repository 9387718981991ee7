import { hash } from 'node:crypto'

/**
 * Headers that say what a page may load and do (CSP level 3). Nothing comes from another host except frames of
 * `frames` (origins such as "https://www.youtube-nocookie.com"), and those only after a reader asked for them. `blobs`
 * lets a page show a picture that is still on its way up. `formsTo` are origins that a form of the page may lead on to, such as
 * that of the card processor's page.
 */
export function pageHeaders({
  style,
  frames = [],
  blobs = false,
  formsTo = [],
}: {
  style: string
  frames?: readonly string[]
  blobs?: boolean
  formsTo?: readonly string[]
}): Record<string, string> {
  const origins = frames.filter(isOrigin)
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' '${styleHash(style)}'`,
      `img-src 'self' data:${blobs ? ' blob:' : ''}`,
      "media-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      // Browsers hold the redirect that answers a form to this, too (CSP level 3, 6.4.1).
      `form-action 'self'${formsTo
        .filter(isOrigin)
        .map(origin => ` ${origin}`)
        .join('')}`,
      `frame-src 'self'${origins.map(origin => ` ${origin}`).join('')}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
  }
}

/** The source expression that allows exactly this inline style. */
export function styleHash(style: string): string {
  return `sha256-${hash('sha256', style, 'base64')}`
}

function isOrigin(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(text)
}
