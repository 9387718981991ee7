import { z } from 'zod'

/** What AI may have helped with. */
export const aiTasks = ['research', 'transcription', 'translation', 'data', 'writing', 'pictures'] as const
export type AiTask = (typeof aiTasks)[number]

export const aiHelp = z.object({
  with: z.array(z.enum(aiTasks)).max(aiTasks.length),
  /** What readers are told in place of the usual line; '' for that line. */
  line: z.string().trim().max(400).default(''),
})
export type AiHelp = z.infer<typeof aiHelp>
