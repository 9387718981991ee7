import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { House } from '../../platform/house.ts'
import type { Ask } from '../../platform/http/route.ts'
import { createFeedBroadcast, type FeedBroadcast } from './feed-broadcast.ts'
import { takeConnection } from './take-connection.ts'

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  // The answer ends with the connection: its length is not known, and chunks would only add bytes.
  Connection: 'close',
}

const head = Buffer.from(
  `HTTP/1.1 200 OK\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\nretry: 2000\n\n`,
)

/** Above this a node asks readers to come again later, before it runs out of files. */
const mostStreams = 15_000

// One for each house, made with its first stream; it lives exactly as long.
const broadcasts = new WeakMap<House, FeedBroadcast>()

/**
 * GET /news/stream: the News Feed as server-sent events (HTML, section 9.2), open until the reader leaves. It goes on
 * after the event in `Last-Event-ID`, or else after `?after=`, which a page sets to what it was printed with.
 */
export async function newsStream(
  ask: Ask,
  house: House,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  if (ask.method === 'HEAD') {
    response.writeHead(200, headers).end()
    return
  }
  const broadcast = broadcastOf(house)
  if (broadcast.count() >= mostStreams) {
    response.writeHead(503, { 'Retry-After': '60', 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('Too many readers follow the News Feed just now. Please try again in a minute.\n')
    return
  }
  const after = readEventId(ask.headers['last-event-id']) ?? readEventId(ask.query.after)
  const socket = await takeConnection(request, response)
  socket.on('error', giveUp).on('end', giveUp).resume()
  if (socket.destroyed) return
  socket.write(head)
  // Without its place in the feed a stream is of no use: the reader tries again.
  await broadcast.join(socket, after).catch(() => socket.destroySoon())
}

/** Tells every reader whose page is open; pages hear it as the event `told` of their document. */
export function tellOpenPages(house: House, data: object): void {
  broadcastOf(house).tell(data)
}

/** Ends every stream of a node that stops; without this they would hold its server open. */
export function closeNewsStreams(house: House): void {
  broadcastOf(house).stop()
}

function broadcastOf(house: House): FeedBroadcast {
  const known = broadcasts.get(house)
  if (known) return known
  const made = createFeedBroadcast(house)
  broadcasts.set(house, made)
  return made
}

function giveUp(this: Socket): void {
  this.destroy()
}

/** An event id; null for anything that cannot be one. */
function readEventId(text: string | string[] | undefined): number | null {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null
}
