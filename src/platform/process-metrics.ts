import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'

/**
 * What a scrape tells about the process, by the names Prometheus' own clients use. Everything is looked up when it is
 * asked for. prom-client's own set also listens to every collection of garbage, and that alone takes a tenth of what
 * the press can answer.
 */
export function addProcessMetrics(registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  const total = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  const startedAt = Math.floor(performance.timeOrigin / 1000)
  gauge('process_start_time_seconds', 'Start of the process, seconds since 1970', () => startedAt)
  total('process_cpu_user_seconds_total', 'Processor time in our code', () => process.cpuUsage().user / 1e6)
  total(
    'process_cpu_system_seconds_total',
    'Processor time in the system',
    () => process.cpuUsage().system / 1e6,
  )
  gauge('process_resident_memory_bytes', 'Memory that is in use', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_total_bytes', 'Heap that is reserved', () => process.memoryUsage().heapTotal)
  gauge('nodejs_heap_size_used_bytes', 'Heap that is in use', () => process.memoryUsage().heapUsed)
  gauge('nodejs_external_memory_bytes', 'Memory outside the heap', () => process.memoryUsage().external)
  total(
    'nodejs_eventloop_active_seconds_total',
    'Time the event loop was busy; its rate is how busy',
    () => performance.eventLoopUtilization().active / 1000,
  )
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  gauge('nodejs_eventloop_lag_p99_seconds', 'How late the event loop came, since the last scrape', () => {
    const seconds = delay.percentile(99) / 1e9
    delay.reset()
    return seconds
  })
  const version = new Gauge({
    name: 'nodejs_version_info',
    help: 'The version of Node.js',
    labelNames: ['version'],
    registers: [registry],
  })
  version.set({ version: process.version }, 1)
}
