import { connect, type Socket } from 'node:net'

/** What a lane is to ask next; null ends it. */
export type NextPath = () => string | null

export interface Tally {
  answers: number
  bytes: number
  /** Milliseconds of each answer. */
  times: number[]
  /** Status lines other than the wanted ones, counted. */
  wrong: Record<string, number>
}

/**
 * One keep-alive connection that asks one request after another, never two at once. It reads only what it must to know
 * where an answer ends: the head's length and its Content-Length (RFC 9112, 6.3).
 */
export function runLane(options: {
  port: number
  headers: Record<string, string>
  next: NextPath
  wanted: number
  tally: Tally
}): Promise<void> {
  const { port, headers, next, wanted, tally } = options
  const head = Object.entries({ host: `localhost:${port}`, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return new Promise((resolve, reject) => {
    let missing = 0
    let asked = 0
    let begun = Buffer.alloc(0)
    const socket: Socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(262_144),
        callback: (length, buffer) => {
          take(buffer as Buffer, length)
          return true
        },
      },
    })
    socket.once('connect', ask)
    socket.once('error', reject)
    socket.once('close', () => resolve())

    function ask(): void {
      const path = next()
      if (path === null) {
        socket.destroy()
        return
      }
      asked = performance.now()
      socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n`)
    }

    function take(buffer: Buffer, length: number): void {
      tally.bytes += length
      if (missing > 0) missing -= length
      else if (!begin(buffer.subarray(0, length))) return
      if (missing < 0) reject(new Error('the server sent more than it said'))
      if (missing > 0) return
      tally.answers++
      tally.times.push(performance.now() - asked)
      ask()
    }

    /** Reads the head; false while it has not come as a whole. */
    function begin(chunk: Buffer): boolean {
      const all = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk
      const end = all.indexOf('\r\n\r\n')
      if (end === -1) {
        begun = Buffer.from(all)
        return false
      }
      begun = empty
      const text = all.toString('latin1', 0, end)
      const status = text.slice(9, 12)
      if (Number(status) !== wanted) tally.wrong[status] = (tally.wrong[status] ?? 0) + 1
      missing = end + 4 + (status === '304' ? 0 : lengthIn(text)) - all.length
      return true
    }
  })
}

const empty = Buffer.alloc(0)

function lengthIn(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without Content-Length: ${head.slice(0, 200)}`)
  return Number(length)
}
