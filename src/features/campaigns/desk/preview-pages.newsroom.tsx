import type { ComponentChildren } from 'preact'
import { interfaceLanguages } from '../../../design/messages.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { publicationPage, readPublication } from '../../publication/publication.ts'
import { tellings, wordingTexts } from '../appeal.ts'
import { CardView, ClosingView, FrontPanelView, StripView } from '../appeal-view.reader.tsx'
import { countsNow, figuresOf } from '../live-appeals.ts'
import type { AppealDoors } from '../print-appeals.tsx'
import { tellAppeal } from '../told-appeal.ts'
import { deskPlaces } from './appeal-form.ts'
import { deskTexts } from './campaign-desk-page.tsx'
import { wordingAsTyped } from './wording-form.ts'
import { wordingAsked } from './wording-pages.newsroom.tsx'

/**
 * A page of the paper with the appeal as it stands in the form, in the place, language and moment that are chosen, with
 * the figures of this moment. Nothing is saved, nothing is kept by the press, and no view is counted.
 */
export function wordingPreview(doors: AppealDoors) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const { appeal, wording } = await wordingAsked(ask, house)
    const publication = await readPublication(house)
    const typed = Object.hasOwn(ask.form, 'name')
    const chosen = <T extends string>(name: string, all: readonly T[]) =>
      all.find(each => each === fieldOf(ask.form, name))
    const language = chosen('previewLanguage', interfaceLanguages) ?? publication.language
    const telling = chosen('previewTelling', tellings) ?? 'underway'
    const place = chosen('previewPlace', deskPlaces) ?? appeal.place
    const { figures, gained } = await figuresOf(house, {
      campaign: appeal.campaign,
      counts: await countsNow(house, doors.countReaders),
    })
    const texts = typed
      ? wordingAsTyped(ask.form)
      : (wording?.texts ?? appeal.wordings[0]?.texts ?? wordingTexts.parse({}))
    const told = tellAppeal({
      appeal: { ...appeal, place },
      wording: { id: wording?.id ?? 0, texts },
      telling,
      thanks: telling === 'thanks',
      figures,
      gained,
      open: doors.open(house),
      language,
      now: house.payments.now(),
    })
    const shown = { told, language, campaignId: appeal.campaign?.id ?? null }
    const title = deskTexts(ask).previewTitle
    const answer = publicationPage(house, {
      publication: { ...publication, language },
      ask: { standing: 'guest' },
      head: { title, canonical: `${publication.siteUrl}/`, robots: 'noindex' },
      appeals: { strip: place === 'strip' && <StripView {...shown} back="/" />, keys: [] },
      body: inPlace(),
      keys: [],
      headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
    })
    return { ...answer, keys: [] }

    function inPlace(): ComponentChildren {
      if (place === 'front')
        return (
          <div class="front grid-page">
            <h1 class="unseen">{title}</h1>
            <FrontPanelView {...shown} />
          </div>
        )
      return (
        <div class="story-page grid-page">
          <article class="story story--plain">
            <h1 class="unseen">{title}</h1>
            <div class="story__body">
              {place === 'closing' && <ClosingView {...shown} brands={doors.brands(house)} />}
              {place === 'card' && <CardView {...shown} />}
            </div>
          </article>
        </div>
      )
    }
  }
}
