import { runPinned } from './pinned-node.mjs'
import { say } from './say.mjs'

const checks = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
]

/** Runs types and lint; returns how many passed and how many failed. What is wrong is printed as it is found. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 }
  for (const { name, args } of checks) {
    const worked = (await runPinned(args)) === 0
    counts[worked ? 'passed' : 'failed'] += 1
    say(`${worked ? '✓' : '✗'} ${name}`)
  }
  return counts
}
