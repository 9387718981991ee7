import { gzipSync } from 'node:zlib'
import type { Figure } from '../figure.ts'
import { needPage } from '../get-page.ts'
import { startLoad } from '../load/run-load.ts'
import { processorSeconds, processorSecondsOfAll } from '../machine.ts'
import { profileHouse } from '../profile.ts'
import type { RunningHouse } from '../run-house.ts'
import { median, sum } from '../statistics.ts'
import type { Ground } from './part.ts'

const part = 'Not printed'
const browser = { 'accept-encoding': 'gzip' }
const connections = 8

/**
 * Story pages that are not printed, on one core: server, database and compression together. Each is asked once, then all
 * are thrown away as a publishing throws a story away.
 */
export async function measureUnprinted(ground: Ground): Promise<Figure[]> {
  const house = await ground.demoHouse()
  const stories = await house.ask('copyStories', ground.quick ? 60 : 300)
  const load = startLoad()
  try {
    const rounds = ground.quick ? 3 : 6
    const round = async () => {
      await throwAway(house, stories)
      const before = processorSecondsOfAll(house.pid)
      const ownBefore = processorSeconds(house.pid)
      const paths = stories.map(story => story.path)
      const result = await load.run({ port: house.port, headers: browser, connections, paths })
      const used = processorSecondsOfAll(house.pid) - before
      const own = processorSeconds(house.pid) - ownBefore
      return { ...result, perProcessorSecond: result.answers / used, database: (used - own) / used }
    }
    // As a server that has run for a minute: what is often used has been compiled.
    for (let i = 0; i < (ground.quick ? 1 : 8); i++) await round()
    const results = []
    for (let i = 0; i < rounds; i++) {
      const result = await round()
      ground.say(
        `round ${i + 1} of ${rounds}: ${Math.round(result.perSecond)}/s on the clock, ${Math.round(result.perProcessorSecond)}/s of a core`,
      )
      results.push(result)
    }
    if (ground.profile) {
      await profileHouse(house, 'unprinted', async () => {
        for (let i = 0; i < 4; i++) await round()
      })
    }
    const parts = await breakdown(house, stories.slice(0, 60))
    return [
      {
        part,
        measure: `story page (${(parts.bytes / 1024).toFixed(0)} KB of HTML)`,
        value: median(results.map(each => each.perProcessorSecond)),
        unit: '/s of a core',
        bar: { atLeast: 400 },
        note: `${Math.round(median(results.map(each => each.perSecond)))}/s on the clock; the core is shared by the server and its compression, and PostgreSQL (${Math.round(median(results.map(each => each.database)) * 100)}% of it)`,
      },
      { part, measure: 'one after another, a page', value: parts.whole, unit: 'ms' },
      { part, measure: `  ${parts.queries.toFixed(0)} queries`, value: parts.database, unit: 'ms' },
      { part, measure: '  compression', value: parts.compression, unit: 'ms' },
      {
        part,
        measure: '  rendering and the rest',
        value: parts.whole - parts.database - parts.compression,
        unit: 'ms',
      },
    ]
  } finally {
    load.stop()
  }
}

function throwAway(house: RunningHouse, stories: readonly { id: number }[]): Promise<void> {
  return house.ask(
    'throwAway',
    stories.map(({ id }) => `story:${id}`),
  )
}

async function breakdown(house: RunningHouse, stories: readonly { id: number; path: string }[]) {
  await throwAway(house, stories)
  await house.ask('timeQueries')
  const pages = []
  for (const { path } of stories) pages.push(await needPage(house.port, path, browser))
  const { queries, milliseconds } = await house.ask('timeQueries')
  const bodies = []
  for (const { path } of stories) bodies.push((await needPage(house.port, path)).body)
  const began = performance.now()
  for (const body of bodies) gzipSync(body, { level: 6 })
  return {
    bytes: sum(bodies.map(body => body.length)) / bodies.length,
    whole: median(pages.map(page => page.milliseconds)),
    queries: queries / stories.length,
    database: milliseconds / stories.length,
    compression: (performance.now() - began) / bodies.length,
  }
}
