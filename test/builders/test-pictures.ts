import sharp, { type Sharp } from 'sharp'

export interface PictureOptions {
  width?: number
  height?: number
  /** Makes the bytes differ from those of other pictures of the same size. */
  seed?: number
  transparent?: boolean
}

/** A picture with something to see in it: sky, ground and discs, the same for the same options. */
export function picture({
  width = 640,
  height = 427,
  seed = 1,
  transparent = false,
}: PictureOptions = {}): Sharp {
  const discs = Array.from({ length: 12 }, (_, index) => {
    const [x, y] = [(index * 733 * seed) % width, (index * 397 * seed) % height]
    return `<circle cx="${x}" cy="${y}" r="${Math.max(1, height / 8)}" fill="hsl(${(index * 47) % 360} 40% 50%)"/>`
  })
  const ground = transparent ? '' : '<rect width="100%" height="100%" fill="#7ab"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${discs.join('')}</svg>`
  const drawn = sharp(Buffer.from(svg))
  return transparent ? drawn : drawn.removeAlpha()
}

/** The same as a JPEG. */
export function jpegPicture(options: PictureOptions = {}): Promise<Buffer> {
  return picture(options).jpeg({ quality: 85 }).toBuffer()
}

/** Adds an IPTC-IIM block to a JPEG; `values` are [dataset of record 2, text], `encoding` is how the text is written. */
export function withIptc(
  jpeg: Buffer,
  values: [dataset: number, text: string][],
  encoding: 'latin1' | 'utf8' = 'utf8',
): Buffer {
  const utf8Mark = [Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])]
  const records = values.map(([dataset, text]) => {
    const bytes = Buffer.from(text, encoding)
    return Buffer.concat([Buffer.from([0x1c, 2, dataset, bytes.length >> 8, bytes.length & 255]), bytes])
  })
  const block = Buffer.concat([...(encoding === 'utf8' ? utf8Mark : []), ...records])
  const padding = Buffer.alloc(block.length % 2)
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x00', 'latin1')
  head.writeUInt32BE(block.length, head.length - 4)
  const body = Buffer.concat([head, block, padding])
  const marker = Buffer.from([0xff, 0xed, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)])
}

/** An XMP packet with the properties given as markup of one `rdf:Description`. */
export function xmpPacket(properties: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}
