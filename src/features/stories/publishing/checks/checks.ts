import { aiHelpCheck } from './ai-help.ts'
import type { Finding, PublishCheck, StoryFacts, Weight } from './check.ts'
import { embargoCheck } from './embargo.ts'
import { headlineLengthCheck } from './headline-length.ts'
import { linksCheck } from './links.ts'
import { marginCheck } from './margin.ts'
import { namesCheck } from './names.ts'
import { picturesCheck } from './pictures.ts'
import { slugCheck } from './slug.ts'
import { standfirstCheck } from './standfirst.ts'
import { wholeCheck } from './whole.ts'

/** Every check before publishing, in the order in which their findings are shown. */
export const publishChecks: readonly PublishCheck[] = [
  embargoCheck,
  wholeCheck,
  slugCheck,
  headlineLengthCheck,
  standfirstCheck,
  namesCheck,
  picturesCheck,
  linksCheck,
  marginCheck,
  aiHelpCheck,
]

const order: readonly Weight[] = ['stops', 'asks', 'waits']

/** What all checks find: first what stops the story, then what asks for a reason. */
export function runChecks(facts: StoryFacts, checks: readonly PublishCheck[] = publishChecks): Finding[] {
  const findings = checks.flatMap(check => check(facts))
  return order.flatMap(weight => findings.filter(finding => finding.weight === weight))
}
