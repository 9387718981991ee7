import type { ComponentChildren } from 'preact'
import { FormLine } from '../../../design/form-line.tsx'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Attribution } from '../../ledger/ledger.ts'
import { joinMessages } from '../../members/member.ts'
import { mostGifts } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { Said } from '../gift-page.tsx'
import { spanWords } from '../spans.ts'
import { GiftFields } from './gift-fields.reader.tsx'
import type { TypedGift, WrongGift } from './gift-form.ts'
import { type Offer, offerAddress } from './offer.ts'

/** What can be given: how many, and for how long. Each button says what one gift costs. */
export function OfferView(props: { language: string; paper: string; offer: Offer }): ComponentChildren {
  const { language, paper, offer } = props
  const { tier, lengths, currency, currencies, count, attribution } = offer
  const texts = giftMessages(language)
  return (
    <>
      <header class="join__head">
        <h1 class="join__title">{texts.give}</h1>
        <p class="join__intro">{texts.intro(paper)}</p>
      </header>
      {currencies.length > 1 && (
        <p class="join__currencies">
          {joinMessages(language).currencies}{' '}
          {currencies.map(code => (
            <a
              key={code}
              href={offerAddress({ currency: code, count, attribution })}
              aria-current={code === currency ? 'true' : undefined}
            >
              {code.toUpperCase()}
            </a>
          ))}
        </p>
      )}
      {!tier || lengths.length === 0 ? (
        <p class="join__intro">{texts.nothing}</p>
      ) : (
        <form method="get" action="/gift" class="gift__form">
          <p>{texts.comesWith(tier.name)}</p>
          {tier.benefits.length > 0 && (
            <ul class="join__benefits">
              {tier.benefits.map(benefit => (
                <li key={benefit} dir="auto">
                  {benefit}
                </li>
              ))}
            </ul>
          )}
          <input type="hidden" name="currency" value={currency} />
          <HiddenAttribution attribution={attribution} />
          <div class="form-line">
            <label for="gifts">{texts.howMany}</label>
            <select class="field" id="gifts" name="gifts">
              {Array.from({ length: mostGifts }, (_, index) => (
                <option key={index} value={index + 1} selected={index + 1 === count}>
                  {texts.count(index + 1)}
                </option>
              ))}
            </select>
          </div>
          <fieldset>
            <legend>{texts.forHowLong}</legend>
            <div class="gift__lengths">
              {lengths.map(({ months, amountMinor }) => (
                <button key={months} type="submit" name="months" value={months} class="button">
                  {texts.lengthFor(
                    spanWords(months, language),
                    `${formatMoney(amountMinor, currency, language)} ${texts.eachOf}`,
                  )}
                </button>
              ))}
            </div>
          </fieldset>
        </form>
      )}
      <p class="join__small">{texts.gotOne}</p>
    </>
  )
}

export interface DetailsProps {
  ask: { csrf: string }
  language: string
  offer: Offer & { chosen: NonNullable<Offer['chosen']> }
  /** The number by which sending the form twice is known. */
  number: string
  gifts: readonly TypedGift[]
  wrongGifts?: readonly WrongGift[]
  buyer: string
  email: string
  wrong?: { buyer?: string; email?: string; form?: string }
}

/** For whom the gifts are, when and how they arrive, and who gives them. */
export function DetailsView(props: DetailsProps): ComponentChildren {
  const { ask, language, offer, number, gifts, wrongGifts, buyer, email, wrong } = props
  const texts = giftMessages(language)
  const { months, amountMinor } = offer.chosen
  const total = formatMoney(amountMinor * gifts.length, offer.currency, language)
  return (
    <>
      <header class="join__head">
        <h1 class="join__title">{texts.fill}</h1>
        <p class="join__intro">
          {texts.chosen({ n: gifts.length, span: spanWords(months, language), total })}
        </p>
        <p class="account__way">
          <a href={offerAddress(offer)}>{texts.choose}</a>
        </p>
      </header>
      <Said error={wrong?.form} />
      <form method="post" action="/gift" class="gift__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="months" value={months} />
        <input type="hidden" name="gifts" value={gifts.length} />
        <input type="hidden" name="currency" value={offer.currency} />
        <HiddenAttribution attribution={offer.attribution} />
        {gifts.map((typed, index) => (
          <fieldset key={`${index + 1}`} class="gift__one">
            <legend>{gifts.length === 1 ? texts.giftNumber(1) : texts.giftNumber(index + 1)}</legend>
            <GiftFields language={language} typed={typed} wrong={wrongGifts?.[index]} number={index + 1} />
          </fieldset>
        ))}
        <fieldset class="gift__one">
          <legend>{texts.you}</legend>
          <FormLine
            name="buyer"
            label={texts.yourName}
            value={buyer}
            error={wrong?.buyer}
            maxLength={80}
            autocomplete="name"
            required
          />
          <FormLine
            name="email"
            label={texts.yourAddress}
            hint={texts.yourAddressHint}
            value={email}
            error={wrong?.email}
            type="email"
            autocomplete="email"
            maxLength={254}
            required
          />
        </fieldset>
        <button type="submit" class="button join__button">
          {texts.look}
        </button>
      </form>
    </>
  )
}

function HiddenAttribution({ attribution }: { attribution: Attribution }): ComponentChildren {
  const named = {
    campaign: attribution.campaignId,
    appeal: attribution.appealId,
    wording: attribution.wordingId,
  }
  return (
    <>
      {Object.entries(named).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
