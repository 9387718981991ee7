import type { Socket } from 'node:net'
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import type { House } from '../../platform/house.ts'
import { type Frame, printFrames, reloadFrame } from './stream-frame.tsx'
import { type FeedEvent, feedEventIn, newestEventId, newestFeedEvents } from './stream-queries.ts'

/** Every open stream of this node, and what they are sent. */
export interface FeedBroadcast {
  /**
   * Sends everything after the event `after` (null: only what comes) and then what happens, each event once and in
   * the order of commit. The head of the answer must have been written.
   */
  join(socket: Socket, after: number | null): Promise<void>
  /**
   * Tells every open stream something that is no part of the feed: it has no number, and is worth nothing once there is
   * a newer one. Who comes later is told it too.
   */
  tell(data: object): void
  /** Ends every stream. */
  stop(): void
  count(): number
}

/** What a slow reader may leave unread before the connection is given up; the reader comes back and resumes. */
const mostWaiting = 256 * 1024
/** How many events a node remembers for readers who come back; who missed more loads the page again. */
const mostRemembered = 200
/** Streams are kept in this many groups: one is kept alive each second, and others get a turn between two of them. */
const groupCount = 20

const heartbeat = Buffer.from(':\n\n')

export function createFeedBroadcast(house: House): FeedBroadcast {
  // Connection → the newest event that its reader has been sent.
  const groups = Array.from({ length: groupCount }, () => new Map<Socket, number>())
  const remembered: Frame[] = []
  const queue: { id: number; feed: FeedEvent | null }[] = []
  /** All events of the feed after this one and up to `position` are remembered. */
  let knownAfter = 0
  /** The newest event this node has handed on. */
  let position = 0
  let next = 0
  let beats = 0
  let pumping = false
  let stopped = false
  let opened: Promise<void> | undefined
  /** What all were told last. */
  let told: Buffer | null = null
  const stopListening = house.events.listen(event => {
    queue.push({ id: event.id, feed: feedEventIn(event) })
    pump()
  })
  const pulse = setInterval(beat, 1000)
  pulse.unref()

  return {
    async join(socket, after) {
      await open()
      if (after === null) socket.write(`id: ${position}\n\n`)
      // Somebody who knows more than this node has heard so far comes from another, or from before a restored backup.
      const lost = after !== null && after > position && after > (await newestEventId(house.db))
      if (lost) startAfresh(socket)
      else goOn(socket, after ?? position)
    },
    tell(data) {
      const bytes = Buffer.from(`event: told\ndata: ${JSON.stringify(data)}\n\n`)
      told = bytes
      tellAll(bytes).catch(error => house.log.error({ err: error }, 'open streams were not told'))
    },
    stop() {
      stopped = true
      stopListening()
      clearInterval(pulse)
      for (const group of groups) for (const socket of group.keys()) socket.destroySoon()
    },
    count,
  }

  /** Learns where the outbox stands; tried again at the next stream when the database was away. */
  function open(): Promise<void> {
    opened ??= start().catch(error => {
      opened = undefined
      throw error
    })
    return opened
  }

  async function start(): Promise<void> {
    const newest = await newestEventId(house.db)
    const known = await newestFeedEvents(house.db, { upTo: newest, limit: mostRemembered })
    remembered.push(...(await printFrames(house, known.events)))
    knownAfter = known.knownAfter
    position = newest
    pump()
  }

  /** No await between reading what is remembered and being in a group: nothing can come between the two. */
  function goOn(socket: Socket, after: number): void {
    const missed = remembered.filter(frame => frame.id > after)
    const bytes = missed.reduce((sum, frame) => sum + frame.bytes.length, 0)
    if (missed.length > 0 && (after < knownAfter || bytes > mostWaiting)) {
      startAfresh(socket)
      return
    }
    if (missed.length > 0) socket.write(Buffer.concat(missed.map(frame => frame.bytes)))
    enter(socket, Math.max(after, position))
  }

  function startAfresh(socket: Socket): void {
    socket.write(reloadFrame(position))
    enter(socket, position)
  }

  function enter(socket: Socket, seen: number): void {
    if (stopped) {
      socket.destroySoon()
      return
    }
    if (socket.destroyed) return
    if (told) socket.write(told)
    const group = groups[next++ % groupCount]!
    group.set(socket, seen)
    socket.once('close', () => leave(socket, group))
    house.metrics.streams(count())
  }

  function leave(socket: Socket, group: Map<Socket, number>): void {
    group.delete(socket)
    house.metrics.streams(count())
  }

  function count(): number {
    return groups.reduce((sum, group) => sum + group.size, 0)
  }

  function pump(): void {
    if (pumping || !opened) return
    pumping = true
    handOn()
      .catch(error => house.log.error({ err: error }, 'the News Feed’s streams stopped'))
      .finally(() => {
        pumping = false
        if (queue.length > 0 && !stopped) pump()
      })
  }

  async function handOn(): Promise<void> {
    await open()
    while (queue.length > 0 && !stopped) {
      const batch = queue.slice(0, 100)
      const frames = await printPatiently(
        batch.filter(({ id }) => id > position).flatMap(({ feed }) => feed ?? []),
      )
      queue.splice(0, batch.length)
      remember(frames)
      position = Math.max(position, batch.at(-1)!.id)
      if (frames.length > 0) await sendToAll(frames)
    }
  }

  async function printPatiently(events: FeedEvent[]): Promise<Frame[]> {
    for (;;) {
      try {
        return await printFrames(house, events)
      } catch (error) {
        if (stopped) return []
        house.log.warn({ error: (error as Error).message }, 'the News Feed’s streams wait for the database')
        await pause(500, undefined, { ref: false })
      }
    }
  }

  function remember(frames: readonly Frame[]): void {
    remembered.push(...frames)
    while (remembered.length > mostRemembered) knownAfter = remembered.shift()!.id
  }

  async function sendToAll(frames: readonly Frame[]): Promise<void> {
    const all = frames.length === 1 ? frames[0]!.bytes : Buffer.concat(frames.map(frame => frame.bytes))
    const first = frames[0]!.id
    const last = frames.at(-1)!.id
    for (const group of groups) {
      for (const [socket, seen] of group) {
        if (seen >= last) continue
        group.set(socket, last)
        if (seen < first) send(socket, all)
        else for (const frame of frames) if (frame.id > seen) send(socket, frame.bytes)
      }
      if (group.size > 0) await breathe()
    }
  }

  async function tellAll(bytes: Buffer): Promise<void> {
    for (const group of groups) {
      // Something newer has been told meanwhile.
      if (stopped || told !== bytes) return
      for (const socket of group.keys()) send(socket, bytes)
      if (group.size > 0) await breathe()
    }
  }

  function beat(): void {
    for (const socket of groups[beats++ % groupCount]!.keys()) send(socket, heartbeat)
  }

  function send(socket: Socket, bytes: Buffer): void {
    if (socket.writableLength > mostWaiting) socket.destroy()
    else socket.write(bytes)
  }
}
