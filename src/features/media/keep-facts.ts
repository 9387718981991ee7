import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Survey } from './develop-picture.ts'
import type { KeptBytes, Words } from './photograph-queries.ts'
import { pictureFormats, recogniseFormat } from './picture-format.ts'
import { planProof, type Rendition } from './rendition.ts'

export type KeptFacts = KeptBytes & { fingerprint: string }

/** Throws BadInput, with a plain sentence about the file of this name, for bytes that are no picture we take. */
export function checkFormat(bytes: Buffer, name: string): void {
  const format = recogniseFormat(bytes)
  if (format !== null && format !== 'heic') return
  const sentence =
    format === 'heic'
      ? `"${name}" is a HEIC picture, which cannot be read here. Export it as JPEG and send that.`
      : `"${name}" is not a picture that can be taken. Send JPEG, PNG, WebP, AVIF, GIF or SVG.`
  throw new BadInput({ field: 'photograph', sentence })
}

/** Stores the first rendition of a surveyed picture; returns what the row then has to say of its bytes. */
export async function keepFacts(
  house: House,
  picture: {
    id: number
    fileKey: string
    bytes: Buffer
    fingerprint: string
    survey: Survey
    words: Pick<Words, 'credit' | 'rights' | 'focal_x' | 'focal_y'>
  },
): Promise<KeptFacts> {
  const { id, fileKey, bytes, fingerprint, survey, words } = picture
  const { width, height, transparent, proof } = survey
  const { format, key } = planProof({
    id,
    fingerprint,
    width,
    height,
    transparent,
    focalX: words.focal_x,
    focalY: words.focal_y,
    credit: words.credit,
    holder: words.rights.holder ?? '',
  })
  await house.files.put(key, Buffer.from(proof.bytes))
  const first: Rendition = {
    format,
    key,
    width: proof.width,
    height: proof.height,
    bytes: proof.bytes.length,
  }
  return {
    state: 'pending',
    file_key: fileKey,
    mime: pictureFormats[survey.format].mime,
    width,
    height,
    bytes: bytes.length,
    fingerprint,
    tone: survey.tone,
    renditions: [first],
  }
}
