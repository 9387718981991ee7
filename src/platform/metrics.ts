import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Press } from './press/press.ts'
import { addProcessMetrics } from './process-metrics.ts'

export interface Metrics {
  request(route: { method: string; path: string }, status: number, milliseconds: number): void
  /** Streams of the News Feed that are open on this node. */
  streams(count: number): void
  /** What came of one try to send a letter. */
  letter(outcome: 'accepted' | 'refused' | 'put-off' | 'given-up'): void
  /** The Prometheus text format, version 0.0.4. */
  text(): Promise<string>
  type: string
}

/** What the program counts about itself. Routes are counted by pattern, so no address of a reader is in it. */
export function createMetrics(press: () => Press): Metrics {
  const registry = new Registry()
  addProcessMetrics(registry)
  const requests = new Histogram({
    name: 'masthead_request_seconds',
    help: 'Time to answer requests that the press could not, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const streams = new Gauge({
    name: 'masthead_feed_streams',
    help: 'Open streams of the News Feed',
    registers: [registry],
  })
  const letters = new Counter({
    name: 'masthead_letters_total',
    help: 'Tries to send a letter, by what came of them',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const fromPress = (name: string, help: string, read: (counts: ReturnType<Press['counts']>) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(press().counts()))
      },
    })
  fromPress('masthead_press_pages', 'Pages that are printed and kept', counts => counts.pages)
  fromPress('masthead_press_bytes', 'Bytes that printed pages take', counts => counts.bytes)
  const totals = (name: string, help: string, read: (counts: ReturnType<Press['counts']>) => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(read(press().counts()))
      },
    })
  totals('masthead_press_answered_total', 'Requests answered from printed pages', counts => counts.answered)
  totals('masthead_press_printed_total', 'Pages printed', counts => counts.printed)
  totals('masthead_press_thrown_away_total', 'Printed pages thrown away', counts => counts.thrownAway)

  return {
    request: (route, status, milliseconds) =>
      requests.observe(
        { method: route.method, route: route.path, status: String(status) },
        milliseconds / 1000,
      ),
    streams: count => streams.set(count),
    letter: outcome => letters.inc({ outcome }),
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}
