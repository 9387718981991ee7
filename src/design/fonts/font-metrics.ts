/** What a stand-in must match, as shares of the em. */
export interface FontMetrics {
  ascent: number
  descent: number
  lineGap: number
  /** Mean advance of English running text. */
  advance: number
}

/** Reads an uncompressed font (OpenType 1.9: head, hhea, hmtx, cmap format 4 or 12). */
export function readMetrics(font: Buffer): FontMetrics {
  const tables = readDirectory(font)
  const at = (tag: string) => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`The font has no table "${tag}".`)
    return offset
  }
  const em = font.readUInt16BE(at('head') + 18)
  const hhea = at('hhea')
  const advances = font.readUInt16BE(hhea + 34)
  const glyphs = readCharacterMap(font, at('cmap'))
  let total = 0
  let weights = 0
  for (const [character, weight] of Object.entries(frequency)) {
    const glyph = Math.min(glyphs(character.codePointAt(0)!), advances - 1)
    total += weight * font.readUInt16BE(at('hmtx') + glyph * 4)
    weights += weight
  }
  return {
    ascent: font.readInt16BE(hhea + 4) / em,
    descent: -font.readInt16BE(hhea + 6) / em,
    lineGap: font.readInt16BE(hhea + 8) / em,
    advance: total / weights / em,
  }
}

// Letters of English prose per thousand, with the space; enough to predict how long a line becomes.
const frequency: Record<string, number> = {
  ' ': 180,
  e: 102,
  t: 75,
  a: 65,
  o: 62,
  n: 57,
  i: 57,
  s: 53,
  r: 50,
  h: 50,
  d: 33,
  l: 33,
  u: 23,
  c: 22,
  m: 20,
  f: 18,
  w: 17,
  g: 16,
  p: 15,
  y: 14,
  b: 12,
  ',': 10,
  '.': 10,
  v: 8,
  k: 6,
  T: 3,
  S: 2,
  A: 2,
  '’': 2,
  x: 1,
  j: 1,
}

function readDirectory(font: Buffer): Map<string, number> {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8))
  }
  return tables
}

function readCharacterMap(font: Buffer, cmap: number): (codePoint: number) => number {
  const count = font.readUInt16BE(cmap + 2)
  for (let i = count - 1; i >= 0; i--) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(table)
    if (format === 12) return code => lookUpGroups(font, table, code)
    if (format === 4) return code => lookUpSegments(font, table, code)
  }
  throw new Error('The font has no character map of format 4 or 12.')
}

function lookUpGroups(font: Buffer, table: number, code: number): number {
  for (let i = 0; i < font.readUInt32BE(table + 12); i++) {
    const group = table + 16 + i * 12
    const start = font.readUInt32BE(group)
    if (code >= start && code <= font.readUInt32BE(group + 4))
      return font.readUInt32BE(group + 8) + code - start
  }
  return 0
}

function lookUpSegments(font: Buffer, table: number, code: number): number {
  const segments = font.readUInt16BE(table + 6) / 2
  for (let i = 0; i < segments; i++) {
    if (code > font.readUInt16BE(table + 14 + i * 2)) continue
    const start = font.readUInt16BE(table + 16 + segments * 2 + i * 2)
    if (code < start) return 0
    const delta = font.readInt16BE(table + 16 + segments * 4 + i * 2)
    const rangeAt = table + 16 + segments * 6 + i * 2
    const range = font.readUInt16BE(rangeAt)
    if (range === 0) return (code + delta) & 0xffff
    const glyph = font.readUInt16BE(rangeAt + range + (code - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
