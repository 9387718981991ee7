import type { Finding, PublishCheck } from './check.ts'

/** What is still open in the margin: questions nobody has settled, and suggestions nobody has decided on. */
export const marginCheck: PublishCheck = ({ margin }) => {
  const { openNotes, suggestions } = margin
  const findings: Finding[] = []
  if (openNotes.length > 0)
    findings.push({
      check: 'unresolved-notes',
      weight: 'asks',
      sentence:
        openNotes.length === 1
          ? 'One note in the margin is not resolved.'
          : `${openNotes.length} notes in the margin are not resolved.`,
      why: 'Somebody has asked or doubted something here. Readers never see notes.',
      place: { note: openNotes[0]! },
    })
  if (suggestions > 0)
    findings.push({
      check: 'pending-suggestions',
      weight: 'asks',
      sentence:
        suggestions === 1
          ? 'One suggested change is neither accepted nor rejected.'
          : `${suggestions} suggested changes are neither accepted nor rejected.`,
      why: 'Until then words that are suggested do not go out, and words that are to be deleted do.',
      place: { note: null },
    })
  return findings
}
