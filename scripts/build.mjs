// npm run build: all parts; npm run build:client, build:newsroom or build:server: one of them.
import { build } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

const parts = process.argv[2] ? [process.argv[2]] : ['client', 'newsroom', 'server']
await ensureInstalled()
for (const part of parts) {
  const code = await build(part)
  if (code !== 0) process.exit(code)
}
