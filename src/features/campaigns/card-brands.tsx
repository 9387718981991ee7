import type { ComponentChildren, VNode } from 'preact'

/** Brands that have a mark here, as Stripe names them (docs.stripe.com/api/cards/object, `brand`). */
export const cardBrands = ['visa', 'mastercard', 'amex', 'discover', 'diners', 'jcb', 'unionpay'] as const
export type CardBrand = (typeof cardBrands)[number]

/** The cards that are accepted, as small grey marks with their names for those who do not see them. */
export function CardMarks({
  brands,
  label,
}: {
  brands: readonly CardBrand[]
  label: string
}): ComponentChildren {
  if (brands.length === 0) return null
  return (
    <ul class="card-marks" aria-label={label}>
      {brands.map(brand => (
        <li key={brand}>
          <svg viewBox="0 0 38 24" width="38" height="24" role="img" aria-label={marks[brand].name}>
            <rect class="card-marks__card" x="0.5" y="0.5" width="37" height="23" rx="2.5" />
            {marks[brand].drawn}
          </svg>
        </li>
      ))}
    </ul>
  )
}

// Drawn for this program in one grey: letters as strokes, signs as shapes.
const marks: Record<CardBrand, { name: string; drawn: VNode }> = {
  visa: {
    name: 'Visa',
    drawn: (
      <path d="m7.5 8 2.6 8h.5L14.5 8M17.4 8l-1.6 8M24.6 8.9c-3.1-1.8-5.6.9-3.2 2.7 3.3 2.2.9 5.4-3.2 3.5M23.6 16l4.7-8h.6l1.6 8m-5-2.8h4.6" />
    ),
  },
  mastercard: {
    name: 'Mastercard',
    drawn: (
      <>
        <circle class="card-marks__solid" cx="15.5" cy="12" r="6" />
        <circle cx="22.5" cy="12" r="6" />
      </>
    ),
  },
  amex: {
    name: 'American Express',
    drawn: (
      <path d="m4.5 15.5 3-7h.6l3 7m-5.4-2.2h4.2M13 15.5v-7l3 4.4 3-4.4v7M26 8.5h-4.3v7H26M21.7 12h3.8M28 8.5l5.5 7M33.5 8.5l-5.5 7" />
    ),
  },
  discover: {
    name: 'Discover',
    drawn: (
      <>
        <path d="M5 8.5v7h1.8c4.6 0 4.6-7 0-7zM13 8.5v7M20.5 9.2c-3.4-1.8-5 1.4-2.6 2.6 2.9 1.3.9 4.8-2.5 2.9" />
        <circle class="card-marks__solid" cx="27.5" cy="12" r="3.8" />
      </>
    ),
  },
  diners: {
    name: 'Diners Club',
    drawn: (
      <>
        <circle cx="19" cy="12" r="7" />
        <path d="M17.2 7.6a4.9 4.9 0 0 0 0 8.8zM20.8 7.6a4.9 4.9 0 0 1 0 8.8z" />
      </>
    ),
  },
  jcb: {
    name: 'JCB',
    drawn: (
      <path d="M10.5 8v5.4c0 3-4.4 2.8-4.4.2M22.2 9.3c-2.4-2-6.3-1.1-6.3 2.7s3.9 4.7 6.3 2.7M26.5 8.5v7h3.2c2.5 0 2.5-3.6 0-3.6h-3.2 2.8c2.3 0 2.3-3.4 0-3.4z" />
    ),
  },
  unionpay: {
    name: 'UnionPay',
    drawn: <path d="M8 6h7l-2.8 12h-7zM16.5 6h7l-2.8 12h-7zM25 6h7l-2.8 12h-7z" />,
  },
}
