import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { ExpectedError, NotFound } from '../errors/errors.ts'
import type { Route } from './route.ts'

export type SocketOpener = (
  route: Route,
  params: Record<string, string>,
  connection: { request: IncomingMessage; socket: Duplex; head: Buffer },
) => Promise<void>

/** Hands upgrade requests to the routes that take websockets. `closeAll` ends what is open when the server stops. */
export function createSockets(
  routes: readonly Route[],
  open: SocketOpener,
): {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  closeAll(): void
} {
  const table = routes.filter(route => route.socket).map(route => ({ route, pattern: patternOf(route.path) }))
  const alive = new Set<Duplex>()
  return {
    upgrade(request, socket, head) {
      alive.add(socket)
      socket.on('close', () => alive.delete(socket))
      // A browser that goes away in the middle is nothing to end the program for.
      socket.on('error', () => socket.destroy())
      take(request, socket, head).catch(error => refuse(socket, error))
    },
    closeAll() {
      for (const socket of alive) socket.destroy()
    },
  }

  async function take(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    for (const { route, pattern } of table) {
      const found = pattern.exec(path)
      if (found) return open(route, { ...found.groups }, { request, socket, head })
    }
    throw new NotFound()
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
}

function refuse(socket: Duplex, error: unknown): void {
  const status = error instanceof ExpectedError ? error.status : 500
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
