import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startHouse } from '../../src/app/start-house.ts'
import { queueBrief } from '../../src/features/live/brief.ts'
import { scheduleChange } from '../../src/features/stories/publishing/changes/schedule-change.ts'
import { readSeenState } from '../../src/features/stories/publishing/publishing-queries.ts'
import { liveDrafts, scheduleStory } from '../../src/features/stories/story.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import type { House } from '../../src/platform/house.ts'
import { aDraft, aStory, storyWords } from '../builders/a-story.ts'
import { signedIn } from '../builders/staff.ts'
import { endAll, gone, kill, type RunningMasthead, runMasthead } from './run-masthead.ts'

/** What a sweep at the start and a job that is looked for twice a second need, on a machine that is busy with other tests. */
const onTimeMs = 3000

let folder: string
let dataDir: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-scheduled-'))
  // Under root PostgreSQL runs as another account, which has to get in here.
  await chmod(folder, 0o711)
  dataDir = join(folder, 'data')
})
afterEach(endAll)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('scheduled stories, planned changes and queued briefs go out after kill -9 and after a stop, those that fell due meanwhile and later', {
  timeout: 120_000,
}, async () => {
  const first = await start()
  const { missed, later } = await schedule({ missed: 4000, later: 9000 })
  const processes = await first.processes()
  for (const pid of processes) kill(pid, 'SIGKILL')
  await Promise.all(processes.map(gone))
  expect(Date.now()).toBeLessThan(missed.getTime())
  await until(missed)

  const second = await start()
  await live(second, 'missed', Date.now() + onTimeMs)
  // Where the start took so long that it is due already, nothing can be said about "before".
  if (Date.now() < later.getTime() - 200) {
    expect((await fetch(`${second.url}/later`)).status).toBe(404)
    expect(await (await fetch(`${second.url}/out-later`)).text()).not.toContain('Changed on time')
  }
  await live(second, 'later', Math.max(Date.now(), later.getTime()) + onTimeMs)

  const { stopped } = await schedule({ stopped: 3000 })
  second.signal('SIGTERM')
  expect(await second.ended).toBe(0)
  await until(stopped)
  const third = await start()
  await live(third, 'stopped', Date.now() + onTimeMs)
})

async function start(): Promise<RunningMasthead> {
  const program = await runMasthead({ DATA_DIR: dataDir })
  await program.ready()
  return program
}

/** Schedules stories and changes, and queues briefs, by their addresses and so many milliseconds from now, in the database of the program that runs. */
async function schedule<Slug extends string>(stories: Record<Slug, number>): Promise<Record<Slug, Date>> {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'silent' })
  const { house, close } = await startHouse(config, 'command', () => {})
  const times: Partial<Record<Slug, Date>> = {}
  for (const slug of Object.keys(stories) as Slug[]) {
    const storyId = await aDraft(house, { slug, headline: `Told on time: ${slug}` })
    const at = new Date(Date.now() + stories[slug])
    await scheduleStory(house, { storyId, at })
    await planChange(house, slug, at)
    await queueBrief(house, { headline: `In brief: ${slug}` }, { by: 'the desk', at })
    times[slug] = at
  }
  await close()
  return times as Record<Slug, Date>
}

/** A story that is out, and a change of it that goes out at a time. */
async function planChange(house: House, slug: string, at: Date): Promise<void> {
  const storyId = await aStory(house, { slug: `out-${slug}`, headline: `Out before: ${slug}` })
  await liveDrafts.replace(
    house,
    storyId,
    storyWords({ slug: `out-${slug}`, headline: `Changed on time: ${slug}` }),
  )
  await scheduleChange(house, {
    ...{ storyId, at, change: { kind: 'update' }, seen: await readSeenState(house.db, storyId) },
    ...{ by: (await signedIn(house, 'editor')).staff, reason: 'It is a trial.', timeZone: 'UTC' },
  })
}

/** The story, the front and the feed carry it by then, and the News Feed its brief. */
async function live(program: RunningMasthead, slug: string, by: number): Promise<void> {
  const timeout = by - Date.now()
  await expect
    .poll(async () => (await fetch(`${program.url}/${slug}`)).status, {
      timeout,
      interval: 50,
      message: slug,
    })
    .toBe(200)
  for (const path of ['/', '/rss.xml'])
    await expect
      .poll(async () => (await fetch(program.url + path)).text(), {
        timeout: 1000,
        interval: 20,
        message: path,
      })
      .toContain(`Told on time: ${slug}`)
  await expect
    .poll(async () => (await fetch(`${program.url}/out-${slug}`)).text(), { timeout: 1000, interval: 20 })
    .toContain(`Changed on time: ${slug}`)
  await expect
    .poll(async () => (await fetch(`${program.url}/news`)).text(), { timeout: 1000, interval: 20 })
    .toContain(`In brief: ${slug}`)
}

async function until(time: Date): Promise<void> {
  await expect.poll(() => Date.now(), { timeout: 15_000, interval: 50 }).toBeGreaterThan(time.getTime())
}
