import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { aDraft, paragraph } from '../../../../test/builders/a-story.ts'
import { type DatabaseLine, databaseLine } from '../../../../test/builders/database-line.ts'
import { draftOf, openEditor, ready, saved, wordsIn } from '../../../../test/builders/open-editor.ts'
import { serveNode } from '../../../../test/builders/serve-node.ts'
import { signedIn, signInAgain } from '../../../../test/builders/staff.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'
import type { ConnectionSettings } from '../../../platform/database/database.ts'
import { saveDraft } from '../create-story.ts'
import { liveDrafts } from './live-drafts.ts'

let connection: ConnectionSettings = {}
const first = await testHouse({
  through: async straight => {
    connection = straight
    return straight
  },
})
const { house } = first
const here = await first.serve()
const who = await signedIn(house, 'editor')
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

const story = (text = 'One.') => aDraft(house, { blocks: [paragraph(text)] })

test('people on two nodes write one text', async () => {
  const second = await serveNode(connection)
  const there = `http://127.0.0.1:${second.port}`
  const id = await story()
  const a = openEditor({ at: here, storyId: id, who })
  const b = openEditor({ at: there, storyId: id, who: await signedIn(house, 'editor') })
  await Promise.all([ready(a), ready(b)])
  for (let i = 0; i < 30; i++) {
    a.type('a')
    b.type('b')
  }
  await Promise.all([saved(a), saved(b)])
  await expect.poll(() => [a.words().length, b.words().length]).toEqual([64, 64])
  expect(a.words()).toBe(b.words())
  expect(wordsIn(await draftOf(house.db, id))).toBe(a.words())
  const present = await liveDrafts.present(house, [id])
  expect(present.get(id)).toHaveLength(2)

  // What is written past the editors reaches both, once.
  await saveDraft(second.house, id, { ...(await draftOf(house.db, id)), blocks: [paragraph('Imported.')] })
  await expect.poll(() => [a.words(), b.words()]).toEqual(['Imported.', 'Imported.'])

  // Cursors are seen across nodes too, and go with who had them.
  a.provider.setAwarenessField('cursor', { anchor: 7 })
  const cursors = () => [...b.provider.awareness!.getStates().values()].map(state => state.cursor)
  // One that stands still is told again after 15 seconds, whatever became of the first word of it.
  await expect.poll(cursors, { timeout: 20_000 }).toContainEqual({ anchor: 7 })
  a.leave()
  await expect.poll(cursors).not.toContainEqual({ anchor: 7 })

  // A node that stops stores what was typed, and whoever wrote there goes on elsewhere.
  b.type(' To the last.')
  await expect.poll(() => b.provider.unsyncedChanges).toBe(0)
  await second.stop()
  expect(wordsIn(await draftOf(house.db, id))).toBe('Imported. To the last.')
}, 40_000)

test('kill -9 loses nothing that showed as saved, and what did not show comes back from the browser', async () => {
  const id = await story()
  const { child, at } = await nodeInChild()
  const a = openEditor({ at, storyId: id, who })
  await ready(a)
  a.type(' Safe.')
  await saved(a)
  const safe = a.words()
  a.type(' Not yet.')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(a.saving).toBe('offline')

  const b = openEditor({ at: here, storyId: id, who })
  await expect.poll(b.words).toContain(safe)
  a.moveTo(here)
  await saved(a)
  await expect.poll(b.words).toBe('One. Safe. Not yet.')
  expect(wordsIn(await draftOf(house.db, id))).toBe('One. Safe. Not yet.')
}, 60_000)

test('a kill in the middle of much typing: everything acknowledged is there', async () => {
  const id = await story('.')
  const { child, at } = await nodeInChild()
  const a = openEditor({ at, storyId: id, who })
  await ready(a)
  for (let round = 0; round < 5; round++) {
    a.type('typed and saved, ')
    await saved(a)
  }
  const acknowledged = a.words()
  for (let letter = 0; letter < 200; letter++) a.type('x')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(wordsIn(await liveDrafts.read(house, id)).startsWith(acknowledged)).toBe(true)
  const again = openEditor({ at: here, storyId: id, who })
  await expect.poll(again.words).toContain(acknowledged)
}, 60_000)

test('who is signed out, or may write no more, is told and cannot go on', async () => {
  const [mine, theirs] = [await signedIn(house, 'reporter'), await signedIn(house, 'reporter')]
  const [one, two] = [await story(), await story()]
  for (const [id, by] of [
    [one, mine],
    [two, theirs],
  ] as const)
    await house.db.updateTable('stories').set({ created_by: by.staff.id }).where('id', '=', id).execute()
  const a = openEditor({ at: here, storyId: one, who: mine })
  const b = openEditor({ at: here, storyId: two, who: theirs })
  const other = openEditor({ at: here, storyId: two, who: await signInAgain(house, who.staff.id) })
  await Promise.all([ready(a), ready(b), ready(other)])
  await house.db.deleteFrom('staff_sessions').where('id', '=', mine.staff.sessionId).execute()
  await house.db.updateTable('stories').set({ created_by: null }).where('id', '=', two).execute()
  await liveDrafts.recheck(house)
  await expect.poll(a.saving).toBe('ended')
  expect(a.sentence()).toContain('signed out')
  await expect.poll(b.saving).toBe('ended')
  expect(b.sentence()).toContain('not yours')
  expect(other.saving()).toBe('saved')
})

test('a browser with another document of the same story is not let in, and nothing is doubled', async () => {
  const id = await story()
  const kept = openEditor({ at: here, storyId: id, who })
  await ready(kept)
  kept.leave()
  // As after a backup was restored that was made before the story was first opened.
  const restored = await story()
  const back = openEditor({ at: here, storyId: restored, who, document: kept.document })
  await expect.poll(back.saving).toBe('ended')
  const fresh = openEditor({ at: here, storyId: restored, who })
  await expect.poll(fresh.words).toBe('One.')
})

test('a story that is deleted while it is open ends there', async () => {
  const id = await story()
  const a = openEditor({ at: here, storyId: id, who })
  await ready(a)
  await house.db.deleteFrom('stories').where('id', '=', id).execute()
  a.type(' Too late.')
  await expect.poll(a.saving).toBe('ended')
  expect(a.sentence()).toBe('This story was deleted.')
})

test('the database goes away and comes back: what was typed meanwhile is there', async () => {
  const line: DatabaseLine = databaseLine()
  const node = await serveNode(await line.lead(connection))
  const id = await story()
  const a = openEditor({ at: `http://127.0.0.1:${node.port}`, storyId: id, who })
  await ready(a)
  line.cut()
  a.type(' In the dark.')
  await expect.poll(a.saving, { timeout: 8000 }).toBe('unsaved')
  line.restore()
  await expect.poll(a.saving, { timeout: 15_000 }).toBe('saved')
  expect(wordsIn(await draftOf(house.db, id))).toBe('One. In the dark.')
  await node.stop()
  line.close()
}, 40_000)

async function nodeInChild(): Promise<{ child: ChildProcess; at: string }> {
  const child = spawn(process.execPath, ['test/builders/node-in-child.ts', JSON.stringify(connection)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.add(child)
  const [port] = (await once(child, 'message')) as [number]
  return { child, at: `http://127.0.0.1:${port}` }
}
