// npm run check: types, lint and the import rule.
import { runChecks } from './checks.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { runVitest } from './run-vitest.mjs'

await ensureInstalled()
const checks = await runChecks()
const imports = await runVitest(['test/imports.test.ts'])
process.exit(checks.failed + imports.failed > 0 ? 1 : 0)
