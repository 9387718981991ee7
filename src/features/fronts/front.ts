import { z } from 'zod'

export { type FilledContainer, type FilledSlot, fillFront } from './fill-front.ts'
export { readFront, readFrontTitle } from './front-queries.ts'
export { publishFront } from './publish-front.ts'

export const layouts = ['lead', 'river', 'grid', 'list', 'opinion', 'ranked'] as const
export type Layout = (typeof layouts)[number]

/** One place in a container: a story, and what is shown here in place of its own words and picture. */
export const slot = z.object({
  storyId: z.number().int(),
  headline: z.string().trim().max(500).optional(),
  standfirst: z.string().trim().max(2000).optional(),
  photographId: z.number().int().optional(),
})

/** What fills a container's empty places: the newest stories that match, none of them twice on one front. */
export const fill = z.object({
  topicId: z.number().int().optional(),
  authorId: z.number().int().optional(),
  language: z.string().max(35).optional(),
  label: z.string().max(60).optional(),
})

export const container = z.object({
  id: z.string().min(1).max(40),
  layout: z.enum(layouts),
  title: z.string().trim().max(120).default(''),
  href: z.string().max(500).nullable().default(null),
  /** How many stories it shows at most. */
  size: z.number().int().min(1).max(60),
  slots: z.array(slot).max(60),
  fill: fill.nullable().default(null),
})

/** A front's whole content. Editors' Picks is the front `editors-picks` with one ranked container. */
export const frontContent = z.object({ containers: z.array(container).max(60) })

export type Slot = z.infer<typeof slot>
export type Fill = z.infer<typeof fill>
export type Container = z.infer<typeof container>
export type FrontContent = z.infer<typeof frontContent>
export type FrontContentInput = z.input<typeof frontContent>

export const homeFront = 'home'
export const picksFront = 'editors-picks'
