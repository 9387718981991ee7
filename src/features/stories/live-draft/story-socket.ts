import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { Forbidden, NotFound, Unavailable } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { requireStoryAccess } from '../publishing/story-access.ts'
import { liveNodeOf } from './live-drafts.ts'
import type { LiveNode } from './live-node.ts'
import { documentName } from './saving-words.ts'
import type { Writer } from './writers.ts'

/** One message carries at most what somebody wrote while the line was cut, a long text with its pictures' words. */
const mostMessageBytes = 4 * 1024 * 1024
const mostWritersOfStory = 50
/** What may wait to be sent to somebody whose line is slow; they come back and are brought up to date. */
const mostUnsentBytes = 16 * 1024 * 1024

/**
 * GET /newsroom/stories/:id/live (websocket): the text of a story as several people write it, spoken as Hocuspocus does
 * (document `story-<id>`, token `editorToken`). Who comes here is signed in and of this site; whose story it is is
 * checked here, and again while they stay. Throws NotFound, Forbidden, Gone, Unavailable before the socket is taken.
 */
export async function storySocket(
  ask: Ask,
  house: House,
  connection: { request: IncomingMessage; socket: Duplex; head: Buffer },
): Promise<void> {
  const { staff } = ask
  if (!staff) throw new Forbidden()
  const storyId = readStoryId(ask.params.id)
  await requireStoryAccess(house.db, storyId, staff)
  const node = await liveNodeOf(house)
  if (node.writersOf(storyId) >= mostWritersOfStory)
    throw new Unavailable('Too many people have this story open just now.')
  let socket: WebSocket | undefined
  const writer: Writer = {
    socket: randomUUID(),
    storyId,
    staff,
    mayWrite: true,
    end: (code, sentence) => socket?.close(code, sentence),
  }
  connection.socket.once('close', () => node.leave(writer))
  // Opened before the answer: where the database is away, the browser is refused and tries again later.
  await node.arrive(writer)
  if (connection.socket.destroyed) return node.leave(writer)
  socket = await upgrade(connection)
  converse(socket, connection.request, node, writer)
}

function readStoryId(text = ''): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound('There is no such story.')
  return Number(text)
}

async function upgrade(connection: {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
}): Promise<WebSocket> {
  const { WebSocketServer } = await import('ws')
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })
  const { request, socket, head } = connection
  return new Promise(resolve => server.handleUpgrade(request, socket, head, resolve))
}

function converse(socket: WebSocket, request: IncomingMessage, node: LiveNode, writer: Writer): void {
  const address = addressBytes(documentName(writer.storyId))
  const client = node.hocuspocus.handleConnection(
    socket,
    new Request('http://localhost/', { headers: { 'user-agent': request.headers['user-agent'] ?? '' } }),
    writer,
  )
  // A frame that is too large or none at all: ws closes the connection itself.
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    const message = data as Buffer
    // One socket is for one story; nothing else is even looked at.
    if (!isBinary || !message.subarray(0, address.length).equals(address))
      return socket.close(4400, 'Not what this address is for.')
    if (socket.bufferedAmount > mostUnsentBytes) return socket.terminate()
    client.handleMessage(new Uint8Array(message))
  })
  socket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
}

/** How every message about a document begins: the length of its name, and the name (lib0's variable-length string). */
function addressBytes(name: string): Buffer {
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name)])
}
