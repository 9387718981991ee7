/** An XMP packet with the credit and the holder of the rights (IPTC Photo Metadata Standard), or null where neither is known. */
export function writePacket({ credit, holder }: { credit: string; holder: string }): string | null {
  if (!credit && !holder) return null
  const holderTag = holder
    ? `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(holder)}</rdf:li></rdf:Alt></dc:rights>`
    : ''
  const creditTag = credit ? `<photoshop:Credit>${escapeXml(credit)}</photoshop:Credit>` : ''
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">' +
    `${creditTag}${holderTag}</rdf:Description></rdf:RDF></x:xmpmeta>`
  )
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, character => `&#${character.charCodeAt(0)};`)
}
