// npm run masthead -- <command>: the same program, for one command.
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { runPinned } from './pinned-node.mjs'

await ensureInstalled()
await ensureBuilt()
process.exit(await runPinned(['--enable-source-maps', 'dist/server/masthead.js', ...process.argv.slice(2)]))
