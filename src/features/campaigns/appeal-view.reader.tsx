import type { ComponentChildren } from 'preact'
import { campaignMessages } from './campaign-messages.ts'
import { type CardBrand, CardMarks } from './card-brands.tsx'
import type { ToldAppeal } from './told-appeal.ts'

interface AppealProps {
  told: ToldAppeal
  language: string
  /** Of the campaign, for the number that moves by itself; null for an appeal that is there all year. */
  campaignId: number | null
}

/** The band above a page: one sentence, how far it has come, two buttons and a close. */
export function StripView(props: AppealProps & { back: string }): ComponentChildren {
  const { told, language, campaignId, back } = props
  const texts = campaignMessages(language)
  return (
    <section class="strip" aria-label={texts.campaign} data-strip>
      <div class="strip__row grid-page">
        <div class="strip__words">
          <p class="strip__sentence">
            {told.heading && <strong>{told.heading}</strong>} {told.paragraphs[0]}
          </p>
          <Progress told={told} campaignId={campaignId} />
        </div>
        <Buttons told={told} />
        <form class="strip__dismiss" method="post" action="/support/dismiss" data-dismiss>
          <input type="hidden" name="appeal" value={told.appealId} />
          <input type="hidden" name="back" value={back} />
          <button type="submit" class="strip__close" aria-label={texts.dismiss} title={texts.dismiss}>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <path d="m4.5 4.5 11 11M15.5 4.5l-11 11" />
            </svg>
          </button>
        </form>
      </div>
    </section>
  )
}

/** At the end of a story: a letter from the editor. */
export function ClosingView(props: AppealProps & { brands: readonly CardBrand[] }): ComponentChildren {
  const { told, language, campaignId, brands } = props
  const texts = campaignMessages(language)
  return (
    <section class="closing" aria-label={texts.support}>
      {told.heading && <h2 class="closing__heading">{told.heading}</h2>}
      {told.paragraphs.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
      <Signature told={told} />
      {told.call && <p class="closing__call">{told.call}</p>}
      <Progress told={told} campaignId={campaignId} />
      <Buttons told={told} />
      {told.buttons.length > 0 && <CardMarks brands={brands} label={texts.cards} />}
    </section>
  )
}

/** Inside a story, between two paragraphs. */
export function CardView({ told, language, campaignId }: AppealProps): ComponentChildren {
  return (
    <aside class="appeal-card">
      <section aria-label={campaignMessages(language).support}>
        {told.heading && <h2 class="appeal-card__heading">{told.heading}</h2>}
        {told.paragraphs.map((paragraph, i) => (
          <p key={i}>{paragraph}</p>
        ))}
        <Progress told={told} campaignId={campaignId} />
        <Buttons told={told} />
      </section>
    </aside>
  )
}

/** On the front page, across its width. */
export function FrontPanelView({ told, language, campaignId }: AppealProps): ComponentChildren {
  return (
    <section class="front-appeal" aria-label={campaignMessages(language).support}>
      <div class="front-appeal__words">
        {told.heading && <h2 class="front-appeal__heading">{told.heading}</h2>}
        {told.paragraphs.map((paragraph, i) => (
          <p key={i}>{paragraph}</p>
        ))}
        <Signature told={told} />
      </div>
      <div class="front-appeal__act">
        {told.call && <p class="closing__call">{told.call}</p>}
        <Progress told={told} campaignId={campaignId} />
        <Buttons told={told} />
      </div>
    </section>
  )
}

function Progress({ told, campaignId }: Pick<AppealProps, 'told' | 'campaignId'>): ComponentChildren {
  const { progress } = told
  if (!progress?.text) return null
  return (
    <div class="progress" data-campaign={campaignId}>
      <progress
        class="progress__line"
        value={Math.max(0, Math.min(progress.gained, progress.goal))}
        max={progress.goal}
        aria-label={progress.text}
      />
      <p class="progress__numbers">
        <span data-progress>{progress.text}</span>
        {progress.daysLeft && <span class="progress__days">{progress.daysLeft}</span>}
      </p>
    </div>
  )
}

function Buttons({ told }: Pick<AppealProps, 'told'>): ComponentChildren {
  if (told.buttons.length === 0) return null
  return (
    <p class="appeal-buttons">
      {told.buttons.map(({ kind, label, href }, i) => (
        <a key={kind} class={i === 0 ? 'button' : 'button button--plain'} href={href} rel="nofollow">
          {label}
        </a>
      ))}
    </p>
  )
}

function Signature({ told }: Pick<AppealProps, 'told'>): ComponentChildren {
  const { signature, office } = told
  if (!signature) return null
  return (
    <p class="signature">
      <span class="signature__name">{signature}</span>
      {office && <span class="signature__office">{office}</span>}
    </p>
  )
}
