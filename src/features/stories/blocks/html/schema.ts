import { z } from 'zod'

/** Raw HTML, kept as it came. It is sanitised each time it is rendered, so that a stricter rule reaches old stories. */
export const htmlSchema = z.object({
  id: z.string().max(100),
  type: z.literal('html'),
  html: z.string().max(1_000_000),
  /** Height of its frame on the web in pixels; estimated from the content where nothing is said. */
  height: z.number().min(0).max(100_000).nullish(),
})
export type HtmlBlock = z.infer<typeof htmlSchema>
