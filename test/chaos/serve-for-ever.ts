// A node that serves on one port until it is killed; says so once it does. Run built, with a channel:
// node serve-for-ever.js '{"connection":{…},"port":4100}'
import { serveNode } from '../builders/serve-node.ts'

const { connection, port } = JSON.parse(process.argv[2] ?? '{}')
await serveNode(connection, port)
process.on('disconnect', () => process.exit())
process.send?.('serves')
