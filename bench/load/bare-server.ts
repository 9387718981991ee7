import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// What a bare node:http server can do with the same bytes and headers: the most that any program on it could reach.

interface BareAnswer {
  headers: string[]
  body: string
  /** Headers of a 304. */
  unchanged: string[]
  etag: string
}

process.once('message', ({ headers, body, unchanged, etag }: BareAnswer) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, unchanged)
      response.end()
      return
    }
    response.writeHead(200, headers)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
})
process.on('disconnect', () => process.exit(0))
