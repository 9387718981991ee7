import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { addProcessMetrics } from './process-metrics.ts'

test('a scrape tells what the process uses at that moment', async () => {
  const registry = new Registry()
  addProcessMetrics(registry)
  const read = async () => {
    const text = await registry.metrics()
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    return { text, value }
  }
  const first = await read()
  expect(first.value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
  expect(first.value('nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000)
  expect(first.value('process_start_time_seconds')).toBeLessThanOrEqual(Date.now() / 1000)
  expect(first.value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  expect(first.text).toContain(`nodejs_version_info{version="${process.version}"} 1`)
  const until = performance.now() + 60
  while (performance.now() < until);
  const second = await read()
  const spent = (name: string) => second.value(name) - first.value(name)
  expect(spent('process_cpu_user_seconds_total') + spent('process_cpu_system_seconds_total')).toBeGreaterThan(
    0,
  )
  expect(spent('nodejs_eventloop_active_seconds_total')).toBeGreaterThanOrEqual(0)
})
