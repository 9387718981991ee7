import type { PublishCheck } from './check.ts'

/** Readers are told where AI helped; whether it did has to be said once. */
export const aiHelpCheck: PublishCheck = ({ content, kind }) =>
  kind === 'page' || content.aiHelp !== null
    ? []
    : [
        {
          check: 'ai-help',
          weight: 'asks',
          sentence: 'Nobody has said yet whether AI helped with this story.',
          why: 'Readers are told where it did. Answer below; “no help” shows nothing on the page.',
          place: { field: 'aiHelp' },
        },
      ]
