// A node in a process of its own, to be killed: `node test/builders/node-in-child.ts <connection as JSON>`, with a channel.
import { createServer } from 'vite'

const vite = await createServer({
  configFile: 'vitest.config.ts',
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
})
const { serveNode } = (await vite.ssrLoadModule(
  '/test/builders/serve-node.ts',
)) as typeof import('./serve-node.ts')
const { port } = await serveNode(JSON.parse(process.argv[2] ?? '{}'))
process.on('disconnect', () => process.exit())
process.send?.(port)
