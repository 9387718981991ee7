import { Agent, get, type IncomingHttpHeaders } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Page {
  status: number
  headers: IncomingHttpHeaders
  /** As they came: name, value, name, value … */
  rawHeaders: string[]
  body: Buffer
  milliseconds: number
}

/** Asks for one page over a kept connection; the body stays as it was sent. */
export function getPage(port: number, path: string, headers: Record<string, string> = {}): Promise<Page> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers, agent }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(chunks),
          milliseconds: performance.now() - began,
        }),
      )
    }).on('error', reject)
  })
}

/** The same, where anything but 200 is a mistake. */
export async function needPage(port: number, path: string, headers?: Record<string, string>): Promise<Page> {
  const page = await getPage(port, path, headers)
  if (page.status !== 200) throw new Error(`${path} was answered with ${page.status}`)
  return page
}
