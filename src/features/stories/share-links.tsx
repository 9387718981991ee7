import type { ComponentChildren } from 'preact'
import { storyMessages } from './story-messages.ts'

/**
 * Ways to pass a story on: plain links that tell nobody anything before they are followed.
 * The two buttons need the browser (design/share.island.ts) and are hidden until it says it can.
 */
export function ShareLinks(props: { url: string; headline: string; language: string }): ComponentChildren {
  const { url, headline, language } = props
  const texts = storyMessages(language)
  return (
    <details class="share" data-share>
      <summary class="share__open">{texts.share}</summary>
      <ul class="share__ways" aria-label={texts.shareTitle}>
        <li>
          <button type="button" data-copy={url} data-copied={texts.copied} hidden>
            {texts.copyLink}
          </button>
        </li>
        {ways(url, headline, texts.email).map(({ label, href }) => (
          <li key={label}>
            <a href={href} rel="noopener noreferrer nofollow">
              {label}
            </a>
          </li>
        ))}
        <li>
          <button type="button" data-native-share={url} data-title={headline} hidden>
            {texts.shareOther}
          </button>
        </li>
        <li>
          <button type="button" data-print hidden>
            {texts.print}
          </button>
        </li>
      </ul>
      <p class="share__said" role="status" />
    </details>
  )
}

function ways(url: string, headline: string, email: string): { label: string; href: string }[] {
  const u = encodeURIComponent(url)
  const h = encodeURIComponent(headline)
  const both = encodeURIComponent(`${headline} ${url}`)
  return [
    { label: email, href: `mailto:?subject=${h}&body=${both}` },
    { label: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { label: 'Telegram', href: `https://t.me/share/url?url=${u}&text=${h}` },
    { label: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { label: 'Mastodon', href: `https://share.joinmastodon.org/#text=${both}` },
    { label: 'X', href: `https://x.com/intent/post?url=${u}&text=${h}` },
  ]
}
