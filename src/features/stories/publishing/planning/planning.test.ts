import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { savePublication } from '../../../publication/publication.ts'
import { scheduleStory } from '../../story.ts'
import { planStory } from '../plan-story.ts'
import { firstDayOfWeek } from './first-day.ts'
import { readDay, weekOf } from './week.ts'

const clock = testClock('2026-10-21T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const url = await serve()
let editor: SignedIn
let reporter: SignedIn

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  editor = await signedIn(house, 'editor', { name: 'Maeve' })
  reporter = await signedIn(house, 'reporter', { name: 'Niamh' })
})

async function planning(who: SignedIn, week = ''): Promise<string> {
  return (await who.get(`${url}/newsroom/planning${week}`)).text()
}

/** The part of the page about one day. */
function dayIn(html: string, day: string): string {
  return html.split(`id="day-${day}"`)[1]?.split('<section')[0] ?? ''
}

test('a week has its length when clocks change', () => {
  const week = weekOf('2026-10-25', { timeZone: 'Europe/Dublin', firstDay: 1 })
  expect([week.days[0], week.days[6], week.before, week.after]).toEqual([
    '2026-10-19',
    '2026-10-25',
    '2026-10-12',
    '2026-10-26',
  ])
  expect(week.from).toEqual(new Date('2026-10-18T23:00:00Z'))
  expect(week.until).toEqual(new Date('2026-10-26T00:00:00Z'))
})

test.each([
  ['en', 'Europe/Dublin', 1],
  ['en', 'America/New_York', 7],
  ['en', 'America/Toronto', 7],
  ['en-US', 'Europe/Dublin', 7],
  ['ar', 'Africa/Cairo', 6],
  ['ar', 'Asia/Beirut', 1],
  ['de', 'Europe/Vienna', 1],
  ['uk', 'Europe/Kyiv', 1],
  ['es', 'America/Mexico_City', 7],
  ['fr', 'Pacific/Chatham', 1],
  ['x', 'Europe/Dublin', 1],
])('a week in %s on the clock of %s begins on day %i', (language, timeZone, firstDay) => {
  expect(firstDayOfWeek(language, timeZone)).toBe(firstDay)
})

test('a week that begins on Sunday or Saturday holds the day all the same', () => {
  const sunday = weekOf('2026-10-25', { timeZone: 'America/New_York', firstDay: 7 })
  expect([sunday.days[0], sunday.days[6], sunday.before]).toEqual(['2026-10-25', '2026-10-31', '2026-10-18'])
  const saturday = weekOf('2026-10-23', { timeZone: 'Africa/Cairo', firstDay: 6 })
  expect([saturday.days[0], saturday.days[6]]).toEqual(['2026-10-17', '2026-10-23'])
})

test.each(['', 'soon', '2026-02-31', '9999-01-01', '2026-1-1'])('“%s” is taken for today', text => {
  expect(readDay(text, { now: clock.now(), timeZone: 'Europe/Dublin' })).toBe('2026-10-21')
})

test('what is due, goes out, may go out and went out stands on its day, with its time', async () => {
  const { staff: by } = editor
  const due = await aDraft(house, { headline: 'Due on Sunday night' })
  await planStory(house, { storyId: due, by, plan: { dueAt: new Date('2026-10-25T23:30:00Z') } })
  const scheduled = await aDraft(house, { headline: 'Out on Thursday' })
  await scheduleStory(house, { storyId: scheduled, at: new Date('2026-10-22T05:00:00Z') })
  const embargoed = await aDraft(house, { headline: 'Held until Friday' })
  await planStory(house, {
    storyId: embargoed,
    by,
    plan: { embargoUntil: new Date('2026-10-23T10:00:00Z'), assigneeId: reporter.staff.id },
  })
  await aStory(house, { headline: 'Out since Monday' }, { at: new Date('2026-10-18T23:30:00Z') })
  await aDraft(house, { headline: 'Some day' })
  const html = await planning(editor)
  expect(dayIn(html, '2026-10-25')).toMatch(/23:30[\s\S]*Due[\s\S]*Due on Sunday night/)
  expect(dayIn(html, '2026-10-22')).toMatch(/06:00[\s\S]*Goes out[\s\S]*Out on Thursday/)
  expect(dayIn(html, '2026-10-23')).toMatch(/11:00[\s\S]*Embargo ends[\s\S]*Held until Friday[\s\S]*Niamh/)
  expect(dayIn(html, '2026-10-19')).toMatch(/00:30[\s\S]*Published[\s\S]*Out since Monday/)
  expect(dayIn(html, '2026-10-20')).toContain('Nothing')
  expect(html.split('id="unplanned"')[1]).toContain('Some day')
  expect(html.split('id="unplanned"')[1]).not.toContain('Due on Sunday night')
  const next = await planning(editor, '?week=2026-10-26')
  expect(next).not.toContain('Due on Sunday night')
  expect(next).toContain('href="/newsroom/planning?week=2026-10-19"')
})

test('due time and assignee are changed in place, and what cannot be is kept as typed', async () => {
  const storyId = await aDraft(house, { headline: 'Moves about' })
  const change = (form: Record<string, string>) =>
    editor.post(`${url}/newsroom/planning/${storyId}`, { week: '2026-10-19', ...form })
  const moved = await change({ due: '2026-10-20T14:00', assignee: String(reporter.staff.id) })
  expect(moved.headers.get('location')).toBe('/newsroom/planning?week=2026-10-19&done=planned')
  expect(dayIn(await planning(editor), '2026-10-20')).toMatch(/14:00[\s\S]*Moves about[\s\S]*Niamh/)
  const refused = await change({ due: 'tomorrow' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Give a day and a time')
  await change({ due: '', assignee: '' })
  expect((await planning(editor)).split('id="unplanned"')[1]).toContain('Moves about')
})

test('reporters see and plan their own stories only', async () => {
  const [own, others] = [
    await aDraft(house, { headline: 'Of their own' }),
    await aDraft(house, { headline: 'Of somebody else' }),
  ]
  await house.db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', own).execute()
  const html = await planning(reporter)
  expect(html).toContain('Of their own')
  expect(html).not.toContain('Of somebody else')
  const due = { due: '2026-10-24T12:00', week: '2026-10-19', assignee: String(editor.staff.id) }
  expect((await reporter.post(`${url}/newsroom/planning/${own}`, due)).status).toBe(303)
  expect((await reporter.post(`${url}/newsroom/planning/${others}`, due)).status).toBe(403)
  expect(dayIn(await planning(reporter), '2026-10-24')).toMatch(/12:00[\s\S]*Of their own[\s\S]*Nobody/)
})
