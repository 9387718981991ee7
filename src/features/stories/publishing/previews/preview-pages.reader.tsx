import type { ComponentChildren } from 'preact'
import { formatDateTime, zoneName } from '../../../../design/dates.ts'
import { NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'
import { hashOf } from '../../../../platform/sign-in/secret-token.ts'
import { publicationPage, readPublication } from '../../../publication/publication.ts'
import { draftHtmlBlock, renderDraftPage } from '../../editor/pages/preview-page.newsroom.ts'
import { liveDrafts } from '../../live-draft/live-drafts.ts'
import type { Rail } from '../../story.ts'
import { storyNotices } from '../../story-notices.ts'
import { findDeskStory } from '../publishing-queries.ts'
import { findPreviewed } from './preview-queries.ts'

/** GET /preview/:token: a draft as its page would be, for somebody outside. Kept and indexed nowhere, and not counted. */
export function previewPage(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const preview = await findPreview(ask, house)
    if (!preview) return previewOver(house)
    const { storyId, expiresAt } = preview
    const [publication, story, content] = await Promise.all([
      readPublication(house),
      findDeskStory(house.db, storyId),
      liveDrafts.read(house, storyId),
    ])
    const now = house.clock.now()
    const embargo = story?.embargoUntil && story.embargoUntil > now ? story.embargoUntil : null
    return secret(
      await renderDraftPage(ask, house, content, {
        storyId,
        rail,
        htmlBlocksAt: `/preview/${ask.params.token}/blocks`,
        before: <PreviewNotice place={publication} expiresAt={expiresAt} embargo={embargo} />,
      }),
    )
  }
}

/** GET /preview/:token/blocks/:block: the frame of one raw HTML block of the draft. */
export async function previewHtmlBlock(ask: Ask, house: House): Promise<Answer> {
  const preview = await findPreview(ask, house)
  if (!preview) throw new NotFound()
  return secret(draftHtmlBlock(house, await liveDrafts.read(house, preview.storyId), ask.params.block ?? ''))
}

/** Null for any link that does not work, whether or not it ever did. */
async function findPreview(ask: Ask, house: House) {
  const { token = '' } = ask.params
  if (!/^[\w-]{43}$/.test(token)) return null
  return findPreviewed(house.db, { hash: hashOf(token), now: house.clock.now() })
}

async function previewOver(house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const { previewOver: title, previewOverText } = storyNotices(publication.language)
  return publicationPage(house, {
    publication,
    ask: { standing: 'guest' },
    status: 410,
    head: { title, canonical: publication.siteUrl, robots: 'noindex' },
    body: (
      <div class="error-page grid-page">
        <div class="error-page__main">
          <h1 class="error-page__title">{title}</h1>
          <p class="error-page__text">{previewOverText}</p>
        </div>
      </div>
    ),
    keys: [],
    headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
  })
}

/** The address is the key to the page, so it is told to nobody the page links to. */
function secret(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'referrer-policy': 'no-referrer' } }
}

function PreviewNotice(props: {
  place: { language: string; timeZone: string }
  expiresAt: Date
  embargo: Date | null
}): ComponentChildren {
  const { place, expiresAt, embargo } = props
  const texts = storyNotices(place.language)
  const time = (moment: Date) => `${formatDateTime(moment, place)} ${zoneName(moment, place)}`
  return (
    <aside class="preview-notice" aria-label={texts.preview}>
      <strong>{texts.preview}</strong> {texts.previewText} {texts.previewUntil(time(expiresAt))}
      {embargo && <span class="preview-notice__embargo"> {texts.embargoedUntil(time(embargo))}</span>}
    </aside>
  )
}
