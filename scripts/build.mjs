// npm run build: both parts; npm run build:client or build:server: one of them.
import { build } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

const parts = process.argv[2] ? [process.argv[2]] : ['client', 'server']
await ensureInstalled()
for (const part of parts) {
  const code = await build(part)
  if (code !== 0) process.exit(code)
}
