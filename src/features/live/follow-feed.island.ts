import type { StreamedBrief } from './stream-frame.tsx'

interface FeedListener {
  posted(brief: StreamedBrief): void
  edited(brief: StreamedBrief): void
  withdrawn(brief: { id: number }): void
  /** More was missed than the stream can bring; it has been closed for good. */
  lost(): void
}

/**
 * Follows the stream from the event `after` on, through lost connections, sleeping machines and pages kept for the
 * back button. A hidden page lets go of its connection after a while and catches up when it is looked at again.
 */
export function followFeed(address: string, after: string, listener: FeedListener): void {
  let source: EventSource | undefined
  let last = after
  let over = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) later(disconnect, patience())
    else connect()
  })
  addEventListener('pagehide', disconnect)
  addEventListener('pageshow', connect)
  addEventListener('online', connect)
  connect()

  function connect(): void {
    clearTimeout(timer)
    if (source || over || document.hidden) return
    source = new EventSource(`${address}?after=${last}`)
    source.onopen = () => {
      failures = 0
    }
    // A connection that breaks is opened again by the browser; an answer that is an error is not.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return
      disconnect()
      later(connect, Math.min(60_000, 2000 * 2 ** failures++) * (0.5 + Math.random()))
    }
    hear('brief-posted', listener.posted)
    hear('brief-edited', listener.edited)
    hear('brief-withdrawn', listener.withdrawn)
    hear('told', detail => document.dispatchEvent(new CustomEvent('told', { detail })))
    hear('reload', () => {
      over = true
      disconnect()
      listener.lost()
    })
  }

  function hear<Data>(kind: string, handle: (data: Data) => void): void {
    source?.addEventListener(kind, event => {
      last = event.lastEventId
      handle(JSON.parse(event.data))
    })
  }

  function disconnect(): void {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  function later(act: () => void, milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
}

/** Over HTTP/1.1 a browser opens six connections to a site in all: pages in the background must not hold them. */
function patience(): number {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visit?.nextHopProtocol === 'http/1.1' ? 3000 : 300_000
}
