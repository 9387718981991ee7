import type { ComponentChildren } from 'preact'
import type { AppealPage, AppealParts } from '../../design/appeal-parts.ts'
import type { House } from '../../platform/house.ts'
import { readPublication } from '../publication/publication.ts'
import type { PlaceName } from './appeal.ts'
import { CardView, ClosingView, FrontPanelView, StripView } from './appeal-view.reader.tsx'
import { viewCounterOf } from './appeal-views.ts'
import type { CardBrand } from './card-brands.tsx'
import type { Candidate } from './choose-appeals.ts'
import {
  appealsKey,
  type CountReaders,
  candidatesFor,
  countsNow,
  figuresKey,
  figuresOf,
  liveAppeals,
  secondsToChange,
} from './live-appeals.ts'
import { readVariant, type VariantParts, variantsOf } from './page-variants.ts'
import { countryReader } from './reader-facts.ts'
import { type SupportPages, type ToldAppeal, tellAppeal } from './told-appeal.ts'

/** What other features know, handed in by the app. */
export interface AppealDoors {
  open(house: House): SupportPages
  brands(house: House): readonly CardBrand[]
  countReaders: CountReaders
}

/** Figures that time alone moves (readers, days) are never older on a page. */
const figuresFreshSeconds = 600

/** The appeals of one page as it is printed, and who gets which of its prints. While none is live this is one look. */
export async function printAppeals(house: House, page: AppealPage, doors: AppealDoors): Promise<AppealParts> {
  const live = await liveAppeals(house)
  const keys = [appealsKey]
  if (live.appeals.length === 0) return { keys }
  const now = house.payments.now()
  const candidates = candidatesFor(
    live,
    {
      places: ['strip', ...page.places],
      topics: page.topics ?? [],
      language: page.language,
      asksNothing: page.asksNothing ?? false,
    },
    now,
  )
  const freshForSeconds = secondsToChange(live, now)
  if (candidates.length === 0) return { keys, freshForSeconds }
  const story = page.isStory ? page.path : undefined
  const variants = variantsOf(
    candidates,
    { standing: page.standing, story },
    {
      siteUrl: house.config.siteUrl,
      now: house.payments.now,
      chance: Math.random,
      countryOf: countryReader(house.config.trustedProxies),
      count: viewCounterOf(house).count,
    },
  )
  const parts = await tellParts(house, { candidates, parts: readVariant(page.variant), doors })
  if (!parts.strip && !parts.appeal) return { keys, freshForSeconds, variants }
  const { language } = await readPublication(house)
  return {
    variants,
    keys: [...keys, figuresKey],
    freshForSeconds: Math.min(freshForSeconds, figuresFreshSeconds),
    strip: parts.strip && <StripView {...parts.strip} language={language} back={page.path} />,
    ...(parts.appeal ? placed(parts.appeal, { language, brands: doors.brands(house) }) : {}),
  }
}

interface Told {
  place: PlaceName
  told: ToldAppeal
  campaignId: number | null
}

async function tellParts(
  house: House,
  options: { candidates: readonly Candidate[]; parts: VariantParts; doors: AppealDoors },
): Promise<{ strip: Told | null; appeal: Told | null }> {
  const { candidates, parts, doors } = options
  if (!parts.strip && !parts.appeal) return { strip: null, appeal: null }
  const [counts, { language }] = await Promise.all([
    countsNow(house, doors.countReaders),
    readPublication(house),
  ])
  const tell = async (part: VariantParts['strip']): Promise<Told | null> => {
    if (!part) return null
    const candidate = candidates.find(({ wordings }) => wordings.some(({ id }) => id === part.wordingId))
    const wording = candidate?.wordings.find(({ id }) => id === part.wordingId)
    if (!candidate || !wording) return null
    const { appeal } = candidate
    const { figures, gained } = await figuresOf(house, { campaign: appeal.campaign, counts })
    const now = house.payments.now()
    const told = tellAppeal({
      appeal,
      wording,
      thanks: part.thanks,
      figures,
      gained,
      open: doors.open(house),
      language,
      now,
    })
    // Where every sentence had to be left out there is nothing to show.
    if (!told.heading && told.paragraphs.length === 0) return null
    return { place: appeal.place, told, campaignId: appeal.campaign?.id ?? null }
  }
  return { strip: await tell(parts.strip), appeal: await tell(parts.appeal) }
}

function placed(
  shown: Told,
  { language, brands }: { language: string; brands: readonly CardBrand[] },
): Partial<Record<'closing' | 'card' | 'front', ComponentChildren>> {
  if (shown.place === 'closing')
    return { closing: <ClosingView {...shown} language={language} brands={brands} /> }
  if (shown.place === 'card') return { card: <CardView {...shown} language={language} /> }
  if (shown.place === 'front') return { front: <FrontPanelView {...shown} language={language} /> }
  return {}
}
