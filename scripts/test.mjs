// npm test: types, lint, build, and every test. npm test -- <Vitest's arguments>: only those tests.
import { runChecks } from './checks.mjs'
import { built } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { runPinned } from './pinned-node.mjs'
import { runVitest } from './run-vitest.mjs'
import { say } from './say.mjs'

const args = process.argv.slice(2)

await ensureInstalled()
const results = []
if (args.length === 0) results.push(await runChecks())
// The journeys start the program as it is built; where it cannot be built they fail, and the build counts too.
results.push((await built()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const browser = await runPinned(['test/browser/install-chromium.ts'])
if (browser !== 0) say('Tests in a browser will fail without Chromium.')
results.push(await runVitest(args))

const passed = sum('passed')
const failed = sum('failed')
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function sum(key) {
  return results.reduce((total, result) => total + result[key], 0)
}
