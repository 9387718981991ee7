import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { getPage } from '../get-page.ts'
import { moveToAllCores, moveToCore, serverCore } from '../machine.ts'
import { openStream, type Stream } from '../open-stream.ts'
import { percentile } from '../statistics.ts'
import type { Ground } from './part.ts'

const part = 'Publish to page'

/** From pressing Publish (the action's call) until each place carries it, milliseconds. */
type Arrival = Record<string, number>

/**
 * A story and a brief, fifty times each, on a node with all its cores: from the moment the action has ended all places
 * are asked again and again until they carry it. The time counts from pressing.
 */
export async function measurePublish(ground: Ground): Promise<Figure[]> {
  const house = await ground.demoHouse()
  moveToAllCores(house.pid)
  const rounds = ground.quick ? 8 : 50
  const aStory = (await house.ask('somePages')).story!
  const run = Date.now().toString(36)
  const stories: Arrival[] = []
  const briefs: Arrival[] = []
  const stream = await openStream(house.port)
  try {
    for (let i = 0; i < rounds; i++) {
      const headline = `Harbour master resigns for the ${run}-${i} time`
      const slug = `harbour-master-${run}-${i}`
      const id = await house.ask('draft', headline, slug)
      stories.push(
        await arrivals(() => house.ask('publish', id), {
          page: () => carries(house.port, `/${slug}`, headline),
          front: () => carries(house.port, '/', slug),
          feed: () => carries(house.port, '/rss.xml', slug),
        }),
      )
      await pause(60)
      const news = `Ferry ${run}-${i} has left the quay`
      briefs.push(
        await arrivals(() => house.ask('brief', news), {
          front: () => carries(house.port, '/', news),
          'story page': () => carries(house.port, aStory, news),
          stream: until(stream, news),
        }),
      )
      await pause(60)
    }
  } finally {
    stream.close()
    moveToCore(serverCore, house.pid)
  }
  return [...figuresOf('story', stories), ...figuresOf('brief', briefs)]
}

function figuresOf(what: string, all: readonly Arrival[]): Figure[] {
  const places = Object.keys(all[0]!)
  const row = (measure: string, times: number[], bar?: Figure['bar']): Figure => ({
    part,
    measure,
    value: percentile(times, 0.5),
    unit: 'ms',
    reference: `p95 ${percentile(times, 0.95).toFixed(0)} ms`,
    bar,
  })
  const last = all.map(arrival => Math.max(...Object.values(arrival)))
  return [
    row(`${what}, everywhere`, last, { atMost: 50 }),
    ...places.map(place =>
      row(
        `  ${place}`,
        all.map(arrival => arrival[place]!),
      ),
    ),
  ]
}

async function arrivals(
  press: () => Promise<void>,
  places: Record<string, () => Promise<void>>,
): Promise<Arrival> {
  const began = performance.now()
  const arrival: Arrival = {}
  await press()
  arrival['the action itself'] = performance.now() - began
  const watching = Object.entries(places).map(async ([name, carried]) => {
    await carried()
    arrival[name] = performance.now() - began
  })
  await Promise.all(watching)
  return arrival
}

async function carries(port: number, path: string, text: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 10_000; ) {
    const { status, body } = await getPage(port, path)
    if (status === 200 && body.includes(text)) return
    // Readers are not that quick; the server must have time for anything else.
    await pause(1)
  }
  throw new Error(`${path} did not carry “${text}” within ten seconds`)
}

/** Listens from now on; what it returns resolves when the text has come. */
function until(stream: Stream, text: string): () => Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const tooLate = setTimeout(() => reject(new Error(`the stream did not carry “${text}”`)), 10_000)
  stream.hear(chunk => {
    if (!chunk.includes(text)) return
    clearTimeout(tooLate)
    resolve()
  })
  return () => promise
}
