declare module 'subset-font' {
  interface Options {
    targetFormat: 'sfnt' | 'woff' | 'woff2'
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>
    keepFeatures?: string[]
    keepAllGlyphs?: boolean
    noHinting?: boolean
  }
  function subsetFont(font: Buffer, text: string | null, options: Options): Promise<Buffer>
  export = subsetFont
}
