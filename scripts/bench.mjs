// npm run bench: everything that is measured, under the pinned Node and on the built program.
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { runPinned } from './pinned-node.mjs'

await ensureInstalled()
await ensureBuilt()
process.exit(await runPinned(['bench/bench.ts', ...process.argv.slice(2)]))
