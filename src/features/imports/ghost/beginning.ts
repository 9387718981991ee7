import { BadArchive } from '../import.ts'

/** Looks at a file's first bytes; gives them back without a byte order mark. Throws BadArchive for what cannot be JSON. */
export function checkBeginning(head: Uint8Array): Uint8Array {
  const [first = 0, second = 0, third = 0] = head
  if (first === 0x1f && second === 0x8b)
    throw new BadArchive('The file is compressed with gzip. Unpack it first.')
  if (first === 0x50 && second === 0x4b)
    throw new BadArchive('The file is a zip archive. Unpack it and import the .json file inside.')
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new BadArchive('The file is in UTF-16. A Ghost export is in UTF-8; save it so.')
  const body = first === 0xef && second === 0xbb && third === 0xbf ? head.subarray(3) : head
  const text = Buffer.from(body.subarray(0, 200)).toString('latin1').trimStart()
  if (!/^[[{]/.test(text) && text !== '') {
    const shown = text.slice(0, 40).replace(/[^\x20-\x7e]/g, '·')
    throw new BadArchive(`The file does not begin like JSON: “${shown}”. A Ghost export is a .json file.`)
  }
  return body
}
