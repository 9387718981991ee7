import { z } from 'zod'

/** What open editors are told (a stateless message of Hocuspocus) when a note was written, answered or resolved. */
export const marginWord = z.object({ kind: z.literal('margin') })
