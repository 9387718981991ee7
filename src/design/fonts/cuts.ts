/** How each family is cut for the page: which glyphs, which weights, and for which size it is drawn. */

export interface Cut {
  /** Begins the file names: "source-serif-4-text". */
  name: string
  /** As the stylesheet calls it. */
  family: string
  packageName: string
  /** The part of the package's file names that names its axes. */
  axes: 'opsz' | 'wght'
  style: 'normal' | 'italic'
  variation: Record<string, number | { min: number; max: number }>
  /** `font-weight` of the face: one, or a range. */
  weight: string
  /** Where the package lacks a script: another package that lends its glyphs. */
  cyrillicFrom?: string
}

export interface Script {
  name: 'latin' | 'latin-ext' | 'cyrillic'
  ranges: [number, number][]
}

/** The core has all that English, Spanish, German and French need; other alphabets are fetched when a page has them. */
export const scripts: Script[] = [
  {
    name: 'latin',
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2009, 0x2011],
      [0x2013, 0x2014],
      [0x2018, 0x201e],
      [0x2020, 0x2022],
      [0x2026, 0x2026],
      [0x202f, 0x202f],
      [0x2032, 0x2033],
      [0x2039, 0x203a],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
    ],
  },
  {
    name: 'latin-ext',
    ranges: [
      [0x100, 0x130],
      [0x132, 0x151],
      [0x154, 0x17f],
      [0x218, 0x21b],
      [0x1e02, 0x1e03],
      [0x1e0a, 0x1e0b],
      [0x1e1e, 0x1e1f],
      [0x1e40, 0x1e41],
      [0x1e56, 0x1e57],
      [0x1e60, 0x1e61],
      [0x1e6a, 0x1e6b],
      [0x1e80, 0x1e85],
      [0x1e9e, 0x1e9e],
      [0x1ef2, 0x1ef3],
    ],
  },
  {
    name: 'cyrillic',
    ranges: [
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x2116, 0x2116],
    ],
  },
]

/** Headlines are set in one weight, drawn for large sizes; running text has a range, drawn for reading. */
const displayWeight = 600

export const cuts: Cut[] = [
  ...serif({ name: 'source-serif-4', family: 'Source Serif 4', textSize: 16, displaySize: 44 }),
  ...serif({
    name: 'newsreader',
    family: 'Newsreader',
    textSize: 16,
    displaySize: 44,
    cyrillicFrom: 'source-serif-4',
  }),
  ...serif({ name: 'literata', family: 'Literata', textSize: 16, displaySize: 44 }),
  sans({ name: 'public-sans', family: 'Public Sans', cyrillicFrom: 'inter' }),
  sans({ name: 'inter', family: 'Inter' }),
  sans({ name: 'ibm-plex-sans', family: 'IBM Plex Sans' }),
]

function serif(face: {
  name: string
  family: string
  textSize: number
  displaySize: number
  cyrillicFrom?: string
}): Cut[] {
  const { name, family, textSize, displaySize, cyrillicFrom } = face
  const shared = { packageName: name, axes: 'opsz' as const, cyrillicFrom }
  return [
    {
      ...shared,
      name: `${name}-text`,
      family: `${family} Text`,
      style: 'normal',
      variation: { wght: { min: 400, max: 700 }, opsz: textSize },
      weight: '400 700',
    },
    {
      ...shared,
      name: `${name}-italic`,
      family: `${family} Text`,
      style: 'italic',
      variation: { wght: 400, opsz: textSize + 4 },
      weight: '400',
    },
    {
      ...shared,
      name: `${name}-display`,
      family: `${family} Display`,
      style: 'normal',
      variation: { wght: displayWeight, opsz: displaySize },
      weight: String(displayWeight),
    },
  ]
}

function sans({ name, family, cyrillicFrom }: { name: string; family: string; cyrillicFrom?: string }): Cut {
  return {
    name,
    family,
    packageName: name,
    cyrillicFrom,
    axes: 'wght',
    style: 'normal',
    variation: { wght: { min: 400, max: 700 } },
    weight: '400 700',
  }
}
