import { z } from 'zod'
import { recordAct } from '../../../../platform/audit/audit.ts'
import { BadInput, NotFound } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import { readForm } from '../../../../platform/http/form.ts'
import type { Answer, Ask, UploadedFile } from '../../../../platform/http/route.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import {
  cropPhotograph,
  findPhotographs,
  photographPart,
  storeFile,
  storePhotograph,
  updatePhotograph,
} from '../../../media/photograph.ts'
import { fragment } from './answers.newsroom.tsx'
import { fetchPicture } from './fetch-picture.ts'
import { photographOption } from './find-pages.newsroom.tsx'
import { storyToWrite } from './story-id.ts'

/** POST /newsroom/stories/:id/photographs (a form with one file): keeps it and answers with the photograph. */
export async function uploadPhotograph(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const file = await firstFile(ask)
  const { id, existed, photograph } = await storePhotograph(house, { bytes: file.stream, name: file.name })
  if (!existed) await tell(house, staff, { act: 'upload-photograph', kind: 'photograph', id, storyId })
  return fragment(photographOption(photograph))
}

const pictureAddress = z.object({
  url: z.url({
    protocol: /^https?$/,
    error: 'A picture is fetched from an address that begins with https://.',
  }),
})

/** POST /newsroom/stories/:id/photographs/fetch (`url`): brings a picture here that a pasted text only pointed at. */
export async function fetchPhotograph(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { url } = readForm(ask, pictureAddress)
  const { id, existed, photograph } = await fetchPicture(house, url)
  if (!existed) await tell(house, staff, { act: 'fetch-photograph', kind: 'photograph', id, storyId })
  return fragment(photographOption(photograph))
}

/** POST /newsroom/stories/:id/photographs/:photograph/crop: a part of it as a photograph of its own. */
export async function cropHere(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const { id, existed, photograph } = await cropPhotograph(
    house,
    photographIdOf(ask),
    readForm(ask, photographPart),
  )
  if (!existed) await tell(house, staff, { act: 'crop-photograph', kind: 'photograph', id, storyId })
  return fragment(photographOption(photograph))
}

const place = z.coerce.number('A place in the picture is told in numbers.').min(0).max(1).optional()
const photographForm = z.object({
  alt: z.string().max(1500, 'A description has at most 1,500 letters.').optional(),
  caption: z.string().max(5000, 'A caption has at most 5,000 letters.').optional(),
  credit: z.string().max(300, 'A credit has at most 300 letters.').optional(),
  focalX: place,
  focalY: place,
})

/** POST /newsroom/stories/:id/photographs/:photograph: what is said of the photograph itself, wherever it is shown. */
export async function describePhotograph(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const id = photographIdOf(ask)
  await updatePhotograph(house, id, readForm(ask, photographForm))
  await tell(house, staff, { act: 'describe-photograph', kind: 'photograph', id, storyId })
  const photograph = (await findPhotographs(house.db, [id])).get(id)
  return fragment(photograph && photographOption(photograph))
}

/** POST /newsroom/stories/:id/files (a form with one file): keeps it for readers to download. */
export async function uploadFile(ask: Ask, house: House): Promise<Answer> {
  const { storyId, staff } = await storyToWrite(ask, house)
  const upload = await firstFile(ask)
  const file = await storeFile(house, { bytes: upload.stream, name: upload.name })
  await tell(house, staff, { act: 'upload-file', kind: 'file', id: file.id, storyId })
  return fragment(<li data-id={file.id}>{file.name}</li>)
}

async function firstFile(ask: Ask): Promise<UploadedFile> {
  for await (const file of ask.files()) return file
  throw new BadInput({ field: 'file', sentence: 'No file arrived. Choose it again.' })
}

function photographIdOf({ params }: Ask): number {
  if (!/^[1-9]\d{0,14}$/.test(params.photograph ?? '')) throw new NotFound('There is no such photograph.')
  return Number(params.photograph)
}

function tell(
  house: House,
  by: StaffMember,
  { act, kind, id, storyId }: { act: string; kind: string; id: number; storyId: number },
): Promise<void> {
  return house.db
    .transaction()
    .execute(tx => recordAct(tx, house.clock, { by, act, subject: { kind, id }, detail: { storyId } }))
}
