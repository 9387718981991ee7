import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { ConnectionSettings } from '../../src/platform/database/database.ts'

/** A line to a database that can be silent (everything is taken, nothing comes back) or cut. */
export interface DatabaseLine {
  /** The same database through this line. */
  lead(connection: ConnectionSettings): Promise<ConnectionSettings>
  silence(): void
  /** Ends every connection and refuses new ones. */
  cut(): void
  restore(): void
  close(): void
}

export function databaseLine(): DatabaseLine {
  const ends = new Set<Socket>()
  let state: 'open' | 'silent' | 'cut' = 'open'
  let reach: () => Socket
  const server = createServer(near => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = reach()
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => {}).on('close', () => ends.delete(end))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.on('data', bytes => far.write(bytes))
    far.on('data', bytes => near.write(bytes))
    if (state === 'silent') far.pause()
  })

  return {
    async lead({ connectionString, ...settings }) {
      const url = connectionString ? new URL(connectionString) : null
      const { host = '127.0.0.1', port = 5432 } = url
        ? { host: url.hostname, port: Number(url.port || 5432) }
        : settings
      reach = () => connect(host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port })
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      const own = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
      if (!url) return { ...settings, ...own }
      url.host = `${own.host}:${own.port}`
      return { connectionString: url.href }
    },
    silence() {
      state = 'silent'
      for (const end of ends) end.pause()
    },
    cut() {
      state = 'cut'
      for (const end of ends) end.destroy()
    },
    restore() {
      state = 'open'
      for (const end of ends) end.resume()
    },
    close() {
      server.close()
      for (const end of ends) end.destroy()
    },
  }
}
