import { type ClientRequest, get, type IncomingHttpHeaders } from 'node:http'

export interface StreamEvent {
  id: number
  kind: string
  data: Record<string, unknown>
}

export interface OpenStream {
  status: number
  headers: IncomingHttpHeaders
  events: StreamEvent[]
  /** Every line as it came, comments and fields alike. */
  lines: string[]
  /** The last id that came, with an event or alone. */
  lastId: number | null
  /** Resolves when `found` holds; rejects when the stream ends first. */
  until(found: (stream: OpenStream) => boolean): Promise<OpenStream>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  close(): void
}

/** Reads server-sent events over a real connection, as a browser would (HTML, section 9.2.6), without reconnecting. */
export function readStream(
  url: string,
  { lastEventId, method = 'GET' }: { lastEventId?: string | number; method?: string } = {},
): Promise<OpenStream> {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(url, { headers, method, agent: false }, response => {
      const waiting = new Set<() => void>()
      let text = ''
      let over = false
      let finish = () => {}
      const stream: OpenStream = {
        status: response.statusCode ?? 0,
        headers: response.headers,
        events: [],
        lines: [],
        lastId: null,
        ended: new Promise(done => {
          finish = done
        }),
        until: found =>
          new Promise((done, fail) => {
            const look = () => {
              if (found(stream)) done(stream)
              else if (over) fail(new Error('the stream ended first'))
              else return
              waiting.delete(look)
            }
            waiting.add(look)
            look()
          }),
        close: () => request.destroy(),
      }
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) readBlock(block, stream)
        for (const look of waiting) look()
      })
      const end = () => {
        over = true
        finish()
        for (const look of waiting) look()
      }
      response.on('close', end).on('error', end)
      resolve(stream)
    })
    request.on('error', reject)
  })
}

function readBlock(block: string, stream: OpenStream): void {
  const lines = block.split('\n')
  stream.lines.push(...lines)
  const field = (name: string) => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2)
  const id = field('id')
  if (id !== undefined) stream.lastId = Number(id)
  const data = field('data')
  if (data !== undefined) {
    stream.events.push({ id: Number(id), kind: field('event') ?? 'message', data: JSON.parse(data) })
  }
}
