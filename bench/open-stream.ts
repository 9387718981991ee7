import { connect } from 'node:net'

export interface Stream {
  /** Calls back with all that comes from now on; one listener at a time. */
  hear(listener: (chunk: Buffer) => void): void
  close(): void
}

/** Opens one stream of the News Feed; resolves when the server has begun to answer. */
export function openStream(port: number): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let listener: (chunk: Buffer) => void = () => {}
    const socket = connect(port, '127.0.0.1')
    const stream = {
      hear: (next: typeof listener) => {
        listener = next
      },
      close: () => socket.destroy(),
    }
    socket.once('error', reject)
    socket.on('data', chunk => {
      resolve(stream)
      listener(chunk)
    })
    socket.write(request)
  })
}

// What a browser sends.
const request = [
  'GET /news/stream HTTP/1.1',
  'Host: localhost',
  'Accept: text/event-stream',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: en-GB,en;q=0.9',
  'Cache-Control: no-cache',
  'Connection: keep-alive',
  'Referer: http://localhost/a-story',
  'Sec-Fetch-Dest: empty',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Site: same-origin',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  '\r\n',
].join('\r\n')
