// npm start: installs and builds what is missing, then runs the program under the pinned Node.
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { runPinned } from './pinned-node.mjs'

await ensureInstalled()
await ensureBuilt()
process.exit(await runPinned(['--enable-source-maps', 'dist/server/main.js'], { tied: true }))
