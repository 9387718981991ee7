import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The parser that Node's HTTP server keeps on a connection; the same calls free it when a connection is upgraded. */
interface Parser {
  unconsume(): void
  remove(): void
  close(): void
}

/**
 * Takes a connection away from Node's HTTP server, for an answer that stays open for hours: the parser, the request
 * and the answer are let go, which brings an idle stream from about 19 KB to about 6 KB (npm run bench -- streams).
 * From then on the connection belongs to the caller, who must listen for 'error', 'end' and 'close'.
 */
export async function takeConnection(request: IncomingMessage, response: ServerResponse): Promise<Socket> {
  const { socket } = request
  // The parser may be in the middle of calling us.
  await new Promise(resolve => setImmediate(resolve))
  if (socket.destroyed) return socket
  response.detachSocket(socket)
  socket.setTimeout(0)
  socket.setNoDelay(true)
  release(socket as Socket & { parser?: Partial<Parser> | null })
  return socket
}

/** Where a later Node has no such parser, the connection is only somewhat heavier. */
function release(socket: Socket & { parser?: Partial<Parser> | null }): void {
  const { parser } = socket
  if (!parser?.unconsume || !parser.remove || !parser.close) return
  socket.removeAllListeners()
  parser.unconsume()
  parser.remove()
  parser.close()
  socket.parser = null
}
