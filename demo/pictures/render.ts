import sharp from 'sharp'
import type { Picture } from './picture.ts'

const marked = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const inEnglish = (tag: string, text: string): string =>
  `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${marked(text)}</rdf:li></rdf:Alt></${tag}>`

/** What a picture desk writes into a file before sending it: title, caption, credit, author, alt text. */
export const xmp = (picture: Picture): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="${marked(picture.credit)}">` +
  inEnglish('dc:title', picture.title) +
  inEnglish('dc:description', picture.caption) +
  inEnglish('Iptc4xmpCore:AltTextAccessibility', picture.alt) +
  `<dc:creator><rdf:Seq><rdf:li>${marked(picture.credit.replace(/\/.*$/, ''))}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** The picture as a JPEG with its caption and credit inside. */
export const renderPicture = (picture: Picture): Promise<Buffer> =>
  sharp(Buffer.from(picture.draw()))
    .flatten({ background: '#ffffff' })
    .withXmp(xmp(picture))
    .jpeg({ quality: 86 })
    .toBuffer()

/** A logo as a PNG of three times its size, for sharp screens, with the size it is shown at. */
export const renderLogo = async (svg: string): Promise<{ bytes: Buffer; width: number; height: number }> => {
  const { width = 0, height = 0 } = await sharp(Buffer.from(svg)).metadata()
  const bytes = await sharp(Buffer.from(svg), { density: 216 }).png({ palette: true, effort: 10 }).toBuffer()
  return { bytes, width, height }
}
