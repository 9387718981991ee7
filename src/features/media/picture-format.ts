export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg'

export const pictureFormats: Record<PictureFormat, { mime: string; extension: string }> = {
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  png: { mime: 'image/png', extension: 'png' },
  webp: { mime: 'image/webp', extension: 'webp' },
  avif: { mime: 'image/avif', extension: 'avif' },
  gif: { mime: 'image/gif', extension: 'gif' },
  svg: { mime: 'image/svg+xml', extension: 'svg' },
}

/** What a file is, by its first bytes alone: its name and what it is said to be do not count. Null for anything else. */
export function recogniseFormat(bytes: Buffer): PictureFormat | 'heic' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp'
  if (start.slice(4, 8) === 'ftyp') return brandOf(bytes)
  return looksLikeSvg(bytes) ? 'svg' : null
}

/** ISO/IEC 23008-12: the brands of the `ftyp` box tell AVIF from the HEIC of telephones. */
function brandOf(bytes: Buffer): 'avif' | 'heic' | null {
  const length = Math.min(bytes.readUInt32BE(0), 256, bytes.length)
  const brands = bytes.toString('latin1', 8, length).match(/.{4}/gs) ?? []
  if (brands.some(brand => brand === 'avif' || brand === 'avis')) return 'avif'
  return brands.some(brand => /^(hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand)) ? 'heic' : null
}

function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8', 0, 4096).replace(/^\uFEFF/, '')
  const markup = text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/gi, '')
  return /^\s*<(?:\w+:)?svg[\s>]/i.test(markup)
}
