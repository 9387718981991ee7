import { z } from 'zod'
import { runningText } from '../inline.ts'

export const gallerySchema = z.object({
  id: z.string().max(100),
  type: z.literal('gallery'),
  photographs: z
    .array(
      z.object({
        photographId: z.number().int(),
        alt: z.string().max(5000).nullish(),
        caption: runningText.nullish(),
        credit: z.string().max(1000).nullish(),
      }),
    )
    .max(500),
  /** Of the gallery as a whole. */
  caption: runningText.nullish(),
})
export type GalleryBlock = z.infer<typeof gallerySchema>
