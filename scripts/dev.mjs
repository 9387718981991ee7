// npm run dev: as npm start, and again whenever a source file changes.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { built } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { end, startPinned } from './pinned-node.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

let server
let stopping = false
let timer

await ensureInstalled()
for (const folder of ['src', 'practice', 'demo', 'migrations']) {
  try {
    watch(join(root, folder), { recursive: true }, soon)
  } catch {
    // A folder that is not there yet is not watched.
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave)
await restart()

// An editor writes several files at once: wait until it is done.
function soon() {
  clearTimeout(timer)
  timer = setTimeout(() => restart().catch(error => say(String(error))), 150)
}

async function restart() {
  if (!(await built())) return say('Waiting for the next change.')
  await stopServer()
  const child = startPinned(['--enable-source-maps', 'dist/server/main.js'], { tied: true })
  const ended = end(child).then(code => {
    if (server?.child !== child) return
    server = undefined
    if (stopping) process.exit(code)
    say(`The program ended (${code}). Waiting for the next change.`)
  })
  server = { child, ended }
}

async function stopServer() {
  if (!server) return
  const { child, ended } = server
  server = undefined
  child.kill('SIGTERM')
  await ended
}

function leave() {
  stopping = true
  if (!server) process.exit(0)
}
