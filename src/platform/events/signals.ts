import pg from 'pg'
import type { ConnectionSettings } from '../database/database.ts'
import type { Log } from '../log.ts'

/**
 * PostgreSQL's notifications (LISTEN, NOTIFY) for what is no event: small news between nodes that is worth nothing once
 * it is past. Sent with `select pg_notify(channel, payload)`, in a transaction at its commit.
 */
export interface Signals {
  /**
   * Calls `handler` with the payload of each notification of a channel; with null where some may have been missed,
   * which is also so at the beginning. Connects at the first call. Returns the way to stop.
   */
  listen(channel: string, handler: (payload: string | null) => void): () => void
  stop(): Promise<void>
}

export function createSignals(options: { connection: ConnectionSettings; log: Log }): Signals {
  const { connection, log } = options
  const handlers = new Map<string, Set<(payload: string | null) => void>>()
  let client: pg.Client | null = null
  let connecting = false
  let stopped = false
  let retry: NodeJS.Timeout | undefined

  return {
    listen(channel, handler) {
      const known = handlers.get(channel)
      const set = known ?? new Set()
      handlers.set(channel, set.add(handler))
      if (!client) connect()
      else if (!known) begin(client, channel)
      else handler(null)
      return () => void set.delete(handler)
    },
    async stop() {
      stopped = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }

  function connect(): void {
    if (connecting || stopped) return
    connecting = true
    const next = new pg.Client({ ...connection, keepAlive: true, application_name: 'masthead signals' })
    next.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    next.on('error', error => log.warn({ error: error.message }, 'the connection for signals broke'))
    next.on('end', () => {
      if (client === next) client = null
      reconnectSoon()
    })
    next
      .connect()
      .then(() => {
        connecting = false
        if (stopped) return next.end()
        client = next
        for (const channel of handlers.keys()) begin(next, channel)
      })
      .catch(() => {
        connecting = false
        reconnectSoon()
      })
  }

  function begin(open: pg.Client, channel: string): void {
    open
      .query(`listen ${pg.escapeIdentifier(channel)}`)
      .then(() => tell(channel, null))
      // The connection ends and is made anew.
      .catch(() => {})
  }

  function reconnectSoon(): void {
    clearTimeout(retry)
    if (!stopped) retry = setTimeout(connect, 500)
  }

  function tell(channel: string, payload: string | null): void {
    for (const handler of handlers.get(channel) ?? []) {
      try {
        handler(payload)
      } catch (error) {
        log.error({ err: error, channel }, 'a signal could not be handled')
      }
    }
  }
}
