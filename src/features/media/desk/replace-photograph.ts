import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { recordAct } from '../../../platform/audit/audit.ts'
import { BadInput, Conflict, NotFound } from '../../../platform/errors/errors.ts'
import { recordEvent } from '../../../platform/events/events.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { darkroomOf } from '../darkroom.ts'
import type { Survey } from '../develop-picture.ts'
import { checkFormat, keepFacts } from '../keep-facts.ts'
import { makeRenditionsJob } from '../media-jobs.ts'
import { photographKeys } from '../photograph.ts'
import {
  changePhotograph,
  findByFingerprint,
  lockFingerprint,
  lockPhotograph,
  readStoredPhotograph,
  type Words,
} from '../photograph-queries.ts'
import { pictureFormats } from '../picture-format.ts'
import { readAll } from '../read-all.ts'

const mostBytes = 50 * 1_048_576

/**
 * Puts another picture in the place of a photograph: every story, front and page that shows it shows the new one, and
 * its addresses lead there. The words stay unless the new file says others. The old picture is taken out of the store.
 * Throws BadInput for what is no picture, NotFound, Conflict.
 */
export async function replacePhotograph(
  house: House,
  { by, id, file }: { by: StaffMember; id: number; file: { bytes: Buffer | Readable; name: string } },
): Promise<void> {
  const before = await readStoredPhotograph(house.db, id)
  if (!before) throw new NotFound(`There is no photograph ${id}.`)
  const bytes = await readAll(file.bytes, { mostBytes, field: 'picture', name: file.name })
  await putInPlace(house, {
    ...{ by, id, bytes, name: file.name },
    wordsFrom: ({ words }) => ({
      caption: words.caption || before.caption,
      credit: words.credit,
      alt: words.alt,
      // Whoever held the old picture holds no rights in the new one.
      rights: {
        ...(words.holder && { holder: words.holder }),
        ...(words.takenOn && { takenOn: words.takenOn }),
      },
      focal_x: 0.5,
      focal_y: 0.5,
    }),
  })
}

/** The same with the picture, words and rights of another photograph, which stays as it is; BadInput where there is none. */
export async function replaceWithPhotograph(
  house: House,
  { by, id, other }: { by: StaffMember; id: number; other: number },
): Promise<void> {
  const source = await readStoredPhotograph(house.db, other)
  if (!source?.fileKey || other === id)
    throw new BadInput({ field: 'other', sentence: `There is no other photograph ${other} to take.` })
  const { caption, credit, alt, rights, focalX, focalY } = source
  await putInPlace(house, {
    ...{ by, id, bytes: await house.files.read(source.fileKey), name: source.fileKey.split('/').at(-1)! },
    wordsFrom: () => ({ caption, credit, alt, rights, focal_x: focalX, focal_y: focalY }),
  })
}

/** Picture and words change together or not at all; files that were stored for nothing are named by nobody. */
async function putInPlace(
  house: House,
  picture: {
    by: StaffMember
    id: number
    bytes: Buffer
    name: string
    wordsFrom(survey: Survey): Words
  },
): Promise<void> {
  const { by, id, bytes, name, wordsFrom } = picture
  checkFormat(bytes, name)
  const fingerprint = createHash('sha256').update(bytes).digest('hex')
  const survey = await darkroomOf(house).survey({ bytes })
  const words = wordsFrom(survey)
  const original = `photographs/${id}/${fingerprint}.${pictureFormats[survey.format].extension}`
  await house.files.put(original, bytes)
  const kept = await keepFacts(house, { id, bytes, fingerprint, survey, words, fileKey: original })
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, id)
    const before = await readStoredPhotograph(tx, id)
    if (!before) throw new NotFound(`There is no photograph ${id}.`)
    if (fingerprint === before.fingerprint) throw new Conflict('That is the very picture which is there now.')
    const old = [...(before.fileKey ? [before.fileKey] : []), ...before.renditions.map(({ key }) => key)]
    const named = new Set([original, ...kept.renditions.map(({ key }) => key)])
    await lockFingerprint(tx, fingerprint)
    // The same picture may be there under another number; only one row can be the one that its bytes are known by.
    const other = await findByFingerprint(tx, fingerprint)
    const known = other === null || other === id ? fingerprint : null
    await changePhotograph(tx, id, { ...kept, ...words, fingerprint: known, now: house.clock.now() })
    await house.jobs.send(tx, makeRenditionsJob, { photographId: id })
    await house.jobs.send(tx, removeFilesJob, { keys: old.filter(key => !named.has(key)) })
    await recordAct(tx, house.clock, {
      by,
      act: 'replace-photograph',
      subject: { kind: 'photograph', id, title: words.caption.slice(0, 200) },
      detail: { file: name.slice(0, 200), before: { caption: before.caption, credit: before.credit } },
    })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: photographKeys(id) })
  })
}

/** Takes files out of the store that nothing names any more. */
export const removeFilesJob: JobKind<{ keys: string[] }> = {
  name: 'remove-files',
  schema: z.object({ keys: z.array(z.string()) }),
  async run({ keys }, house) {
    for (const key of keys) await house.files.remove(key)
  },
}
